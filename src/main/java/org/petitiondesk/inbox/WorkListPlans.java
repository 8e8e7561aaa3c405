package org.petitiondesk.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.inbox.WorkListPlan.Condition;
import org.petitiondesk.inbox.WorkListPlan.Run;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Like;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Decides which indexes answer a question about the work list. What none answers is left as a condition on rows. */
@Component
class WorkListPlans {

  /** So many runs are merged at most; beyond it one long run with a condition on its rows is read instead. */
  private static final int MERGED = 24;

  /** A whole case code, as {@code XF2026-000123}: there is an index for it. */
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}\\d{4}-\\d{6,}");

  private final Units units;
  private final Territories territories;
  private final Categories categories;
  private final Clock clock;

  WorkListPlans(Units units, Territories territories, Categories categories, Clock clock) {
    this.units = units;
    this.territories = territories;
    this.categories = categories;
    this.clock = clock;
  }

  /** What the reader holds, then what the reader's groups may claim. */
  WorkListPlan todo(WorkListQuery query, Reader reader) {
    var question = new Question(query.filter(), query.sort(), reader.all().size());
    return question.plan(List.of(question.waiting(reader.own()), question.waiting(reader.groups())), false);
  }

  /** What waits for the reader, and what the reader's units work on or have registered. */
  WorkListPlan all(WorkListQuery query, Reader reader) {
    var question = new Question(query.filter(), query.sort(), MERGED + 1);
    var runs = new ArrayList<>(question.waiting(reader.all()));
    if (!reader.scope().isEmpty()) {
      runs.addAll(question.inSight(reader.scope()));
    }
    return question.plan(List.of(runs), true);
  }

  WorkListPlan done(WorkListQuery query, String account) {
    var question = new Question(query.filter(), WorkListSort.FINISHED, MERGED + 1);
    return question.plan(List.of(List.of(question.narrowed(Run.of("done_key", account)))), false);
  }

  /** What has come to wait for the reader since then. */
  WorkListPlan news(Instant since, Reader reader) {
    var later = Condition.of("waits_since > ?", Timestamp.from(since));
    var runs = reader.all().stream().map(run -> run.within(List.of(later))).toList();
    return new WorkListPlan(List.of(runs), false, WorkListSort.NEWEST, List.of());
  }

  /**
   * Who reads.
   *
   * @param own runs of what the reader holds, or an absent colleague for whom the reader stands in
   * @param groups runs of what the reader may claim
   * @param scope units whose work the reader may see, none for those who work on no cases
   */
  record Reader(List<Run> own, List<Run> groups, Set<String> scope) {

    /** @param reports items of reports that the actor may see and nobody holds */
    static Reader of(Actor actor, StandIn standIn, Set<String> reports, Set<String> scope) {
      var own = new ArrayList<>(List.of(waitingFor(WaitsFor.account(actor.id()))));
      var groups = WaitsFor.groups(actor).stream().map(Reader::waitingFor).collect(Collectors.toList());
      if (!reports.isEmpty()) {
        groups.add(waitingFor(WaitsFor.report(actor.unit())).where(Condition.in("id", reports)));
      }
      var places = new TreeMap<String, Set<Object>>();
      standIn.places()
          .forEach(place -> places.computeIfAbsent((String) place[0], key -> new TreeSet<>()).add(place[1]));
      var barred = standIn.barred().stream().map(CaseId::value).toList();
      places.forEach((key, colleagues) -> {
        var run = waitingFor(key).where(Condition.in("not confidential and group_key", colleagues));
        (key.startsWith(WaitsFor.account("")) ? own : groups)
            .add(barred.isEmpty() ? run : run.where(Condition.notIn("case_id", barred)));
      });
      return new Reader(own, groups, scope);
    }

    List<Run> all() {
      return Stream.concat(own.stream(), groups.stream()).toList();
    }

    private static Run waitingFor(String key) {
      return Run.of("todo_key", key);
    }
  }

  /** What a filter asks, sorted into what an index answers and what is left. */
  private final class Question {

    private final WorkListFilter filter;
    private final WorkListSort sort;
    private final List<Condition> range = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<List<String>> splits = new ArrayList<>();

    /** @param keys how many runs there would be if none were split by kind or category */
    Question(WorkListFilter filter, WorkListSort wanted, int keys) {
      this.filter = filter;
      var code = filter.text().toUpperCase(Locale.ROOT);
      var byCode = wanted != WorkListSort.FINISHED && CODE.matcher(code).matches();
      sort = byCode ? WorkListSort.CODE : wanted;
      if (byCode) {
        range.add(Condition.of("case_code = ?", code));
      } else if (!filter.text().isEmpty()) {
        conditions.add(text(filter.text()));
      }
      due();
      since();
      split("kind", filter.kind().map(Set::of), keys);
      split("category", filter.category().map(WorkListPlans.this::categoryAndBelow), keys);
      filter.unit().ifPresent(unit -> conditions.add(Condition.in("unit_id", units.selfAndBelow(unit))));
      filter.territory().ifPresent(place -> conditions.add(Condition.in("territory", placeAndBelow(place))));
    }

    WorkListPlan plan(List<List<Run>> sections, boolean overlapping) {
      return new WorkListPlan(sections, overlapping, sort, conditions);
    }

    Run narrowed(Run run) {
      return run.within(range);
    }

    List<Run> waiting(List<Run> keys) {
      var runs = keys.stream().map(this::narrowed);
      return splits.isEmpty()
          ? runs.toList()
          : runs.flatMap(run -> splits.stream().map(split -> run.and(split.get(0), split.get(1)))).toList();
    }

    List<Run> inSight(Set<String> scope) {
      var working = Condition.in("unit_key", scope);
      var registered = Condition.in("office_key", scope);
      var either = new Condition(working.sql() + " or " + registered.sql(),
          Stream.concat(working.parameters().stream(), registered.parameters().stream()).toList());
      var sought = filter.unit().map(units::selfAndBelow).orElse(Set.of());
      if (!sought.isEmpty() && sought.size() <= MERGED) {
        return sought.stream().map(unit -> narrowed(Run.of("unit_key", unit)).where(either)).toList();
      }
      return 2 * scope.size() <= MERGED
          ? scope.stream().flatMap(unit -> Stream.of("unit_key", "office_key")
              .map(key -> narrowed(Run.of(key, unit)))).toList()
          : List.of(narrowed(Run.of("open_key", ItemState.OPEN.name())).where(either));
    }

    private void due() {
      var today = Dates.today(clock);
      var limits = sort == WorkListSort.DUE ? range : conditions;
      Stream.concat(filter.dueFrom().stream(), filter.severity().map(it -> it.from(today)).stream())
          .max(Comparator.naturalOrder()).ifPresent(from -> limits.add(Condition.of("rank_on >= ?", from)));
      // What has no date is due on no day.
      Stream.concat(filter.dueTo().or(() -> filter.dueFrom().map(from -> Standing.NO_DATE_RANK.minusDays(1))).stream(),
          filter.severity().map(it -> it.to(today)).stream())
          .min(Comparator.naturalOrder()).ifPresent(to -> limits.add(Condition.of("rank_on <= ?", to)));
    }

    /** On the done list the days are those on which it was finished. */
    private void since() {
      var finished = sort == WorkListSort.FINISHED;
      var limits = finished ? range : conditions;
      var column = finished ? "finished_at" : "created_at";
      filter.sinceFrom().ifPresent(from -> limits.add(Condition.of(column + " >= ?", morning(from))));
      filter.sinceTo().ifPresent(to -> limits.add(Condition.of(column + " < ?", morning(to.plusDays(1)))));
    }

    /** One run for each value where there is an index for it and they are not too many, else a condition on rows. */
    private void split(String column, Optional<Set<String>> values, int keys) {
      values.ifPresent(wanted -> {
        if (sort == WorkListSort.DUE && splits.isEmpty() && !wanted.isEmpty() && wanted.size() * keys <= MERGED) {
          wanted.forEach(value -> splits.add(List.of(column, value)));
        } else {
          conditions.add(Condition.in(column, wanted));
        }
      });
    }
  }

  private static Condition text(String text) {
    var pattern = Like.containing(text);
    return Condition.of("lower(title) like ? escape '!' or lower(case_code) like ? escape '!'", pattern, pattern);
  }

  private static Timestamp morning(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(Dates.ZONE).toInstant());
  }

  private Set<String> categoryAndBelow(String code) {
    var found = new HashSet<>(Set.of(code));
    // Each comes after its parent.
    categories.all().stream().filter(each -> each.parent().filter(found::contains).isPresent())
        .forEach(each -> found.add(each.code()));
    return found;
  }

  private Set<String> placeAndBelow(String id) {
    return territories.find(id).map(top -> territories.all().stream()
        .filter(place -> place.path().startsWith(top.path())).map(Territory::id).collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
