package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** A report against a person is about everybody who could have been named on it, where it was registered or assigned to. */
public record ReportWithoutReader(CaseId id) {}
