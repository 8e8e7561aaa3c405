package org.petitiondesk.escalation;

import java.time.LocalDate;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.kernel.CaseId;

/** A case has more time; published in the transaction. Whoever handles the case tells the petitioner. */
public record ExtensionGranted(CaseId caseId, int length, TermUnit unit, String reason, LocalDate dueOn) {}
