package org.petitiondesk.documents;

import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;

/** A letter has reached its recipient, with proof; clocks stop on this day, not on the day of signing. */
public record LetterDelivered(LetterId id, CaseId caseId, String template, LocalDate on) {}
