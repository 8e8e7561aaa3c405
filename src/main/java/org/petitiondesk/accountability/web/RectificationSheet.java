package org.petitiondesk.accountability.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.accountability.Rectification;
import org.petitiondesk.accountability.RectificationRow;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Spreadsheet;
import org.petitiondesk.web.Spreadsheet.Column;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The register of rectification as a spreadsheet, one line for each measure, in the reader's language. */
@Component
class RectificationSheet {

  private static final List<Column> COLUMNS = List.of(new Column("number", 22), new Column("light", 12),
      new Column("unit", 24), new Column("case", 18), new Column("title", 40), new Column("reason", 40),
      new Column("opened-on", 12), new Column("measure", 6), new Column("text", 40), new Column("measure-light", 12),
      new Column("owner", 14), new Column("due-on", 12), new Column("proof", 30), new Column("failures", 8),
      new Column("failure", 30));

  private final Rectifications rectifications;
  private final Units units;
  private final Accounts accounts;
  private final MessageSource messages;

  RectificationSheet(Rectifications rectifications, Units units, Accounts accounts, MessageSource messages) {
    this.rectifications = rectifications;
    this.units = units;
    this.accounts = accounts;
    this.messages = messages;
  }

  byte[] of(List<RectificationRow> rows) {
    return Spreadsheet.of(text("title"),
        COLUMNS.stream().map(column -> new Column(text("column." + column.title()), column.width())).toList(),
        rows.stream().flatMap(this::lines).collect(Collectors.toList()));
  }

  private Stream<Object[]> lines(RectificationRow row) {
    var rectification = row.rectification();
    return rectification.measures().stream().map(measure -> new Object[]{rectification.number(),
        text("light." + row.light()), units.name(rectification.unit()), row.code(), row.title(),
        rectification.reason(), Dates.local(rectification.openedAt()).toLocalDate(), measure.number(), measure.text(),
        text("light." + rectifications.light(measure)), accounts.name(measure.owner()), measure.dueOn(),
        measure.proof(), measure.failures(), rectification.failure().map(Rectification.Failure::reason).orElse("")});
  }

  private String text(String key) {
    return messages.getMessage("accountability.rectification." + key, null, LocaleContextHolder.getLocale());
  }
}
