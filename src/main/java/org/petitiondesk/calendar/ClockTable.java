package org.petitiondesk.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and their ledgers in the database. */
@Repository
class ClockTable {

  private static final String COLUMNS = """
      select id, case_id, kind, length, unit, rule, hands, started_on, stopped_on, paused, due_on, provisional, entries
        from clock
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
          insert into clock (id, case_id, kind, open_kind, length, unit, rule, hands, started_on, paused, due_on,
              provisional, entries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""")
          .params(clock.id().value(), clock.caseId().value(), clock.kind(), clock.kind(), clock.term().length(),
              clock.term().unit().name(), clock.term().rule(), clock.unit(), clock.startedOn(), clock.paused(),
              clock.due().on(), clock.due().provisional())
          .update();
    } catch (DuplicateKeyException e) {
      throw new Conflict("calendar.conflict.changed-meanwhile");
    }
    return new Row(clock, 1);
  }

  /** Writes the clock as its longer ledger leaves it; refuses when somebody else has added to the ledger meanwhile. */
  Row update(Row seen, ClockState clock) {
    var updated = jdbc.sql("""
        update clock
          set open_kind = ?, hands = ?, stopped_on = ?, paused = ?, due_on = ?, provisional = ?, entries = ?
          where id = ? and entries = ?""")
        .params(clock.running() ? clock.kind() : null, clock.unit(), clock.stoppedOn().orElse(null), clock.paused(),
            clock.due().on(), clock.due().provisional(), seen.entries() + 1, clock.id().value(), seen.entries())
        .update();
    if (updated == 0) {
      throw new Conflict("calendar.conflict.changed-meanwhile");
    }
    return new Row(clock, seen.entries() + 1);
  }

  void append(Row row, LedgerEntry entry, Actor actor, Instant at) {
    jdbc.sql("""
        insert into clock_entry (clock_id, seq, kind, effective_on, length, unit, text, due_on, actor_id, actor_name,
            entered_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(row.clock().id().value(), row.entries(), entry.kind().name(), entry.on(), entry.length(),
            entry.unit().name(), entry.text(), row.clock().due().on(), actor.id(), actor.name(),
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
    return jdbc.sql("""
        select seq, kind, effective_on, length, unit, text, due_on, actor_id, actor_name, entered_at
          from clock_entry where clock_id = ? order by seq""")
        .param(id.value()).query((rs, n) -> new LedgerLine(rs.getInt("seq"),
            new LedgerEntry(LedgerEntry.Kind.valueOf(rs.getString("kind")),
                rs.getObject("effective_on", LocalDate.class), rs.getInt("length"),
                TermUnit.valueOf(rs.getString("unit")), rs.getString("text")),
            rs.getObject("due_on", LocalDate.class), rs.getString("actor_name"),
            rs.getTimestamp("entered_at").toInstant()))
        .list();
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    var term = new Term(rs.getInt("length"), TermUnit.valueOf(rs.getString("unit")), rs.getString("rule"));
    return new Row(new ClockState(new ClockId(rs.getObject("id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("kind"), term, rs.getString("hands"),
        rs.getObject("started_on", LocalDate.class), Optional.ofNullable(rs.getObject("stopped_on", LocalDate.class)),
        rs.getBoolean("paused"), new Due(rs.getObject("due_on", LocalDate.class), rs.getBoolean("provisional"))),
        rs.getInt("entries"));
  }
}
