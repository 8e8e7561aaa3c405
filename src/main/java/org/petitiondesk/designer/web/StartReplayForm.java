package org.petitiondesk.designer.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.designer.ReplayChoice;

/** @param unit empty for all, as the category */
record StartReplayForm(@NotNull(message = "{designer.form.day}") LocalDate from,
    @NotNull(message = "{designer.form.day}") LocalDate to, String unit, String category) {

  StartReplayForm {
    unit = unit == null ? "" : unit.replace("\0", "");
    category = category == null ? "" : category.replace("\0", "");
  }

  /** The month before that of the day. */
  static StartReplayForm lastMonth(LocalDate today) {
    var first = today.withDayOfMonth(1).minusMonths(1);
    return new StartReplayForm(first, first.plusMonths(1).minusDays(1), "", "");
  }

  ReplayChoice toCommand() {
    return new ReplayChoice(from, to, Optional.of(unit).filter(text -> !text.isEmpty()),
        Optional.of(category).filter(text -> !text.isEmpty()));
  }
}
