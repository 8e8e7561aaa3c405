package org.petitiondesk.kernel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Legal clocks that were stopped, under other terms. The calendar implements it. */
public interface PastClocks {

  /** The last day had the clock begun with this term, with all its pauses and extensions. */
  LocalDate due(UUID clock, int length, String unit);

  /** The last day as it was. */
  LocalDate due(UUID clock);

  /** When it stopped; empty for one that runs. */
  Optional<LocalDate> stopped(UUID clock);

  /** Working days from a last day to the stop of the clock, negative when it stopped before. */
  int late(UUID clock, LocalDate due);
}
