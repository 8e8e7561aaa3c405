package org.petitiondesk.calendar.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.petitiondesk.calendar.CorrectEntry;
import org.petitiondesk.calendar.LedgerEntry;
import org.petitiondesk.kernel.Refused;

/**
 * What is right instead of an entry, as it was typed.
 *
 * @param at empty for a clock in days
 */
record CorrectEntryForm(boolean annul, String on, String at, int length, String reason) {

  CorrectEntryForm {
    on = on == null ? "" : on.strip();
    at = at == null ? "" : at.strip();
    reason = reason == null ? "" : reason.strip();
  }

  static CorrectEntryForm of(LedgerEntry entry) {
    return new CorrectEntryForm(false, entry.on().toString(), entry.at().map(LocalTime::toString).orElse(""),
        entry.kind() == LedgerEntry.Kind.EXTEND ? entry.length() : 0, "");
  }

  CorrectEntry toCommand(int entry) {
    try {
      return new CorrectEntry(entry, annul, LocalDate.parse(on),
          at.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(at)), length, reason);
    } catch (DateTimeParseException e) {
      throw Refused.at("on", "calendar.refused.no-date");
    }
  }
}
