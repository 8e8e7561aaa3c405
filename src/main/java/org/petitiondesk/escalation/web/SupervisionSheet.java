package org.petitiondesk.escalation.web;

import java.util.List;
import org.petitiondesk.escalation.SupervisionRow;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Spreadsheet;
import org.petitiondesk.web.Spreadsheet.Column;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The register of supervision as a spreadsheet, in the reader's language. */
@Component
class SupervisionSheet {

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
    return Spreadsheet.of(text("escalation.register.title"),
        COLUMNS.stream().map(column -> new Column(text("escalation.column." + column.title()), column.width()))
            .toList(),
        rows.stream().map(this::line).toList());
  }

  private Object[] line(SupervisionRow row) {
    var supervision = row.supervision();
    var closing = supervision.closing();
    return new Object[]{supervision.number(), text("escalation.light." + row.light()),
        text("escalation.kind." + supervision.kind()), units.name(supervision.unit()), row.code(), row.title(),
        supervision.demand(), Dates.local(supervision.openedAt()).toLocalDate(),
        accounts.name(supervision.openedBy()), supervision.answerOn(),
        supervision.acknowledged().map(taken -> Dates.local(taken.at()).toLocalDate()).orElse(null),
        supervision.level(), closing.map(closed -> text("escalation.result." + closed.result())).orElse(""),
        closing.map(closed -> closed.words()).orElse(""),
        closing.map(closed -> Dates.local(closed.at()).toLocalDate()).orElse(null)};
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
