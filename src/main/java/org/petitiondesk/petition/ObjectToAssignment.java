package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/**
 * The lead unit objects to an assignment.
 *
 * @param basis rule that it relies on
 */
public record ObjectToAssignment(CaseId id, String item, String reason, String basis) {}
