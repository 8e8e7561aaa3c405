package org.petitiondesk.calendar.web;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.petitiondesk.calendar.OfficialNotice;

/** The notice of a year, typed in. */
record LearnYearForm(int year, @NotBlank String source, List<HolidayRow> rows) {

  LearnYearForm {
    rows = rows == null ? List.of() : rows;
  }

  static LearnYearForm of(int year) {
    return new LearnYearForm(year, "",
        Stream.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节").map(HolidayRow::named).toList());
  }

  OfficialNotice toNotice() {
    return new OfficialNotice(year, source, IntStream.range(0, rows.size()).filter(place -> !rows.get(place).isEmpty())
        .boxed().flatMap(place -> rows.get(place).days(place)).toList());
  }
}
