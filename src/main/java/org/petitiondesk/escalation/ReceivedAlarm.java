package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * An alarm as somebody has received it.
 *
 * @param kind of the clock
 * @param unit in whose hands the clock was
 * @param words what it said; empty for one whose step says all
 * @param notice the written notice that came with it
 */
public record ReceivedAlarm(UUID id, CaseId caseId, String kind, String step, LocalDate dueOn, AlarmAction action,
    String unit, String words, Instant firedAt, Optional<UUID> notice, Optional<Instant> readAt) {}
