package org.petitiondesk.escalation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.petitiondesk.escalation.SupervisionRow;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The register of supervision as a spreadsheet, in the reader's language. Every text is written as a text cell, days as
 * days: a demand that begins with an equals sign is read, never calculated.
 */
@Component
class SupervisionSheet {

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final List<Column> COLUMNS = List.of(new Column("number", 22), new Column("light", 12),
      new Column("kind", 14), new Column("unit", 24), new Column("case", 18), new Column("title", 40),
      new Column("demand", 50), new Column("opened-on", 12), new Column("opened-by", 16), new Column("answer-on", 12),
      new Column("acknowledged-on", 12), new Column("level", 8), new Column("result", 14),
      new Column("result-words", 40), new Column("closed-on", 12));

  private final Units units;
  private final Accounts accounts;
  private final MessageSource messages;

  SupervisionSheet(Units units, Accounts accounts, MessageSource messages) {
    this.units = units;
    this.accounts = accounts;
    this.messages = messages;
  }

  byte[] of(List<SupervisionRow> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "petition-desk", "1.0")) {
      var sheet = workbook.newWorksheet(text("escalation.register.title"));
      for (var i = 0; i < COLUMNS.size(); i++) {
        sheet.value(0, i, text("escalation.column." + COLUMNS.get(i).name()));
        sheet.width(i, COLUMNS.get(i).width());
      }
      sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().fillColor("E6E7E9").set();
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), COLUMNS.size() - 1);
      for (var i = 0; i < rows.size(); i++) {
        line(sheet, i + 1, rows.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void line(Worksheet sheet, int line, SupervisionRow row) {
    var supervision = row.supervision();
    var closing = supervision.closing();
    var values = new Object[]{supervision.number(), text("escalation.light." + row.light()),
        text("escalation.kind." + supervision.kind()), units.name(supervision.unit()), row.code(), row.title(),
        supervision.demand(), Dates.local(supervision.openedAt()).toLocalDate(),
        accounts.name(supervision.openedBy()), supervision.answerOn(),
        supervision.acknowledged().map(taken -> Dates.local(taken.at()).toLocalDate()).orElse(null),
        supervision.level(), closing.map(closed -> text("escalation.result." + closed.result())).orElse(""),
        closing.map(closed -> closed.words()).orElse(""),
        closing.map(closed -> Dates.local(closed.at()).toLocalDate()).orElse(null)};
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

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  /** @param width in characters */
  private record Column(String name, int width) {}
}
