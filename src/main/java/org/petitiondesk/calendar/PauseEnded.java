package org.petitiondesk.calendar;

import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;

/**
 * Clocks of the case go on after a pause; published in its transaction, when the ledgers say so already.
 *
 * @param on the day that does not count yet
 */
public record PauseEnded(CaseId caseId, LocalDate on) {}
