package org.petitiondesk.escalation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.SupervisionLight;
import org.petitiondesk.escalation.SupervisionQuery;

/** The filter as the address bar holds it. An address that makes no sense shows a wider list instead of an error. */
record SupervisionFilter(String text, String unit, String kind, String light, String from, String to) {

  private static final int TEXT_LENGTH = 100;

  SupervisionFilter {
    text = plain(text);
    unit = plain(unit);
    kind = plain(kind);
    light = plain(light);
    from = plain(from);
    to = plain(to);
  }

  SupervisionQuery toQuery() {
    return new SupervisionQuery(given(text), given(unit), named(SupervisionKind.values(), kind),
        named(SupervisionLight.values(), light), day(from), day(to));
  }

  /** Whether one of the filters that are folded away narrows the list. */
  public boolean narrowed() {
    return !(unit + kind + from + to).isEmpty();
  }

  private static String plain(String text) {
    return text == null || text.length() > TEXT_LENGTH ? "" : text.replace("\0", "");
  }

  private static Optional<String> given(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
