package org.petitiondesk.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The reference data of the installation, read from its migration without a database. */
final class OfficialDays {

  private static final Path FILE = Path.of("src/main/resources/db/migration/R__calendar_holidays.sql");
  private static final Pattern ROW = Pattern
      .compile("\\('[-0-9]+', '(\\d{4}-\\d\\d-\\d\\d)', '(OFF|WORK)', '([^']+)', '([^']+)'");

  private static final List<OfficialDay> SHIPPED = read();

  private OfficialDays() {}

  static List<OfficialDay> shipped() {
    return SHIPPED;
  }

  private static List<OfficialDay> read() {
    try {
      return ROW.matcher(Files.readString(FILE, StandardCharsets.UTF_8)).results()
          .map(row -> new OfficialDay(LocalDate.parse(row.group(1)), row.group(2).equals("OFF"), row.group(3),
              row.group(4)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OfficialCalendar calendar() {
    return new OfficialCalendar(shipped(), true);
  }
}
