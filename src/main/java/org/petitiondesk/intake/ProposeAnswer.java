package org.petitiondesk.intake;

import org.petitiondesk.kernel.CaseId;

/** What an officer made of a closed case for everybody to read. */
public record ProposeAnswer(CaseId caseId, String title, String question, String answer, String category,
    String territory) {}
