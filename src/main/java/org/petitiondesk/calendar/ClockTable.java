package org.petitiondesk.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.ChangedMeanwhile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and their ledgers in the database. */
@Repository
class ClockTable {

  private static final String COLUMNS = """
      select id, case_id, kind, length, unit, rule, target, hands, hands_since, started_on, stopped_on, stopped_at, paused,
          paused_until, due_on, due_at, provisional, target_on, calendar, entries
        from clock
      """;

  private static final String ENTRY_COLUMNS = """
      select clock_id, seq, kind, effective_on, effective_at, length, unit, text, subject, corrects, calendar, due_on,
          due_at, actor_id, actor_name, entered_at
        from clock_entry
      """;

  private final JdbcClient jdbc;

  ClockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A clock and the length of its ledger, which whoever adds to the ledger must have seen. */
  record Row(ClockState clock, int entries) {

    Row with(ClockState changed) {
      return new Row(changed, entries);
    }
  }

  Row insert(ClockState clock) {
    try {
      jdbc.sql("""
          insert into clock (id, case_id, kind, open_kind, length, unit, rule, target, hands, hands_since, started_on,
              paused, due_on, due_at, provisional, target_on, calendar, entries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""")
          .params(clock.id().value(), clock.caseId().value(), clock.kind(), clock.kind(), clock.term().length(),
              clock.term().unit().name(), clock.term().rule(), clock.term().target(), clock.unit(), clock.handsSince(),
              clock.startedOn(), clock.paused(), clock.due().on(), clock.due().at().orElse(null),
              clock.due().provisional(), clock.target().orElse(null), clock.calendar())
          .update();
    } catch (DuplicateKeyException e) {
      throw new ChangedMeanwhile("calendar.conflict.changed-meanwhile");
    }
    return new Row(clock, 1);
  }

  /** Writes the clock as its longer ledger leaves it; refuses when somebody else has added to the ledger meanwhile. */
  Row update(Row seen, ClockState clock) {
    var updated = jdbc.sql("""
        update clock
          set open_kind = ?, hands = ?, hands_since = ?, started_on = ?, stopped_on = ?, stopped_at = ?, paused = ?,
              paused_until = ?, due_on = ?, due_at = ?, provisional = ?, target_on = ?, calendar = ?, entries = ?
          where id = ? and entries = ?""")
        .params(clock.running() ? clock.kind() : null, clock.unit(), clock.handsSince(), clock.startedOn(),
            clock.stoppedOn().orElse(null), clock.stoppedAt().orElse(null), clock.paused(),
            clock.pausedUntil().orElse(null), clock.due().on(), clock.due().at().orElse(null),
            clock.due().provisional(), clock.target().orElse(null), clock.calendar(), seen.entries() + 1,
            clock.id().value(), seen.entries())
        .update();
    if (updated == 0) {
      throw new ChangedMeanwhile("calendar.conflict.changed-meanwhile");
    }
    return new Row(clock, seen.entries() + 1);
  }

  void append(Row row, LedgerEntry entry, Actor actor, Instant at) {
    jdbc.sql("""
        insert into clock_entry (clock_id, seq, kind, effective_on, effective_at, length, unit, text, subject, corrects,
            calendar, due_on, due_at, actor_id, actor_name, entered_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(row.clock().id().value(), row.entries(), entry.kind().name(), entry.on(), entry.at().orElse(null),
            entry.length(), entry.unit().name(), entry.text(), entry.subject(), entry.corrects(), entry.calendar(),
            row.clock().due().on(), row.clock().due().at().orElse(null), actor.id(), actor.name(),
            Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS)))
        .update();
  }

  /** The clocks of the case that are not stopped, in the order of their due dates. */
  List<Row> open(CaseId caseId) {
    return jdbc.sql(COLUMNS + "  where case_id = ? and open_kind is not null order by due_on, id")
        .param(caseId.value()).query(ClockTable::row).list();
  }

  /** The clocks of all cases that are not stopped and end on this day or later. */
  List<Row> dueFrom(LocalDate day) {
    return jdbc.sql(COLUMNS + "  where open_kind is not null and due_on >= ? order by case_id, id").param(day)
        .query(ClockTable::row).list();
  }

  /** The clocks of these kinds that are not stopped and ended before this day. */
  List<Row> dueBefore(LocalDate day, Set<String> kinds) {
    return jdbc.sql(COLUMNS + "  where open_kind in (:kinds) and due_on < :day order by case_id, id")
        .param("kinds", kinds).param("day", day).query(ClockTable::row).list();
  }

  /** Their ledgers, read at once. */
  Map<ClockId, List<LedgerEntry>> ledgersDueFrom(LocalDate day) {
    var ledgers = new HashMap<ClockId, List<LedgerEntry>>();
    jdbc.sql(ENTRY_COLUMNS + """
        where clock_id in (select id from clock where open_kind is not null and due_on >= ?)
        order by clock_id, seq""").param(day)
        .query((RowCallbackHandler) rs -> ledgers
            .computeIfAbsent(new ClockId(rs.getObject("clock_id", UUID.class)), id -> new ArrayList<>())
            .add(entry(rs)));
    return ledgers;
  }

  /** The ledgers of all clocks of a case. */
  List<List<LedgerEntry>> ledgers(CaseId caseId) {
    var ledgers = new LinkedHashMap<UUID, List<LedgerEntry>>();
    jdbc.sql(ENTRY_COLUMNS + "  where clock_id in (select id from clock where case_id = ?) order by clock_id, seq")
        .param(caseId.value())
        .query((RowCallbackHandler) rs -> ledgers
            .computeIfAbsent(rs.getObject("clock_id", UUID.class), id -> new ArrayList<>()).add(entry(rs)));
    return List.copyOf(ledgers.values());
  }

  /** The cases with a pause whose latest end lies before this day. */
  List<CaseId> pausedUntilBefore(LocalDate day) {
    return jdbc.sql("select distinct case_id from clock where open_kind is not null and paused_until < ?").param(day)
        .query((rs, n) -> new CaseId(rs.getObject("case_id", UUID.class))).list();
  }

  List<Row> of(CaseId caseId) {
    return jdbc.sql(COLUMNS + "  where case_id = ? order by stopped_on desc nulls first, due_on, id")
        .param(caseId.value()).query(ClockTable::row).list();
  }

  Optional<Row> find(ClockId id) {
    return jdbc.sql(COLUMNS + "  where id = ?").param(id.value()).query(ClockTable::row).optional();
  }

  List<LedgerEntry> ledger(ClockId id) {
    return lines(id).stream().map(LedgerLine::entry).toList();
  }

  List<LedgerLine> lines(ClockId id) {
    return jdbc.sql(ENTRY_COLUMNS + "  where clock_id = ? order by seq").param(id.value())
        .query((rs, n) -> new LedgerLine(rs.getInt("seq"), entry(rs), rs.getObject("due_on", LocalDate.class),
            Optional.ofNullable(rs.getObject("due_at", LocalTime.class)), rs.getString("actor_name"),
            rs.getTimestamp("entered_at").toInstant()))
        .list();
  }

  private static LedgerEntry entry(ResultSet rs) throws SQLException {
    return new LedgerEntry(LedgerEntry.Kind.valueOf(rs.getString("kind")),
        rs.getObject("effective_on", LocalDate.class),
        Optional.ofNullable(rs.getObject("effective_at", LocalTime.class)), rs.getInt("length"),
        TermUnit.valueOf(rs.getString("unit")), rs.getString("text"), rs.getString("subject"), rs.getInt("corrects"),
        rs.getInt("calendar"));
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    var term = new Term(rs.getInt("length"), TermUnit.valueOf(rs.getString("unit")), rs.getString("rule"),
        rs.getInt("target"));
    var due = new Due(rs.getObject("due_on", LocalDate.class),
        Optional.ofNullable(rs.getObject("due_at", LocalTime.class)), rs.getBoolean("provisional"));
    return new Row(new ClockState(new ClockId(rs.getObject("id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("kind"), term, rs.getString("hands"),
        rs.getObject("hands_since", LocalDate.class), rs.getObject("started_on", LocalDate.class),
        day(rs, "stopped_on"),
        Optional.ofNullable(rs.getObject("stopped_at", LocalTime.class)), rs.getBoolean("paused"),
        day(rs, "paused_until"), due, day(rs, "target_on"), rs.getInt("calendar")), rs.getInt("entries"));
  }

  private static Optional<LocalDate> day(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, LocalDate.class));
  }
}
