package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.dispute.AgreementForm;
import org.petitiondesk.dispute.DisputeKind;
import org.petitiondesk.dispute.DisputeQuery;
import org.petitiondesk.dispute.DisputeState;

/** What was typed above the register; what makes no sense is as if it were not there. */
record DisputeFilter(String text, String state, String kind, String place, String form, String from, String to) {

  DisputeFilter {
    text = Text.plain(text);
    state = Text.plain(state);
    kind = Text.plain(kind);
    place = Text.plain(place);
    form = Text.plain(form);
    from = Text.plain(from);
    to = Text.plain(to);
  }

  DisputeQuery toQuery() {
    return new DisputeQuery(Optional.of(text), named(DisputeState.values(), state), named(DisputeKind.values(), kind),
        Optional.of(place).filter(known -> !known.isEmpty()), named(AgreementForm.values(), form), day(from), day(to));
  }

  static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
