package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** A case was found to be a report against a person, which only those named on it may know of, or to be none. */
public record ConfidentialityChanged(CaseId id, boolean report) {}
