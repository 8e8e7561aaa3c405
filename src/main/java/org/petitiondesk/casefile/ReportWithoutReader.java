package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** A report against a person was registered, and it is about everybody who could have been named on it. */
public record ReportWithoutReader(CaseId id) {}
