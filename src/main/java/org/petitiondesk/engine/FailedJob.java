package org.petitiondesk.engine;

import org.petitiondesk.kernel.CaseId;

/** A job that needs an operator. The message is the fault's own and may be technical. */
public record FailedJob(String incidentId, String jobId, String processKey, String elementId, CaseId caseId,
    String message) {}
