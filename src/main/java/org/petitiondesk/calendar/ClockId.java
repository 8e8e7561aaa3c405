package org.petitiondesk.calendar;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one clock. */
public record ClockId(UUID value) {

  static ClockId next() {
    return new ClockId(CaseId.next().value());
  }

  public static ClockId of(String text) {
    return new ClockId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
