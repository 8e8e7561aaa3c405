package org.petitiondesk.casefile.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseStatus;

/**
 * The filter as the address bar holds it. An address that somebody typed or that has grown old shows a wider list
 * instead of an error.
 */
record RegisterFilter(String text, String status, String category, String unit, String territory, String kind,
    String from, String to) {

  private static final int TEXT_LENGTH = 100;

  RegisterFilter {
    text = text == null ? "" : text.substring(0, Math.min(text.length(), TEXT_LENGTH)).replace("\0", "");
    status = plain(status);
    category = plain(category);
    unit = plain(unit);
    territory = plain(territory);
    kind = plain(kind);
    from = plain(from);
    to = plain(to);
  }

  CaseQuery toQuery() {
    return new CaseQuery(given(text), named(CaseStatus.values(), status), given(category), given(unit),
        given(territory), named(CaseKind.values(), kind), day(from), day(to));
  }

  /** Whether one of the filters that are folded away narrows the list. */
  public boolean narrowed() {
    return !(category + unit + territory + kind + from + to).isEmpty();
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
