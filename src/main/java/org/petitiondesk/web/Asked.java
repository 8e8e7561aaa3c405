package org.petitiondesk.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the filter of a list asks for in its address. An address that somebody typed or that has grown old asks for less
 * and shows a wider list, never an error.
 */
public final class Asked {

  /** Nobody looks for more, and it stands in an address. */
  private static final int TEXT_LENGTH = 100;

  private Asked() {}

  /** Without blanks around it and not too long. PostgreSQL takes no text with a zero in it. */
  public static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(given -> given.replace("\0", "").strip()).filter(given -> !given.isEmpty())
        .map(given -> given.length() <= TEXT_LENGTH ? given : given.substring(0, TEXT_LENGTH));
  }

  public static Optional<LocalDate> day(String value) {
    try {
      return text(value).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The constant of that name, in whatever case it is written. */
  public static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return text(name).flatMap(given -> Arrays.stream(values)
        .filter(value -> value.name().equals(given.toUpperCase(Locale.ROOT))).findFirst());
  }
}
