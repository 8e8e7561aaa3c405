package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A clock with its ledger and the explanation of its due date.
 *
 * @param latest of a paused clock: the due date if the pause lasts as long as it may
 * @param pause of a paused clock: what the table says of the reason
 * @param hands in whose hands this clock was
 */
public record ClockStory(ClockState clock, List<LedgerLine> ledger, Explanation explanation,
    Optional<LocalDate> latest, Optional<PauseRule> pause, Hands hands) {}
