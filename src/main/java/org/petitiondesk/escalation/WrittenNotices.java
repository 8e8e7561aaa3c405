package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Written reminders and criticism: numbered, worded from the facts, kept with the case, never changed. */
@Component
@Transactional(readOnly = true)
public class WrittenNotices {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private static final String COLUMNS = """
      select id, number, kind, case_id, issuer, unit, text, issued_by, issued_at from written_notice
      """;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Units units;
  private final Accounts accounts;
  private final MessageSource messages;
  private final Clock clock;

  WrittenNotices(JdbcClient jdbc, CaseFiles cases, Units units, Accounts accounts, MessageSource messages,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.units = units;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  /** Oldest first; for whoever has sight of the case. */
  public List<WrittenNotice> of(CaseId id) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by issued_at, number").param(id.value()).query(this::notice)
        .list();
  }

  public WrittenNotice get(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::notice).optional()
        .orElseThrow(() -> new NotFound("escalation.not-found.notice"));
  }

  /**
   * Issues one to the unit in whose hands the clock is, in the name of the office that registered the case.
   *
   * @param words of the leader who wants it; empty for one that the ladder wants
   * @return its number
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String issue(AlarmAction kind, ClockState state, Optional<UUID> alarm, List<String> receivers, String words,
      Actor actor) {
    var file = cases.get(state.caseId());
    var now = clock.instant();
    var text = text(kind, state, file.code(), file.isReport() ? "" : file.title(), receivers, words);
    var keys = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into written_notice (id, kind, case_id, clock_id, alarm_id, issuer, unit, text, issued_by, issued_at)
          values (:id, :kind, :case, :clock, :alarm, :issuer, :unit, :text, :by, :at)""")
        .param("id", UUID.randomUUID()).param("kind", kind.name()).param("case", state.caseId().value())
        .param("clock", state.id().value()).param("alarm", alarm.orElse(null))
        .param("issuer", file.registeringUnit()).param("unit", state.unit()).param("text", text)
        .param("by", actor.id()).param("at", WatchTable.timestamp(now)).update(keys, "number");
    return number(kind, Dates.local(now).getYear(), keys.getKeyAs(Number.class).longValue());
  }

  private String text(AlarmAction kind, ClockState state, String code, String title, List<String> receivers,
      String words) {
    var late = state.late(Dates.local(clock.instant()));
    var people = receivers.stream().map(accounts::name).collect(Collectors.joining("、"));
    return say("escalation.written." + kind + (late ? ".late" : ".running"), units.name(state.unit()), people, code,
        title, say("calendar.kind." + state.kind()), day(state.due().on())) + (words.isBlank() ? "" : "\n" + words);
  }

  private String number(AlarmAction kind, int year, long count) {
    return say("escalation.written.number." + kind.name().toLowerCase(Locale.ROOT), Integer.toString(year),
        Long.toString(count));
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  private static String day(LocalDate day) {
    return day.format(DAY);
  }

  private WrittenNotice notice(ResultSet rs, int row) throws SQLException {
    var kind = AlarmAction.valueOf(rs.getString("kind"));
    var issuedAt = rs.getTimestamp("issued_at").toInstant();
    return new WrittenNotice(rs.getObject("id", UUID.class), kind,
        number(kind, Dates.local(issuedAt).getYear(), rs.getLong("number")),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("issuer"), rs.getString("unit"),
        rs.getString("text").lines().toList(), rs.getString("issued_by"), issuedAt);
  }
}
