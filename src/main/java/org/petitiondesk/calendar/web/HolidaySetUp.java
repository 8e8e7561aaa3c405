package org.petitiondesk.calendar.web;

import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.calendar.CalendarChanges;
import org.petitiondesk.calendar.OfficialYears;
import org.petitiondesk.calendar.OfficialYears.Year;
import org.petitiondesk.web.SetUpStep;
import org.springframework.stereotype.Component;

/** The official days come once a year, and without them dates stay provisional. */
@Component
class HolidaySetUp implements SetUpStep {

  private final OfficialYears years;
  private final CalendarChanges changes;

  HolidaySetUp(OfficialYears years, CalendarChanges changes) {
    this.years = years;
    this.changes = changes;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String page() {
    return "holidays";
  }

  @Override
  public String name() {
    return "calendar.holidays.title";
  }

  @Override
  public long count() {
    return years.all().stream().filter(Year::known).count();
  }

  @Override
  public List<Gap> gaps() {
    return Stream.concat(
        changes.waiting().stream().map(change -> Gap.of("calendar.change.gap", String.valueOf(change.year()))),
        years.all().stream().filter(year -> !year.known())
            .map(year -> Gap.of("calendar.holidays.gap", String.valueOf(year.year()))))
        .toList();
  }
}
