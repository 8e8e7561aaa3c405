package org.petitiondesk.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.StartedCases;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is next, for whom and why. The verbs on it are {@link ItemVerbs}. */
@Component
@Transactional(readOnly = true)
public class WorkList {

  private static final int PAGE = 50;

  /** Whoever works on cases in a unit may see what the unit has open. Operators, designers and auditors do not. */
  private static final Set<Role> CASE_WORKERS = Set.of(Role.OFFICER, Role.HANDLER, Role.LEADER, Role.MEDIATOR,
      Role.REVIEWER, Role.GRID_OFFICER);

  private final WorkItems items;
  private final WorkListRows rows;
  private final WorkListPlans plans;
  private final StandIns standIns;
  private final CaseSight sight;
  private final CaseBars bars;
  private final StartedCases startedCases;
  private final ReceivedCopies copies;
  private final Accounts accounts;
  private final Units units;
  private final Clock clock;

  WorkList(WorkItems items, WorkListRows rows, WorkListPlans plans, StandIns standIns, CaseSight sight,
      CaseBars bars,
      StartedCases startedCases, ReceivedCopies copies, Accounts accounts, Units units, Clock clock) {
    this.items = items;
    this.rows = rows;
    this.plans = plans;
    this.standIns = standIns;
    this.sight = sight;
    this.bars = bars;
    this.startedCases = startedCases;
    this.copies = copies;
    this.accounts = accounts;
    this.units = units;
    this.clock = clock;
  }

  /** A page of the to-do list, the done list or all that the actor may see; see also {@link #started}, {@link #copied}. */
  public WorkListPage page(WorkListQuery query, Actor actor) {
    return page(plan(query, actor), query);
  }

  /** A page and how many there are behind it, for one look at who the reader is. */
  public WorkListFound find(WorkListQuery query, Actor actor) {
    var plan = plan(query, actor);
    return new WorkListFound(page(plan, query), rows.count(plan));
  }

  private WorkListPage page(WorkListPlan plan, WorkListQuery query) {
    var cursor = query.cursor().flatMap(text -> Cursor.of(text, plan.sort())).orElse(Cursor.START);
    var found = new ArrayList<Cursor>();
    var items = new ArrayList<WorkItem>();
    for (var nth = cursor.section(); nth < plan.sections().size() && items.size() <= PAGE; nth++) {
      var section = nth;
      var part = rows.read(plan, plan.sections().get(nth), nth == cursor.section() ? cursor.place() : Optional.empty(),
          PAGE + 1);
      part.rows().forEach(row -> {
        items.add(row.item());
        found.add(new Cursor(section, Optional.of(row.place())));
      });
      if (items.size() <= PAGE && part.stopped().isPresent()) {
        return new WorkListPage(items, Optional.of(new Cursor(nth, part.stopped()).toString()), true);
      }
    }
    return items.size() <= PAGE
        ? new WorkListPage(items, Optional.empty(), false)
        : new WorkListPage(items.subList(0, PAGE), Optional.of(found.get(PAGE - 1).toString()), false);
  }

  /** The cases that the actor has registered, newest first, and whose turn it is; only the text of a filter applies. */
  public Page<StartedCase> started(WorkListQuery query, Actor actor) {
    var page = startedCases.page(query.filter().text(), query.cursor(), PAGE, actor);
    var open = items.openOf(page.rows().stream().map(CaseRow::id).toList()).stream()
        .filter(item -> item.source() == ItemSource.TASK).collect(Collectors.groupingBy(WorkItem::caseId));
    return new Page<>(page.rows().stream().map(row -> new StartedCase(row, open.getOrDefault(row.id(), List.of())))
        .toList(), page.next());
  }

  /** What was sent to the actor for knowledge, newest first; only the text of a filter applies. */
  public Page<ReceivedCopy> copied(WorkListQuery query, Actor actor) {
    return copies.page(query.filter().text(), query.cursor(), PAGE, actor.id(), bars.barredFrom(actor));
  }

  /** How many the list has under its filter. */
  public WorkListCount count(WorkListQuery query, Actor actor) {
    var text = query.filter().text();
    return switch (query.tab()) {
      case TODO, DONE, ALL -> rows.count(plan(query, actor));
      case STARTED -> new WorkListCount(startedCases.count(text, WorkListCount.MANY + 1, actor), false);
      case COPIED -> new WorkListCount(
          copies.count(text, false, WorkListCount.MANY + 1, actor.id(), bars.barredFrom(actor)), false);
    };
  }

  /** How many the lists have without a filter. */
  public WorkListCounts counts(Actor actor) {
    var reader = reader(actor);
    var all = WorkListQuery.of(WorkListTab.TODO);
    var barred = bars.barredFrom(actor);
    var asked = new ArrayList<>(List.of(plans.todo(all, reader), plans.all(all, reader), plans.done(all, actor.id())));
    Stream.of(Severity.values()).map(severity -> plans.todo(all.with(WorkListFilter.NONE.with(severity)), reader))
        .forEach(asked::add);
    var counted = rows.counts(asked.stream().map(plan -> plan.without(barred)).toList()).iterator();
    var lists = new EnumMap<WorkListTab, WorkListCount>(WorkListTab.class);
    Stream.of(WorkListTab.TODO, WorkListTab.ALL, WorkListTab.DONE).forEach(tab -> lists.put(tab, counted.next()));
    lists.put(WorkListTab.STARTED, count(WorkListQuery.of(WorkListTab.STARTED), actor));
    lists.put(WorkListTab.COPIED,
        new WorkListCount(copies.count("", true, WorkListCount.MANY + 1, actor.id(), barred), false));
    var severities = new EnumMap<Severity, WorkListCount>(Severity.class);
    Stream.of(Severity.values()).forEach(severity -> severities.put(severity, counted.next()));
    return new WorkListCounts(lists, severities);
  }

  /** How many items have come to wait for the actor since then, whoever made or moved them. */
  public int news(Instant since, Actor actor) {
    return rows.count(plans.news(since, reader(actor)).without(bars.barredFrom(actor))).value();
  }

  /** NotFound also when the actor may not know of it. */
  public WorkItem get(String id, Actor actor) {
    return items.find(id).filter(item -> isVisible(item, actor)).orElseThrow(() -> notFound(id));
  }

  /** The item, if it can still be worked on; else who has done it and when. */
  public WorkItem open(String id, Actor actor) {
    var item = get(id, actor);
    if (!item.isOpen()) {
      throw Conflicts.of(item);
    }
    return item;
  }

  public FailedStep failure(String id, Actor actor) {
    return items.failure(get(id, actor)).orElseThrow(() -> notFound(id));
  }

  /** Everybody in the leader's unit with what they have open, the least burdened first. */
  public List<Load> load(Actor leader) {
    if (!leader.has(Role.LEADER)) {
      throw new Forbidden("inbox.forbidden.load");
    }
    var people = accounts.all().stream().filter(Account::enabled).filter(it -> it.unit().equals(leader.unit()))
        .filter(it -> it.roles().stream().anyMatch(CASE_WORKERS::contains)).toList();
    return load(leader.unit(), people);
  }

  /** Of a report only to those named on it, whoever may have held the item; never to whoever is kept from the case. */
  boolean isVisible(WorkItem item, Actor actor) {
    if (item.source() != ItemSource.INCIDENT) {
      bars.require(item.caseId(), actor);
    }
    if (item.isOfReport() && !sight.sees(item.caseId(), actor)) {
      return false;
    }
    if (item.isHeldBy(actor) || item.isForGroupOf(actor)
        || item.finish().filter(finish -> finish.by().equals(actor.id())).isPresent()
        || standIns.of(actor).forWhom(item).isPresent()) {
      return true;
    }
    var scope = scope(actor);
    return item.source() != ItemSource.INCIDENT && (scope.contains(item.unit()) || scope.contains(item.caseUnit())
        || item.marks().handed().filter(handed -> handed.by().equals(actor.id())).isPresent());
  }

  /** What nobody holds of the reports on which the actor is named: to claim, or for a leader to give to one person. */
  private Set<String> reports(Actor actor) {
    var groups = actor.groups();
    var unheld = items.ofReports(actor.unit()).stream()
        .filter(item -> actor.has(Role.LEADER) || groups.contains(item.group())).toList();
    var seen = sight.codes(unheld.stream().map(WorkItems.Unheld::caseId).distinct().toList(), actor);
    return unheld.stream().filter(item -> seen.containsKey(item.caseId())).map(WorkItems.Unheld::id)
        .collect(Collectors.toSet());
  }

  private WorkListPlan plan(WorkListQuery query, Actor actor) {
    var plan = switch (query.tab()) {
      case TODO -> plans.todo(query, reader(actor));
      case ALL -> plans.all(query, reader(actor));
      case DONE -> plans.done(query, actor.id());
      case STARTED, COPIED -> throw new IllegalArgumentException(query.tab() + " is no list of items");
    };
    return plan.without(bars.barredFrom(actor));
  }

  /** Under which keys the actor finds work: the own ones and those of absent colleagues. */
  private WorkListPlans.Reader reader(Actor actor) {
    return WorkListPlans.Reader.of(actor, standIns.of(actor), reports(actor), scope(actor));
  }

  private Set<String> scope(Actor actor) {
    return actor.roles().stream().anyMatch(CASE_WORKERS::contains) ? units.selfAndBelow(actor.unit()) : Set.of();
  }

  List<Load> load(String unit, Collection<Account> people) {
    var load = items.load(unit, people.stream().map(Account::id).toList(), Dates.today(clock));
    return people.stream().map(account -> {
      var figures = load.getOrDefault(account.id(), new int[2]);
      return new Load(account, figures[0], figures[1]);
    }).sorted(Comparator.comparingInt(Load::open).thenComparing(it -> it.account().id())).toList();
  }

  static NotFound notFound(String id) {
    return new NotFound("inbox.not-found.item", id);
  }

  /** After which row of which section the next page begins. */
  private record Cursor(int section, Optional<WorkListSort.Place> place) {

    static final Cursor START = new Cursor(0, Optional.empty());

    /** Empty for a text that no page has given: the list then begins at its beginning. */
    static Optional<Cursor> of(String text, WorkListSort sort) {
      var parts = text.split("~", 2);
      return parts.length == 2 && parts[0].matches("[0-9]")
          ? sort.place(parts[1]).map(place -> new Cursor(Integer.parseInt(parts[0]), Optional.of(place)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return section + "~" + place.orElseThrow();
    }
  }
}
