package org.petitiondesk.matter;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a process of its own.
 *
 * @param code how people name it, {@code SX2026-000123}
 * @param process key of its process
 * @param processName as drawn when it began
 * @param processVersion of the model; it stays in it
 * @param unit whose matter it is
 * @param outcome name of the end as drawn; empty when it was ended where it stood
 */
public record Matter(MatterId id, String code, String process, String processName, int processVersion, String title,
    String unit, String startedBy, Instant startedAt, Optional<Instant> endedAt, String outcome) {

  public boolean isOpen() {
    return endedAt.isEmpty();
  }
}
