package org.petitiondesk.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.petitiondesk.kernel.Actor;
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

  /** Not the empty set: a query for no units must find nothing, not fail. No unit is named by a blank. */
  private static final Set<String> NO_UNIT = Set.of(" ");

  private final WorkItems items;
  private final StandIns standIns;
  private final Accounts accounts;
  private final Units units;
  private final Clock clock;

  WorkList(WorkItems items, StandIns standIns, Accounts accounts, Units units, Clock clock) {
    this.items = items;
    this.standIns = standIns;
    this.accounts = accounts;
    this.units = units;
    this.clock = clock;
  }

  public Page<WorkItem> page(WorkListQuery query, Actor actor) {
    return switch (query.tab()) {
      case TODO -> todo(query, actor);
      case ALL -> all(query, actor);
      case DONE -> done(query, actor);
    };
  }

  public WorkListCounts counts(Actor actor) {
    return items.counts(actor.id(), WaitsFor.groups(actor), scope(actor), Dates.today(clock));
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

  /** First all of mine, then what my groups may claim; a page may begin in the one and end in the other. */
  private Page<WorkItem> todo(WorkListQuery query, Actor actor) {
    var cursor = query.cursor().map(Cursor::of).orElse(Cursor.START);
    var mine = cursor.mine()
        ? items.waitingFor(Set.of(WaitsFor.account(actor.id())), filter(query), cursor.place(), PAGE + 1)
        : List.<WorkItem>of();
    var rows = new ArrayList<>(mine);
    if (rows.size() <= PAGE) {
      rows.addAll(items.waitingFor(WaitsFor.groups(actor), filter(query),
          cursor.mine() ? WorkItems.Place.START : cursor.place(), PAGE + 1 - rows.size()));
    }
    return Page.cut(rows, PAGE, item -> new Cursor(item.isHeldBy(actor), place(item)).toString());
  }

  private Page<WorkItem> all(WorkListQuery query, Actor actor) {
    var cursor = query.cursor().map(Cursor::of).orElse(Cursor.START);
    var rows = items.visible(keys(actor), scope(actor), filter(query), cursor.place(), PAGE + 1);
    return Page.cut(rows, PAGE, item -> new Cursor(true, place(item)).toString());
  }

  private Page<WorkItem> done(WorkListQuery query, Actor actor) {
    var before = query.cursor().map(WorkList::past);
    var rows = items.finishedBy(actor.id(), query.text(), before, PAGE + 1);
    return Page.cut(rows, PAGE, item -> item.finish().orElseThrow().at().toEpochMilli() + "~" + item.id());
  }

  private WorkItems.Filter filter(WorkListQuery query) {
    var today = Dates.today(clock);
    return new WorkItems.Filter(query.severity().map(it -> it.from(today)).orElse(LocalDate.EPOCH),
        query.severity().map(it -> it.to(today)).orElse(Standing.WAITING_RANK), query.text());
  }

  boolean isVisible(WorkItem item, Actor actor) {
    if (item.isHeldBy(actor) || item.isForGroupOf(actor)
        || item.finish().filter(finish -> finish.by().equals(actor.id())).isPresent()
        || standIns.of(actor).forWhom(item).isPresent()) {
      return true;
    }
    var scope = scope(actor);
    return !item.confidential() && (scope.contains(item.unit()) || scope.contains(item.caseUnit()));
  }

  private Set<String> scope(Actor actor) {
    var scope = actor.roles().stream().anyMatch(CASE_WORKERS::contains)
        ? units.selfAndBelow(actor.unit())
        : NO_UNIT;
    return scope.isEmpty() ? NO_UNIT : scope;
  }

  private static Set<String> keys(Actor actor) {
    var keys = new HashSet<>(WaitsFor.groups(actor));
    keys.add(WaitsFor.account(actor.id()));
    return keys;
  }

  List<Load> load(String unit, Collection<Account> people) {
    var load = items.load(unit, Dates.today(clock));
    return people.stream().map(account -> {
      var figures = load.getOrDefault(account.id(), new int[2]);
      return new Load(account, figures[0], figures[1]);
    }).sorted(Comparator.comparingInt(Load::open).thenComparing(it -> it.account().id())).toList();
  }

  static NotFound notFound(String id) {
    return new NotFound("inbox.not-found.item", id);
  }

  private static WorkItems.Place place(WorkItem item) {
    return new WorkItems.Place(item.standing().rank(), item.id());
  }

  private static WorkItems.Past past(String cursor) {
    var parts = parts(cursor, 2);
    return new WorkItems.Past(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
  }

  private static String[] parts(String cursor, int count) {
    var parts = cursor.split("~", count);
    if (parts.length != count) {
      throw new IllegalArgumentException("Not a cursor of the work list");
    }
    return parts;
  }

  /** Where the next page of open items begins. */
  private record Cursor(boolean mine, WorkItems.Place place) {

    static final Cursor START = new Cursor(true, WorkItems.Place.START);

    static Cursor of(String text) {
      var parts = parts(text, 3);
      try {
        return new Cursor(parts[0].equals("mine"), new WorkItems.Place(LocalDate.parse(parts[1]), parts[2]));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("Not a cursor of the work list", e);
      }
    }

    @Override
    public String toString() {
      return (mine ? "mine" : "groups") + "~" + place.rank() + "~" + place.id();
    }
  }
}
