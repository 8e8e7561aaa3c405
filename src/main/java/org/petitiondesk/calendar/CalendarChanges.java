package org.petitiondesk.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How the official days of a year are taken in or changed: one person proposes, everybody concerned sees what would
 * move, another person approves. Only the approval writes, and it writes into the ledger of each clock that moves.
 */
@Component
@Transactional
public class CalendarChanges {

  private static final int SHOWN = 200;
  private static final int WORDS = 1000;

  private static final String COLUMNS = """
      select id, year_of, source, proposed_by, proposed_name, proposed_at, decided_by, decided_name, decided_at, words,
          version
        from calendar_change
      """;

  private final JdbcClient jdbc;
  private final WorkingDays workingDays;
  private final Clocks clocks;
  private final CaseSight sight;
  private final CalendarApprovers approvers;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CalendarChanges(JdbcClient jdbc, WorkingDays workingDays, Clocks clocks, CaseSight sight,
      CalendarApprovers approvers, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.workingDays = workingDays;
    this.clocks = clocks;
    this.sight = sight;
    this.approvers = approvers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Nothing is in force yet. Refused while another change of that year waits, and when it would change nothing. */
  public UUID propose(OfficialNotice notice, Actor actor) {
    var now = workingDays.calendar();
    if (now.isKnown(notice.year()) && firstDifference(now, after(now, notice)).isEmpty()) {
      throw Refused.at("year", "calendar.refused.nothing-new", String.valueOf(notice.year()));
    }
    var neighbours = newest().stream().filter(change -> change.year() != notice.year())
        .flatMap(change -> change.days().stream()).collect(Collectors.toMap(OfficialDay::day, OfficialDay::off));
    notice.days().stream().filter(day -> neighbours.getOrDefault(day.day(), day.off()) != day.off()).findFirst()
        .ifPresent(day -> {
          throw Refused.because("calendar.refused.contradiction", day.day());
        });
    var id = UUID.randomUUID();
    try {
      jdbc.sql("""
          insert into calendar_change (id, year_of, source, proposed_by, proposed_name, proposed_at, open_year)
            values (?, ?, ?, ?, ?, ?, ?)""")
          .params(id, notice.year(), notice.source(), actor.id(), actor.name(), now(), notice.year()).update();
    } catch (DuplicateKeyException e) {
      throw Refused.at("year", "calendar.refused.change-waits", String.valueOf(notice.year()));
    }
    for (var day : notice.days()) {
      jdbc.sql("insert into calendar_change_day (change_id, official_day, kind, name, name_en) values (?, ?, ?, ?, ?)")
          .params(id, day.day(), day.off() ? "OFF" : "WORK", day.name(), day.nameEn()).update();
    }
    audit.append(AuditTrail.HOUSE, actor, "calendar.change-proposed",
        Map.of("change", id.toString(), "year", notice.year(), "days", notice.days().size(), "source",
            notice.source()));
    events.publishEvent(new SecondPersonNeeded(id, Optional.empty(), actor.id()));
    return id;
  }

  @Transactional(readOnly = true)
  public CalendarChange get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("calendar.notfound.change", id));
  }

  @Transactional(readOnly = true)
  public Optional<CalendarChange> find(UUID id) {
    return jdbc.sql(COLUMNS + "  where id = ?").param(id).query(this::change).optional();
  }

  /** Those that wait for a second person, the oldest first. */
  @Transactional(readOnly = true)
  public List<CalendarChange> waiting() {
    return jdbc.sql(COLUMNS + "  where open_year is not null order by proposed_at").query(this::change).list();
  }

  /** Today's result; codes only of cases that the reader may see. Of a change that waits. */
  @Transactional(readOnly = true)
  public Rehearsal rehearse(UUID id, Actor reader) {
    var now = workingDays.calendar();
    var other = after(now, notice(get(id)));
    var from = firstDifference(now, other);
    var moves = from.map(day -> clocks.rehearse(other, day)).orElse(List.of());
    var today = Dates.today(clock);
    var moved = moves.stream().filter(CalendarMove::moves).toList();
    var shown = moved.stream().limit(SHOWN).toList();
    var codes = sight.codes(shown.stream().map(move -> move.clock().caseId()).distinct().toList(), reader);
    return new Rehearsal(moved.size(), (int) moved.stream().filter(move -> move.becomesOverdue(today)).count(),
        moves.size() - moved.size(),
        shown.stream().map(move -> new Rehearsal.Line(move, Optional.ofNullable(codes.get(move.clock().caseId())),
            move.becomesOverdue(today))).toList());
  }

  /**
   * Needs one of the {@link CalendarApprovers}, and another person than the one who proposed it.
   *
   * @param moved how many clocks were said to move; a {@link Conflict} when it is another number by now
   */
  public void approve(UUID id, int moved, String words, Actor actor) {
    var change = decidable(id, words, actor);
    var now = workingDays.calendar();
    var other = after(now, notice(change));
    var moves = firstDifference(now, other).map(day -> clocks.recalculate(other, day, change.source(), actor))
        .orElse(List.of());
    var moving = (int) moves.stream().filter(CalendarMove::moves).count();
    if (moving != moved) {
      throw new Conflict("calendar.conflict.rehearsed-otherwise", moved, moving);
    }
    decide(id, actor, words, other.version());
    audit.append(AuditTrail.HOUSE, actor, "calendar.change-approved", Map.of("change", id.toString(), "year",
        change.year(), "moved", moving, "clocks", moves.size(), "proposedBy", change.proposedBy(), "words", words));
    events.publishEvent(new SecondPersonDone(id, actor));
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        workingDays.refresh();
      }
    });
  }

  /** Nothing changes. Needs one of the {@link CalendarApprovers}, or the one who proposed it and takes it back. */
  public void refuse(UUID id, String words, Actor actor) {
    if (words.isBlank()) {
      throw Refused.at("words", "calendar.refused.reason", WORDS);
    }
    var change = waiting(id, words);
    if (!change.proposedBy().equals(actor.id())) {
      requireApprover(actor);
    }
    decide(id, actor, words, null);
    audit.append(AuditTrail.HOUSE, actor, "calendar.change-refused", Map.of("change", id.toString(), "year",
        change.year(), "proposedBy", change.proposedBy(), "words", words));
    events.publishEvent(new SecondPersonDone(id, actor));
  }

  private CalendarChange decidable(UUID id, String words, Actor actor) {
    var change = waiting(id, words);
    if (change.proposedBy().equals(actor.id())) {
      throw new Forbidden("calendar.forbidden.own-change");
    }
    requireApprover(actor);
    return change;
  }

  /** Whether the actor may approve what that person has proposed. */
  @Transactional(readOnly = true)
  public boolean mayApprove(CalendarChange change, Actor actor) {
    return !change.proposedBy().equals(actor.id()) && approvers.mayApprove(actor);
  }

  private void requireApprover(Actor actor) {
    if (!approvers.mayApprove(actor)) {
      throw new Forbidden("calendar.forbidden.change");
    }
  }

  private CalendarChange waiting(UUID id, String words) {
    if (words.length() > WORDS) {
      throw Refused.at("words", "calendar.refused.reason", WORDS);
    }
    // One approval after the other: each is the next version.
    jdbc.sql("select id from calendar_change where version = 1 for update").query(UUID.class).list();
    var change = get(id);
    if (!change.waits()) {
      throw new Conflict("calendar.conflict.decided");
    }
    workingDays.refresh();
    return change;
  }

  private void decide(UUID id, Actor actor, String words, Integer version) {
    jdbc.sql("""
        update calendar_change
          set open_year = null, decided_by = ?, decided_name = ?, decided_at = ?, words = ?, version = ?
          where id = ?""").params(actor.id(), actor.name(), now(), words.strip(), version, id).update();
  }

  /** The newest approved change of each year. */
  List<CalendarChange> newest() {
    return jdbc.sql(COLUMNS + """
        where version = (select max(later.version) from calendar_change later
          where later.year_of = calendar_change.year_of)
        order by year_of desc""").query(this::change).list();
  }

  private OfficialCalendar after(OfficialCalendar now, OfficialNotice notice) {
    var others = newest().stream().filter(change -> change.year() != notice.year())
        .flatMap(change -> change.days().stream());
    return new OfficialCalendar(Stream.concat(others, notice.days().stream()).toList(),
        workingDays.rollsToWorkingDay(), now.version() + 1);
  }

  /** The first day that is a working day by one of them and a day off by the other, or in a year that one does not know. */
  private static Optional<LocalDate> firstDifference(OfficialCalendar one, OfficialCalendar other) {
    return Stream.concat(one.days().stream(), other.days().stream()).map(OfficialDay::day).distinct().sorted()
        .filter(day -> one.isWorkingDay(day) != other.isWorkingDay(day)
            || one.isKnown(day.getYear()) != other.isKnown(day.getYear()))
        .findFirst();
  }

  private static OfficialNotice notice(CalendarChange change) {
    return new OfficialNotice(change.year(), change.source(), change.days());
  }

  private CalendarChange change(ResultSet rs, int number) throws SQLException {
    var id = rs.getObject("id", UUID.class);
    var days = jdbc.sql("""
        select official_day, kind, name, name_en from calendar_change_day where change_id = ? order by official_day""")
        .param(id).query((day, n) -> WorkingDays.day(day)).list();
    var decision = rs.getString("decided_by") == null
        ? Optional.<CalendarChange.Decision>empty()
        : Optional.of(new CalendarChange.Decision(rs.getObject("version") != null, rs.getString("decided_name"),
            rs.getTimestamp("decided_at").toInstant(), rs.getString("words")));
    return new CalendarChange(id, rs.getInt("year_of"), rs.getString("source"), days, rs.getString("proposed_by"),
        rs.getString("proposed_name"), rs.getTimestamp("proposed_at").toInstant(), decision);
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
  }
}
