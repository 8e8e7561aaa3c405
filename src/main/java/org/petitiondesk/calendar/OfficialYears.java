package org.petitiondesk.calendar;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The years whose official days are known, and those that should be. */
@Component
@Transactional(readOnly = true)
public class OfficialYears {

  private final CalendarChanges changes;
  private final Clock clock;

  OfficialYears(CalendarChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * @param known otherwise only weekends are days off, and dates that reach into it are provisional
   */
  public record Year(int year, boolean known, String source, List<OfficialDay> days) {

    private static Year unknown(int year) {
      return new Year(year, false, "", List.of());
    }
  }

  /** The newest first: every known year, and those from this one to the next, known or not. */
  public List<Year> all() {
    var today = Dates.today(clock).getYear();
    var known = changes.newest().stream()
        .map(change -> new Year(change.year(), true, change.source(), change.days())).toList();
    return Stream.concat(known.stream(), IntStream.rangeClosed(today, today + 1)
        .filter(year -> known.stream().noneMatch(one -> one.year() == year)).mapToObj(Year::unknown))
        .sorted(Comparator.comparing(Year::year).reversed()).toList();
  }

  public Year of(int year) {
    return all().stream().filter(one -> one.year() == year).findFirst().orElseGet(() -> Year.unknown(year));
  }
}
