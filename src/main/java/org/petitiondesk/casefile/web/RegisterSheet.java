package org.petitiondesk.casefile.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Csv;
import org.petitiondesk.web.Show;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The register as a sheet, in the reader's language. */
@Component
class RegisterSheet {

  private static final List<String> COLUMNS = List.of("casefile.facts.code", "casefile.register.column.title",
      "casefile.register.kind", "casefile.facts.status", "casefile.facts.received-on", "casefile.facts.category",
      "casefile.facts.territory", "casefile.facts.lead-unit");

  private final Categories categories;
  private final Territories territories;
  private final Units units;
  private final Show show;
  private final MessageSource messages;

  RegisterSheet(Categories categories, Territories territories, Units units, Show show, MessageSource messages) {
    this.categories = categories;
    this.territories = territories;
    this.units = units;
    this.show = show;
    this.messages = messages;
  }

  String of(List<CaseRow> rows) {
    var head = Csv.line(COLUMNS.stream().map(this::text).toArray());
    return Stream.concat(Stream.of(head), rows.stream().map(this::line)).collect(Collectors.joining());
  }

  private String line(CaseRow row) {
    return Csv.line(row.code(), row.title(), text("casefile.kind." + row.kind()),
        row.closingState().map(state -> text("casefile.closing-state." + state))
            .orElseGet(() -> text("casefile.status." + row.status())),
        show.day(row.receivedOn()), row.category().map(categories::label).orElse(""),
        territories.fullName(row.territory()), row.leadUnit().map(units::name).orElse(""));
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
