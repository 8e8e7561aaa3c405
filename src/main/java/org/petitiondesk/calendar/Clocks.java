package org.petitiondesk.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockTable.Row;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
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
  private final ClockTerms terms;
  private final PauseRules pauseRules;
  private final ObjectProvider<LastingClocks> lasting;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Clocks(ClockTable table, WorkingDays workingDays, ClockTerms terms, PauseRules pauseRules,
      ObjectProvider<LastingClocks> lasting, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.workingDays = workingDays;
    this.terms = terms;
    this.pauseRules = pauseRules;
    this.lasting = lasting;
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
    var calendar = workingDays.calendar();
    var entry = LedgerEntry.start(startedOn, term, unit).at(time(startedOn, term.unit())).by(calendar.version());
    var due = DueDate.due(List.of(entry), calendar);
    var started = new ClockState(ClockId.next(), caseId, kind, term, unit, startedOn, startedOn, Optional.empty(),
        Optional.empty(), false, Optional.empty(), due, target(term, startedOn, due, calendar), calendar.version());
    var row = table.insert(started);
    open.add(row);
    entered(row, entry, "clock.started", actor);
    tell(caseId, open);
    return started.id();
  }

  /**
   * Pauses those running clocks of the case that the table {@code clock_pauses} lets pause for that reason, never what
   * is owed besides the handling or the petitioner's own time. The day of the pause still counts. Where the table wants
   * an approval, whoever calls has it.
   *
   * @param reason row of that table
   * @param text what it is about, in words
   */
  public void pause(CaseId caseId, LocalDate on, String reason, String text, Actor actor) {
    pause(caseId, pausable(open(caseId).stream().map(Row::clock), reason), on, reason, text, actor);
  }

  /** Those that could stand still for that reason now. */
  @Transactional(readOnly = true)
  public List<ClockState> pausable(CaseId caseId, String reason) {
    return pausable(of(caseId).stream(), reason);
  }

  private List<ClockState> pausable(Stream<ClockState> clocks, String reason) {
    var lasting = lasting();
    return clocks.filter(state -> state.running() && !state.paused() && !state.isPetitioners())
        .filter(state -> !lasting.contains(state.kind()))
        .filter(state -> pauseRules.of(state.kind(), reason).pausable()).toList();
  }

  /** @param which of {@link #pausable} */
  public void pause(CaseId caseId, List<ClockState> which, LocalDate on, String reason, String text, Actor actor) {
    requireReason(text);
    requirePast(on);
    var ids = which.stream().map(ClockState::id).collect(Collectors.toSet());
    var open = open(caseId);
    var paused = open.stream()
        .map(row -> ids.contains(row.clock().id()) && !row.clock().paused()
            ? pause(row, on, reason, text, actor)
            : row)
        .toList();
    if (paused.equals(open)) {
      throw Refused.because("calendar.refused.nothing-to-pause");
    }
    tell(caseId, paused);
  }

  private Row pause(Row row, LocalDate on, String reason, String text, Actor actor) {
    var rule = pauseRules.of(row.clock().kind(), reason);
    if (on.isBefore(row.clock().startedOn())) {
      throw Refused.at("on", "calendar.refused.before-start");
    }
    return add(row, LedgerEntry.pause(on, reason, text).lasting(rule.length(), rule.unit()), "clock.paused", actor);
  }

  /**
   * Lets the clocks of the case that were paused for that reason go on. The day of resuming does not count yet. A pause
   * that has passed its latest end is over since that day.
   */
  public void resume(CaseId caseId, String reason, LocalDate on, Actor actor) {
    requirePast(on);
    var open = open(caseId);
    var paused = open.stream().filter(row -> isPausedFor(reason, row.clock())).toList();
    if (paused.isEmpty()) {
      throw Refused.because("calendar.refused.nothing-to-resume");
    }
    goOn(caseId, open, row -> paused.contains(row)
        ? Optional.of(row.clock().pausedUntil().filter(on::isAfter).orElse(on))
        : Optional.empty(), actor);
  }

  /** @param until the day that does not count yet, of those clocks that go on */
  private void goOn(CaseId caseId, List<Row> open, Function<Row, Optional<LocalDate>> until, Actor actor) {
    tell(caseId, open.stream()
        .map(row -> until.apply(row).map(on -> add(row, LedgerEntry.resume(on), "clock.resumed", actor)).orElse(row))
        .toList());
    open.stream().flatMap(row -> until.apply(row).stream()).max(Comparator.naturalOrder())
        .ifPresent(on -> events.publishEvent(new PauseEnded(caseId, on)));
  }

  /** Whether a clock of the case stands still for that reason; a pause that has passed its latest end is over. */
  @Transactional(readOnly = true)
  public boolean isPausedFor(CaseId caseId, String reason) {
    return open(caseId).stream().anyMatch(row -> isPausedFor(reason, row.clock()));
  }

  private boolean isPausedFor(String reason, ClockState state) {
    return state.paused()
        && Ledger.of(table.ledger(state.id())).openPause().filter(pause -> pause.subject().equals(reason)).isPresent();
  }

  /** Running clocks of these kinds whose last day is over, of whatever case. */
  @Transactional(readOnly = true)
  public List<ClockState> runOut(Set<String> kinds) {
    return table.dueBefore(Dates.today(clock), kinds).stream().map(Row::clock).filter(state -> !state.paused())
        .toList();
  }

  /** Ends the pauses that have passed their latest end. Each case is its own act. */
  List<CaseId> pausedTooLong() {
    return table.pausedUntilBefore(Dates.today(clock));
  }

  /** Lets those clocks of the case go on whose pause has passed its latest end. */
  void endPauses(CaseId caseId) {
    var today = Dates.today(clock);
    goOn(caseId, open(caseId),
        row -> row.clock().pausedUntil().filter(until -> row.clock().paused() && until.isBefore(today)), Actor.SYSTEM);
  }

  /**
   * Adds days or hours, in the unit of the clock's own term, while the clock has not run out, as often and as many as
   * the table {@code clock_terms} allows.
   */
  public void extend(CaseId caseId, String kind, int length, String reason, Actor actor) {
    requireReason(reason);
    if (length < 1) {
      throw Refused.at("length", "calendar.refused.length");
    }
    var open = open(caseId);
    var extended = open.stream().filter(row -> row.clock().kind().equals(kind)).findFirst()
        .orElseThrow(() -> Refused.because("calendar.refused.not-running"));
    var longest = longestExtension(extended.clock(), table.ledger(extended.clock().id()));
    if (length > longest.length()) {
      throw Refused.at("length", "calendar.refused.extension-too-long", longest.length(), longest.rule());
    }
    var entry = LedgerEntry.extend(Dates.today(clock), length, longest.unit(), reason);
    tell(caseId, open.stream().map(row -> row.equals(extended) ? add(row, entry, "clock.extended", actor) : row)
        .toList());
  }

  /** The longest extension that the law still allows that clock of the case, with its rule; empty when none. */
  @Transactional(readOnly = true)
  public Optional<Term> extension(CaseId caseId, String kind) {
    return open(caseId).stream().map(Row::clock).filter(running -> running.kind().equals(kind)).findFirst()
        .flatMap(running -> {
          try {
            return Optional.of(longestExtension(running, table.ledger(running.id())));
          } catch (Refused notAllowed) {
            return Optional.empty();
          }
        });
  }

  private Term longestExtension(ClockState running, List<LedgerEntry> ledger) {
    if (running.late(now())) {
      throw Refused.because("calendar.refused.expired", running.due().on());
    }
    var term = terms.of(running.kind(), running.startedOn()).filter(allowed -> allowed.extension() > 0)
        .orElseThrow(() -> Refused.because("calendar.refused.no-extension", running.term().rule()));
    var given = Ledger.of(ledger).entries().stream().filter(entry -> entry.kind() == LedgerEntry.Kind.EXTEND).toList();
    var left = term.extension() - given.stream().mapToInt(LedgerEntry::length).sum();
    if (given.size() >= term.extensions() || left < 1) {
      throw Refused.because("calendar.refused.extended-already", term.rule());
    }
    return new Term(left, running.term().unit(), term.rule());
  }

  /**
   * Puts the open clocks of the case into the hands of another unit, except those of {@link LastingClocks}: what is owed
   * besides the handling stays with whoever owes it. The time goes on.
   */
  public void handOver(CaseId caseId, String unit, LocalDate on, Actor actor) {
    var lasting = lasting();
    tell(caseId, open(caseId).stream()
        .map(row -> row.clock().unit().equals(unit) || lasting.contains(row.clock().kind())
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

  /** Ends every clock of the case, except those of {@link LastingClocks}. */
  public void stopAll(CaseId caseId, LocalDate on, Actor actor) {
    var lasting = lasting();
    var open = open(caseId);
    if (open.stream().anyMatch(row -> !lasting.contains(row.clock().kind()))) {
      tell(caseId, open.stream()
          .map(row -> lasting.contains(row.clock().kind())
              ? row
              : add(row, LedgerEntry.stop(on), "clock.stopped", actor))
          .toList());
    }
  }

  /** Kinds of clocks that belong to what is owed besides the handling: {@link LastingClocks}. */
  public Set<String> lasting() {
    return lasting.stream().flatMap(each -> each.kinds().stream()).collect(Collectors.toSet());
  }

  /** Adds the entry that puts another one right. Whoever calls has seen to the four eyes. */
  void correct(CaseId caseId, ClockId id, CorrectEntry right, String proposedBy, Actor actor) {
    var row = find(caseId, id);
    var corrected = add(row, correction(row.clock(), table.ledger(id), right).about(proposedBy), "clock.corrected",
        actor);
    tell(caseId, Stream.concat(open(caseId).stream().filter(other -> !other.clock().id().equals(id)),
        Stream.of(corrected)).toList());
  }

  /** What the due date would be with that correction. Refused when it is none or the ledger would contradict itself. */
  @Transactional(readOnly = true)
  Due tryCorrection(CaseId caseId, ClockId id, CorrectEntry right) {
    var state = find(caseId, id).clock();
    var ledger = table.ledger(id);
    return after(state, with(ledger, correction(state, ledger, right)), workingDays.calendar()).due();
  }

  private LedgerEntry correction(ClockState state, List<LedgerEntry> ledger, CorrectEntry right) {
    if (right.entry() < 1 || right.entry() > ledger.size() || !ledger.get(right.entry() - 1).isCorrectable()) {
      throw Refused.because("calendar.refused.not-correctable");
    }
    var wrong = ledger.get(right.entry() - 1);
    if (right.annul()) {
      if (!wrong.isAnnullable()) {
        throw Refused.because("calendar.refused.not-annullable");
      }
      return LedgerEntry.annul(right.entry(), Dates.today(clock), right.reason());
    }
    requirePast(right.on());
    var entry = LedgerEntry.correct(right.entry(), right.on(), right.reason()).at(right.at());
    if (wrong.kind() != LedgerEntry.Kind.EXTEND) {
      return entry;
    }
    var allowed = terms.of(state.kind(), state.startedOn()).map(ClockTerm::extension).orElse(0);
    if (right.length() < 1 || right.length() > allowed) {
      throw Refused.at("length", "calendar.refused.extension-too-long", allowed, state.term().rule());
    }
    return entry.lasting(right.length(), wrong.unit());
  }

  /** In whose hands the case was, by the ledgers of all its clocks. */
  @Transactional(readOnly = true)
  public Hands hands(CaseId caseId) {
    return Hands.of(table.ledgers(caseId), workingDays.calendar(), Dates.today(clock));
  }

  /**
   * What other official days would do to the open clocks: those that would get another date, and those whose date
   * would no longer be provisional.
   *
   * @param from the first day that is another one
   */
  @Transactional(readOnly = true)
  List<CalendarMove> rehearse(OfficialCalendar other, LocalDate from) {
    var ledgers = table.ledgersDueFrom(from);
    return table.dueFrom(from).stream().map(Row::clock)
        .map(open -> new CalendarMove(open, DueDate.due(ledgers.get(open.id()), other)))
        .filter(move -> !move.after().equals(move.clock().due())).toList();
  }

  /** Writes what {@link #rehearse} tells into the ledgers: only so does a date that was issued move. */
  List<CalendarMove> recalculate(OfficialCalendar other, LocalDate from, String reason, Actor actor) {
    var moves = rehearse(other, from);
    var entry = LedgerEntry.calendar(Dates.today(clock), reason);
    moves.stream().collect(Collectors.groupingBy(move -> move.clock().caseId(), LinkedHashMap::new,
        Collectors.mapping(move -> move.clock().id(), Collectors.toSet())))
        .forEach((caseId, ids) -> tell(caseId, open(caseId).stream()
            .map(row -> ids.contains(row.clock().id()) ? add(row, entry, "clock.recalculated", other, actor) : row)
            .toList()));
    return moves;
  }

  /** All clocks the case ever had, running ones first. */
  @Transactional(readOnly = true)
  public List<ClockState> of(CaseId caseId) {
    return table.of(caseId).stream().map(Row::clock).toList();
  }

  @Transactional(readOnly = true)
  public Optional<ClockState> find(ClockId id) {
    return table.find(id).map(Row::clock);
  }

  /** Why a clock stands still; empty when it does not. */
  @Transactional(readOnly = true)
  public Optional<OpenPause> openPause(ClockState state) {
    if (!state.paused() || !state.running()) {
      return Optional.empty();
    }
    var ledger = table.ledger(state.id());
    var number = (int) ledger.stream().filter(entry -> entry.kind() == LedgerEntry.Kind.PAUSE).count();
    return Ledger.of(ledger).openPause().map(pause -> new OpenPause(number, pause.on(), pause.subject(), pause.text(),
        pauseRules.of(state.kind(), pause.subject())));
  }

  /** The earliest due date of the case's running clocks. A paused clock has none. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> nextDue(CaseId caseId) {
    return next(open(caseId)).map(next -> next.due().on());
  }

  /** One clock of the case, its ledger, and day by day why it ends when it ends. */
  @Transactional(readOnly = true)
  public ClockStory story(CaseId caseId, ClockId id) {
    var state = find(caseId, id).clock();
    var lines = table.lines(id);
    var ledger = lines.stream().map(LedgerLine::entry).toList();
    var calendar = workingDays.calendar(state.calendar());
    return new ClockStory(state, lines, DueDate.explain(ledger, calendar),
        state.pausedUntil().filter(until -> state.running())
            .map(until -> DueDate.due(with(ledger, LedgerEntry.resume(until)), calendar).on()),
        Ledger.of(ledger).openPause().filter(pause -> state.running())
            .map(pause -> pauseRules.of(state.kind(), pause.subject())),
        Hands.of(List.of(ledger), calendar, Dates.today(clock)));
  }

  private Row find(CaseId caseId, ClockId id) {
    return table.find(id).filter(found -> found.clock().caseId().equals(caseId))
        .orElseThrow(() -> new NotFound("calendar.notfound.clock", id));
  }

  private Row add(Row seen, LedgerEntry entry, String act, Actor actor) {
    return add(seen, entry, act, workingDays.calendar(), actor);
  }

  private Row add(Row seen, LedgerEntry entry, String act, OfficialCalendar calendar, Actor actor) {
    var dated = (entry.corrects() > 0 ? entry : entry.at(time(entry.on(), seen.clock().term().unit())))
        .by(recounts(entry) ? calendar.version() : seen.clock().calendar());
    var changed = table.update(seen, after(seen.clock(), dated, calendar));
    entered(changed, dated, act, actor);
    return changed;
  }

  /** The others leave the date where it is, so that nobody has to read the ledger for them. */
  private static boolean recounts(LedgerEntry entry) {
    return switch (entry.kind()) {
      case PAUSE, HAND_OVER, STOP -> false;
      case START, RESUME, EXTEND, CALENDAR, CORRECT, ANNUL -> true;
    };
  }

  private ClockState after(ClockState before, LedgerEntry entry, OfficialCalendar calendar) {
    return switch (entry.kind()) {
      case PAUSE -> new ClockState(before.id(), before.caseId(), before.kind(), before.term(), before.unit(),
          before.handsSince(), before.startedOn(), before.stoppedOn(), before.stoppedAt(), true,
          until(entry, calendar), before.due(), before.target(), before.calendar());
      case HAND_OVER -> new ClockState(before.id(), before.caseId(), before.kind(), before.term(), entry.subject(),
          entry.on(), before.startedOn(), before.stoppedOn(), before.stoppedAt(), before.paused(),
          before.pausedUntil(), before.due(), before.target(), before.calendar());
      case STOP -> new ClockState(before.id(), before.caseId(), before.kind(), before.term(), before.unit(),
          before.handsSince(), before.startedOn(), Optional.of(entry.on()), entry.at(), before.paused(),
          before.pausedUntil(), before.due(), before.target(), before.calendar());
      default -> after(before, with(table.ledger(before.id()), entry), calendar);
    };
  }

  private static ClockState after(ClockState before, List<LedgerEntry> written, OfficialCalendar calendar) {
    var ledger = Ledger.of(written);
    ledger.contradiction().ifPresent(why -> {
      throw Refused.because(why);
    });
    var due = DueDate.due(written, calendar);
    var hands = ledger.lastHands();
    var start = ledger.start().on();
    return new ClockState(before.id(), before.caseId(), before.kind(), before.term(), hands.subject(), hands.on(),
        start,
        ledger.stop().map(LedgerEntry::on), ledger.stop().flatMap(LedgerEntry::at), ledger.openPause().isPresent(),
        ledger.openPause().flatMap(pause -> until(pause, calendar)), due,
        target(before.term(), start, due, calendar), calendar.version());
  }

  private static List<LedgerEntry> with(List<LedgerEntry> ledger, LedgerEntry entry) {
    return Stream.concat(ledger.stream(), Stream.of(entry)).toList();
  }

  private static Optional<LocalDate> until(LedgerEntry pause, OfficialCalendar calendar) {
    if (pause.length() == 0) {
      return Optional.empty();
    }
    return Optional.of(pause.unit() == TermUnit.WORKING_DAY
        ? calendar.after(pause.on(), pause.length())
        : pause.on().plusDays(pause.length()));
  }

  private static Optional<LocalDate> target(Term term, LocalDate start, Due due, OfficialCalendar calendar) {
    return term.target() == 0
        ? Optional.empty()
        : Optional.of(calendar.before(due.on(), term.target())).filter(day -> day.isAfter(start));
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
    details.put("due", state.due().at().map(at -> state.due().on() + " " + at)
        .orElseGet(() -> state.due().on().toString()));
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
      case PAUSE -> {
        details.put("pause", entry.subject());
        details.put("reason", entry.text());
        state.pausedUntil().ifPresent(until -> details.put("until", until.toString()));
      }
      case CALENDAR -> details.put("reason", entry.text());
      case CORRECT, ANNUL -> {
        details.put("entry", entry.corrects());
        details.put("reason", entry.text());
      }
      case HAND_OVER -> details.put("hands", entry.subject());
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
        next.flatMap(ClockState::target), !open.isEmpty() && open.stream().allMatch(row -> row.clock().paused())));
  }

  private static Optional<ClockState> next(List<Row> open) {
    return open.stream().map(Row::clock).filter(clock -> !clock.paused() && !clock.isUnitsRight())
        .min(Comparator.comparing(clock -> clock.due().end()));
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

  private LocalDateTime now() {
    return Dates.local(clock.instant());
  }

  /** Of a clock in hours, an act of today has its time of day. */
  private Optional<LocalTime> time(LocalDate on, TermUnit unit) {
    var now = now();
    return unit == TermUnit.HOUR && on.equals(now.toLocalDate())
        ? Optional.of(now.toLocalTime().truncatedTo(ChronoUnit.MINUTES))
        : Optional.empty();
  }
}
