package org.petitiondesk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A register as a spreadsheet. Every text is written as a text cell, days as days: what begins with an equals sign is
 * read, never calculated.
 */
public final class Spreadsheet {

  public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Spreadsheet() {}

  /** @param width in characters */
  public record Column(String title, int width) {}

  /** @param rows a text, a {@link LocalDate}, an {@link Integer} or null for each column */
  public static byte[] of(String title, List<Column> columns, List<Object[]> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "petition-desk", "1.0")) {
      var sheet = workbook.newWorksheet(title);
      for (var i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i).title());
        sheet.width(i, columns.get(i).width());
      }
      sheet.range(0, 0, 0, columns.size() - 1).style().bold().fillColor("E6E7E9").set();
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), columns.size() - 1);
      for (var i = 0; i < rows.size(); i++) {
        line(sheet, i + 1, rows.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void line(Worksheet sheet, int line, Object[] values) {
    for (var column = 0; column < values.length; column++) {
      if (values[column] instanceof LocalDate day) {
        sheet.value(line, column, day);
        sheet.style(line, column).format("yyyy-mm-dd").set();
      } else if (values[column] instanceof Integer number) {
        sheet.value(line, column, number);
      } else if (values[column] != null) {
        sheet.value(line, column, printable((String) values[column]));
      }
    }
  }

  /** A sheet is XML, which knows no control characters. */
  private static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
  }
}
