package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.petitiondesk.calendar.LedgerEntry.Kind;

/** What holds for every ledger and every calendar. */
class DueDatePropertyTests {

  private static final String SEED = "20261122";
  private static final int TRIES = 400;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  /** Calendars name days of three years, ledgers start in the first two. */
  private static final int DAYS = 3 * 365;

  /** A period with pauses in time and extensions. Each act is one group of entries that belong together. */
  record Story(LedgerEntry start, List<List<LedgerEntry>> acts) {

    List<LedgerEntry> ledger() {
      return Stream.concat(Stream.of(start), acts.stream().flatMap(List::stream)).toList();
    }

    Story with(int place, List<LedgerEntry> act) {
      var more = new ArrayList<>(acts);
      more.add(place % (acts.size() + 1), act);
      return new Story(start, more);
    }
  }

  @Property(seed = SEED, tries = TRIES)
  void leapsAndTheCountDayByDayEndAlike(@ForAll("stories") Story story,
      @ForAll("calendars") OfficialCalendar calendar) {
    assertThat(DueDate.due(story.ledger(), calendar)).isEqualTo(DueDate.explain(story.ledger(), calendar).due());
  }

  @Property(seed = SEED, tries = TRIES)
  void thePeriodEndsWhereANaiveCountEndsIt(@ForAll("stories") Story story,
      @ForAll("calendars") OfficialCalendar calendar) {
    assertThat(DueDate.due(story.ledger(), calendar).on()).isEqualTo(Naive.due(story, calendar));
  }

  @Property(seed = SEED, tries = TRIES)
  void hoursEndWhereANaiveCountOfMinutesEndsThem(@ForAll @IntRange(min = 1, max = 30) int hours,
      @ForAll @IntRange(min = 0, max = 1439) int from, @ForAll @IntRange(min = 0, max = 2000) int paused,
      @ForAll @IntRange(min = 0, max = 2000) int minutes) {
    var start = FIRST.atTime(LocalTime.MIN).plusMinutes(from);
    var pause = start.plusMinutes(paused);
    var resume = pause.plusMinutes(minutes);
    var ledger = List.of(
        at(LedgerEntry.start(start.toLocalDate(), new Term(hours, TermUnit.HOUR, "rule"), "housing"), start),
        at(LedgerEntry.pause(pause.toLocalDate(), "supplement", "text"), pause),
        at(LedgerEntry.resume(resume.toLocalDate()), resume));
    var end = start;
    for (var counted = 0; counted < hours * 60; end = end.plusMinutes(1)) {
      counted += end.isBefore(pause) || !end.isBefore(resume) ? 1 : 0;
    }

    assertThat(DueDate.due(ledger, OfficialDays.calendar()).moment()).isEqualTo(end);
  }

  @Property(seed = SEED, tries = TRIES)
  void pausingAndResumingAtOnceChangesNothing(@ForAll("stories") Story story,
      @ForAll("calendars") OfficialCalendar calendar, @ForAll @IntRange(min = 0, max = 120) int after,
      @ForAll @IntRange(min = 0, max = 9) int place) {
    var on = story.start().on().plusDays(after);
    var more = story.with(place, List.of(LedgerEntry.pause(on, "supplement", "a slip"), LedgerEntry.resume(on)));

    assertThat(DueDate.due(more.ledger(), calendar)).isEqualTo(DueDate.due(story.ledger(), calendar));
  }

  @Property(seed = SEED, tries = TRIES)
  void theOrderInWhichPausesAndExtensionsAreWrittenChangesNothing(@ForAll("shuffled") Tuple.Tuple2<Story, Story> both,
      @ForAll("calendars") OfficialCalendar calendar) {
    assertThat(DueDate.due(both.get1().ledger(), calendar)).isEqualTo(DueDate.due(both.get2().ledger(), calendar));
  }

  @Property(seed = SEED, tries = TRIES)
  void anExtensionWrittenInsideAPauseIsOneWrittenAfterIt(@ForAll("stories") Story story,
      @ForAll("calendars") OfficialCalendar calendar, @ForAll @IntRange(min = 0, max = 60) int after,
      @ForAll @IntRange(min = 0, max = 40) int length, @ForAll @IntRange(min = 1, max = 30) int more) {
    var pause = LedgerEntry.pause(story.start().on().plusDays(after), "supplement", "text");
    var resume = LedgerEntry.resume(pause.on().plusDays(length));
    var extend = LedgerEntry.extend(pause.on(), more, story.start().unit(), "complex");

    assertThat(DueDate.due(story.with(0, List.of(pause, extend, resume)).ledger(), calendar))
        .isEqualTo(DueDate.due(story.with(0, List.of(pause, resume, extend)).ledger(), calendar));
  }

  @Property(seed = SEED, tries = TRIES)
  void aLongerExtensionNeverEndsEarlier(@ForAll("stories") Story story, @ForAll("calendars") OfficialCalendar calendar,
      @ForAll @IntRange(min = 1, max = 30) int length) {
    var shorter = story.with(0, List.of(LedgerEntry.extend(story.start().on(), length, TermUnit.DAY, "complex")));
    var longer = story.with(0, List.of(LedgerEntry.extend(story.start().on(), length + 1, TermUnit.DAY, "complex")));

    assertThat(DueDate.due(longer.ledger(), calendar).on())
        .isAfterOrEqualTo(DueDate.due(shorter.ledger(), calendar).on());
    assertThat(DueDate.due(shorter.ledger(), calendar).on())
        .isAfterOrEqualTo(DueDate.due(story.ledger(), calendar).on());
  }

  @Property(seed = SEED, tries = TRIES)
  void otherOfficialDaysMoveADateOnlyByAnEntryOfTheLedger(@ForAll("stories") Story story,
      @ForAll("calendars") OfficialCalendar issuedBy, @ForAll("calendars") OfficialCalendar other) {
    var calendars = Map.of(1, issuedBy, 2, new OfficialCalendar(named(other), other.rollsToWorkingDay(), 2));
    var ledger = new ArrayList<>(story.ledger());
    var issued = DueDate.due(ledger, calendars.get(Ledger.calendar(ledger)));

    assertThat(issued).isEqualTo(DueDate.due(story.ledger(), issuedBy));

    ledger.add(LedgerEntry.calendar(story.start().on(), "notice").by(2));
    assertThat(DueDate.due(ledger, calendars.get(Ledger.calendar(ledger)))).isEqualTo(DueDate.due(ledger, other));
  }

  @Property(seed = SEED, tries = TRIES)
  void whatIsAnnulledNeverWas(@ForAll("stories") Story story, @ForAll("calendars") OfficialCalendar calendar) {
    var ledger = new ArrayList<>(story.ledger());
    IntStream.range(2, ledger.size() + 1)
        .forEach(place -> ledger.add(LedgerEntry.annul(place, story.start().on(), "a slip")));

    assertThat(DueDate.due(ledger, calendar)).isEqualTo(DueDate.due(List.of(story.start()), calendar));
  }

  @Property(seed = SEED, tries = TRIES)
  void workingDaysAreThoseThatOneCounts(@ForAll("calendars") OfficialCalendar calendar, @ForAll("days") LocalDate from,
      @ForAll @IntRange(min = 0, max = 500) int days) {
    var to = from.plusDays(days);
    var counted = (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(day -> Naive.works(day, calendar)).count();

    assertThat(calendar.between(from, to)).isEqualTo(counted);
    assertThat(calendar.between(to, from)).isEqualTo(-counted);
    assertThat(calendar.next(from)).isAfter(from).matches(day -> Naive.works(day, calendar));
    assertThat(calendar.between(from, calendar.next(from))).isEqualTo(1);
    assertThat(calendar.before(to, counted + 1)).matches(day -> Naive.works(day, calendar))
        .satisfies(day -> assertThat(calendar.between(day, to)).isEqualTo(counted + 1));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 2 * 365).map(FIRST::plusDays);
  }

  /** Any days off on any days, and any weekend days worked; the years are known or not. */
  @Provide
  Arbitrary<OfficialCalendar> calendars() {
    var named = Arbitraries.integers().between(0, DAYS).set().ofMinSize(0).ofMaxSize(60);
    var roll = Arbitraries.of(true, true, true, false);
    return Combinators.combine(named, roll, Arbitraries.of(true, false)).as((places, rolls, known) -> {
      var days = new HashMap<LocalDate, OfficialDay>();
      places.stream().map(FIRST::plusDays)
          .forEach(day -> days.put(day, new OfficialDay(day, day.getDayOfWeek().getValue() < 6, "节", "festival")));
      if (known) {
        IntStream.of(2025, 2026).mapToObj(year -> LocalDate.of(year, 10, 1))
            .forEach(day -> days.put(day, new OfficialDay(day, true, "国庆节", "National Day")));
      }
      return new OfficialCalendar(days.values(), rolls);
    });
  }

  @Provide
  Arbitrary<Story> stories() {
    var units = Arbitraries.of(TermUnit.DAY, TermUnit.WORKING_DAY);
    var lengths = Arbitraries.integers().between(1, 60);
    return Combinators.combine(days(), units, lengths).as((on, unit, length) -> LedgerEntry.start(on,
        new Term(length, unit, "rule"), "housing")).flatMap(start -> acts(start).map(acts -> new Story(start, acts)));
  }

  @Provide
  Arbitrary<Tuple.Tuple2<Story, Story>> shuffled() {
    return stories().flatMap(story -> Arbitraries.shuffle(story.acts())
        .map(acts -> Tuple.of(story, new Story(story.start(), acts))));
  }

  private static Arbitrary<List<List<LedgerEntry>>> acts(LedgerEntry start) {
    var pauses = Combinators.combine(Arbitraries.integers().between(0, 90), Arbitraries.integers().between(0, 25))
        .as((after, length) -> List.of(LedgerEntry.pause(start.on().plusDays(after), "supplement", "text"),
            LedgerEntry.resume(start.on().plusDays(after + length))));
    var extensions = Combinators.combine(Arbitraries.integers().between(1, 30),
        Arbitraries.of(TermUnit.DAY, TermUnit.WORKING_DAY))
        .as((length, unit) -> List.of(LedgerEntry.extend(start.on(), length, unit, "complex")));
    return Arbitraries.oneOf(List.of(pauses, extensions)).list().ofMaxSize(7);
  }

  private static Collection<OfficialDay> named(OfficialCalendar calendar) {
    return IntStream.rangeClosed(0, DAYS).mapToObj(FIRST::plusDays).map(calendar::named).flatMap(Optional::stream)
        .toList();
  }

  private static LedgerEntry at(LedgerEntry entry, LocalDateTime at) {
    return entry.at(Optional.of(at.toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
  }

  /** Counts with sets of days and knows nothing of how the desk counts. */
  private static final class Naive {

    static LocalDate due(Story story, OfficialCalendar calendar) {
      var paused = paused(story);
      var day = story.start().on();
      for (var stretch : stretches(story)) {
        for (var left = stretch.length(); left > 0;) {
          day = day.plusDays(1);
          if (!paused.contains(day) && (stretch.unit() == TermUnit.DAY || works(day, calendar))) {
            left--;
          }
        }
      }
      while (calendar.rollsToWorkingDay() && (paused.contains(day) || !works(day, calendar))) {
        day = day.plusDays(1);
      }
      return day;
    }

    /** First the term, then extensions in its unit, then the others. */
    private static List<LedgerEntry> stretches(Story story) {
      var extensions = story.ledger().stream().filter(entry -> entry.kind() == Kind.EXTEND).toList();
      return Stream.of(Stream.of(story.start()),
          extensions.stream().filter(entry -> entry.unit() == story.start().unit()),
          extensions.stream().filter(entry -> entry.unit() != story.start().unit())).flatMap(all -> all).toList();
    }

    private static Set<LocalDate> paused(Story story) {
      var paused = new HashSet<LocalDate>();
      for (var act : story.acts()) {
        if (act.get(0).kind() == Kind.PAUSE) {
          for (var day = act.get(0).on().plusDays(1); !day.isAfter(act.get(1).on()); day = day.plusDays(1)) {
            paused.add(day);
          }
        }
      }
      return paused;
    }

    static boolean works(LocalDate day, OfficialCalendar calendar) {
      return calendar.named(day).map(named -> !named.off())
          .orElse(day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
  }
}
