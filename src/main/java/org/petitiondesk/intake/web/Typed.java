package org.petitiondesk.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.petitiondesk.kernel.Refused;

/** Reads what was typed; what can not be read is refused at its field, and the form keeps it. */
final class Typed {

  private Typed() {}

  static String text(String text) {
    return text == null ? "" : text;
  }

  static <T> List<T> rows(List<T> rows) {
    return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
  }

  static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.at(field, "intake.refused.date");
    }
  }

  static <E extends Enum<E>> E choice(String field, Class<E> type, String text) {
    return List.of(type.getEnumConstants()).stream().filter(value -> value.name().equals(text)).findFirst()
        .orElseThrow(() -> Refused.at(field, "intake.refused.choice"));
  }

  static <E extends Enum<E>> E choice(String field, Class<E> type, String text, E otherwise) {
    return text.isEmpty() ? otherwise : choice(field, type, text);
  }
}
