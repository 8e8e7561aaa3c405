package org.petitiondesk.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockTable.Row;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of all cases. A clock is an append-only ledger; its due date is what {@link DueDate} makes of it.
 *
 * <p>
 * Every act adds one ledger entry to each clock it concerns, published as {@link ClockEntered}, an entry to the case's
 * audit chain, and publishes {@link DueDateChanged}. Two people acting on one clock at once: one is served, the other gets a {@link Conflict}.
 */
@Component
@Transactional
public class Clocks {

  private static final int REASON_LENGTH = 1000;

  private final ClockTable table;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Clocks(ClockTable table, WorkingDays workingDays, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.workingDays = workingDays;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param kind as in the decision table of terms; a case has one open clock of a kind
   * @param startedOn day zero
   * @param unit in whose hands the clock is
   */
  public ClockId start(CaseId caseId, String kind, Term term, LocalDate startedOn, String unit, Actor actor) {
    var open = new ArrayList<>(open(caseId));
    if (open.stream().anyMatch(row -> row.clock().kind().equals(kind))) {
      throw new Conflict("calendar.conflict.already-running");
    }
    var entry = LedgerEntry.start(startedOn, term);
    var started = new ClockState(ClockId.next(), caseId, kind, term, unit, startedOn, Optional.empty(), false,
        DueDate.due(List.of(entry), workingDays.calendar()));
    var row = table.insert(started);
    open.add(row);
    entered(row, entry, "clock.started", actor);
    tell(caseId, open);
    return started.id();
  }

  /** Pauses every running clock of the case. The day of the pause still counts. */
  public void pause(CaseId caseId, LocalDate on, String reason, Actor actor) {
    requireReason(reason);
    requirePast(on);
    var open = open(caseId);
    if (open.stream().allMatch(row -> row.clock().paused())) {
      throw Refused.because("calendar.refused.nothing-to-pause");
    }
    tell(caseId, open.stream()
        .map(row -> row.clock().paused() ? row : add(row, LedgerEntry.pause(on, reason), "clock.paused", actor))
        .toList());
  }

  /** Lets every paused clock of the case go on. The day of resuming does not count yet. */
  public void resume(CaseId caseId, LocalDate on, Actor actor) {
    requirePast(on);
    var open = open(caseId);
    if (open.stream().noneMatch(row -> row.clock().paused())) {
      throw Refused.because("calendar.refused.nothing-to-resume");
    }
    tell(caseId, open.stream()
        .map(row -> row.clock().paused() ? add(row, LedgerEntry.resume(on), "clock.resumed", actor) : row).toList());
  }

  /** Adds days, in the unit of the clock's own term, while the clock has not run out. */
  public void extend(CaseId caseId, String kind, int length, String reason, Actor actor) {
    requireReason(reason);
    if (length < 1 || length > 3660) {
      throw Refused.at("length", "calendar.refused.length");
    }
    var today = Dates.today(clock);
    var open = open(caseId);
    if (open.stream().noneMatch(row -> row.clock().kind().equals(kind))) {
      throw Refused.because("calendar.refused.not-running");
    }
    tell(caseId, open.stream().map(row -> {
      if (!row.clock().kind().equals(kind)) {
        return row;
      }
      if (row.clock().late(today)) {
        throw Refused.because("calendar.refused.expired", row.clock().due().on());
      }
      return add(row, LedgerEntry.extend(today, length, row.clock().term().unit(), reason), "clock.extended", actor);
    }).toList());
  }

  /** Puts every open clock of the case into the hands of another unit. The time goes on. */
  public void handOver(CaseId caseId, String unit, LocalDate on, Actor actor) {
    tell(caseId, open(caseId).stream()
        .map(row -> row.clock().unit().equals(unit)
            ? row
            : add(row, LedgerEntry.handOver(on, unit), "clock.handed-over", actor))
        .toList());
  }

  /** Ends the clock of that kind. Nothing happens when there is none, so that every way out of a step may stop it. */
  public void stop(CaseId caseId, String kind, LocalDate on, Actor actor) {
    var open = open(caseId);
    if (open.stream().anyMatch(row -> row.clock().kind().equals(kind))) {
      tell(caseId, open.stream()
          .map(row -> row.clock().kind().equals(kind) ? add(row, LedgerEntry.stop(on), "clock.stopped", actor) : row)
          .toList());
    }
  }

  public void stopAll(CaseId caseId, LocalDate on, Actor actor) {
    var open = open(caseId);
    if (!open.isEmpty()) {
      tell(caseId, open.stream().map(row -> add(row, LedgerEntry.stop(on), "clock.stopped", actor)).toList());
    }
  }

  /**
   * The official days of another year have become known. Clocks that reach into it and keep their date are no longer
   * provisional, which their ledgers then say. A date that was issued moves only by a decision of its own: when one
   * would, this is refused with their number.
   *
   * @param from the first day that is new
   * @param reason what the ledgers say
   * @return how many clocks are no longer provisional
   */
  int calendarLearned(OfficialCalendar learned, LocalDate from, String reason, Actor actor) {
    var open = table.dueFrom(from);
    var moved = open.stream().filter(row -> moves(row, learned)).count();
    if (moved > 0) {
      throw Refused.because("calendar.refused.would-move", moved);
    }
    var sure = open.stream().filter(row -> row.clock().due().provisional() && !due(row, learned).provisional())
        .collect(Collectors.groupingBy(row -> row.clock().caseId(), Collectors.mapping(row -> row.clock().id(),
            Collectors.toSet())));
    var entry = LedgerEntry.calendar(Dates.today(clock), reason);
    sure.forEach((caseId, ids) -> tell(caseId, open(caseId).stream()
        .map(row -> ids.contains(row.clock().id()) ? add(row, entry, "clock.recalculated", learned, actor) : row)
        .toList()));
    return sure.values().stream().mapToInt(Set::size).sum();
  }

  private boolean moves(Row row, OfficialCalendar learned) {
    return !due(row, learned).on().equals(due(row, workingDays.calendar()).on());
  }

  private Due due(Row row, OfficialCalendar calendar) {
    return DueDate.due(table.ledger(row.clock().id()), calendar);
  }

  /** All clocks the case ever had, running ones first. */
  @Transactional(readOnly = true)
  public List<ClockState> of(CaseId caseId) {
    return table.of(caseId).stream().map(Row::clock).toList();
  }

  /** The earliest due date of the case's running clocks. A paused clock has none. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> nextDue(CaseId caseId) {
    return next(open(caseId)).map(next -> next.due().on());
  }

  /** One clock of the case, its ledger, and day by day why it ends when it ends. */
  @Transactional(readOnly = true)
  public ClockStory story(CaseId caseId, ClockId id) {
    var state = table.find(id).map(Row::clock).filter(found -> found.caseId().equals(caseId))
        .orElseThrow(() -> new NotFound("calendar.notfound.clock", id));
    var lines = table.lines(id);
    return new ClockStory(state, lines,
        DueDate.explain(lines.stream().map(LedgerLine::entry).toList(), workingDays.calendar()));
  }

  private Row add(Row seen, LedgerEntry entry, String act, Actor actor) {
    return add(seen, entry, act, workingDays.calendar(), actor);
  }

  private Row add(Row seen, LedgerEntry entry, String act, OfficialCalendar calendar, Actor actor) {
    var changed = table.update(seen, after(seen.clock(), entry, calendar));
    entered(changed, entry, act, actor);
    return changed;
  }

  private ClockState after(ClockState before, LedgerEntry entry, OfficialCalendar calendar) {
    var due = switch (entry.kind()) {
      // These need the whole ledger. The others leave the date where it is.
      case RESUME, EXTEND, CALENDAR -> {
        var ledger = new ArrayList<>(table.ledger(before.id()));
        ledger.add(entry);
        yield DueDate.due(ledger, calendar);
      }
      case START, PAUSE, HAND_OVER, STOP -> before.due();
    };
    var paused = switch (entry.kind()) {
      case PAUSE -> true;
      case RESUME -> false;
      default -> before.paused();
    };
    return new ClockState(before.id(), before.caseId(), before.kind(), before.term(),
        entry.kind() == LedgerEntry.Kind.HAND_OVER ? entry.text() : before.unit(), before.startedOn(),
        entry.kind() == LedgerEntry.Kind.STOP ? Optional.of(entry.on()) : before.stoppedOn(), paused, due);
  }

  private void entered(Row row, LedgerEntry entry, String act, Actor actor) {
    table.append(row, entry, actor, clock.instant());
    audit.append(row.clock().caseId(), actor, act, details(row.clock(), entry));
    events.publishEvent(new ClockEntered(row.clock(), entry));
  }

  private static Map<String, ?> details(ClockState state, LedgerEntry entry) {
    var details = new LinkedHashMap<String, Object>();
    details.put("clock", state.id().toString());
    details.put("kind", state.kind());
    details.put("on", entry.on().toString());
    details.put("due", state.due().on().toString());
    switch (entry.kind()) {
      case START -> {
        details.put("length", entry.length());
        details.put("termUnit", entry.unit().name());
        details.put("rule", entry.text());
        details.put("hands", state.unit());
      }
      case EXTEND -> {
        details.put("length", entry.length());
        details.put("termUnit", entry.unit().name());
        details.put("reason", entry.text());
      }
      case PAUSE, CALENDAR -> details.put("reason", entry.text());
      case HAND_OVER -> details.put("hands", entry.text());
      case RESUME, STOP -> {
      }
    }
    return details;
  }

  private List<Row> open(CaseId caseId) {
    var seen = SeenClocks.inThisTransaction();
    return seen.of(caseId).orElseGet(() -> seen.remember(caseId, table.open(caseId)));
  }

  private void tell(CaseId caseId, List<Row> rows) {
    var open = SeenClocks.inThisTransaction().remember(caseId, rows);
    var next = next(open);
    events.publishEvent(new DueDateChanged(caseId, next.map(clock -> clock.due().on()), next.map(ClockState::kind),
        !open.isEmpty() && open.stream().allMatch(row -> row.clock().paused())));
  }

  private static Optional<ClockState> next(List<Row> open) {
    return open.stream().map(Row::clock).filter(clock -> !clock.paused())
        .min(Comparator.comparing(clock -> clock.due().on()));
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > REASON_LENGTH) {
      throw Refused.at("reason", "calendar.refused.reason", REASON_LENGTH);
    }
  }

  private void requirePast(LocalDate on) {
    if (on.isAfter(Dates.today(clock))) {
      throw Refused.at("on", "calendar.refused.future", on);
    }
  }
}
