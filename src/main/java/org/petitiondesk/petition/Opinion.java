package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.documents.LetterId;

/**
 * An opinion that has arrived.
 *
 * @param number in the case, from 1
 * @param unit who gave it
 * @param reconsideration the request that it answers; empty for a handling opinion
 * @param result in all; empty for a handling opinion
 * @param right the clock of the time in which the next higher body can be asked; empty when nobody can be
 */
public record Opinion(UUID id, int number, OpinionKind kind, String unit, LetterId letter, LocalDate deliveredOn,
    Optional<UUID> reconsideration, Optional<ReviewResult> result, Optional<ClockId> right) {

  public boolean ordersAnew() {
    return result.equals(Optional.of(ReviewResult.ANEW));
  }

  /** The last word on these facts: they are no longer accepted (不再受理). */
  public boolean isFinal() {
    return kind == OpinionKind.FINAL_REVIEW && !ordersAnew();
  }
}
