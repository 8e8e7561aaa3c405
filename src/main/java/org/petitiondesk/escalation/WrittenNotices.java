package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Written reminders and criticism: numbered by their office, worded by a letter text, kept with the case, never changed. */
@Component
@Transactional(readOnly = true)
public class WrittenNotices {

  private static final String COLUMNS = """
      select id, number, kind, case_id, unit, text, issued_at from written_notice
      """;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final Letters letters;
  private final Units units;
  private final Accounts accounts;
  private final MessageSource messages;
  private final Clock clock;

  WrittenNotices(JdbcClient jdbc, CaseFiles cases, Letters letters, Units units, Accounts accounts,
      MessageSource messages, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.letters = letters;
    this.units = units;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  /** Oldest first; for whoever has sight of the case. */
  public List<WrittenNotice> of(CaseId id) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by issued_at, id").param(id.value()).query(this::notice)
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
    var written = letters.compose(kind.template(), file.registeringUnit(), kind.series(),
        Map.of("reminded", units.name(state.unit()), "people",
            receivers.stream().map(accounts::name).collect(Collectors.joining("、")), "title",
            file.isReport() ? "" : file.title(), "code", file.code(), "clock",
            messages.getMessage("calendar.kind." + state.kind(), null, Locale.SIMPLIFIED_CHINESE), "dueOn",
            state.due().on(), "late", state.late(Dates.local(now)), "words", words));
    jdbc.sql("""
        insert into written_notice (id, number, kind, case_id, clock_id, alarm_id, issuer, unit, text, issued_by,
            issued_at)
          values (:id, :number, :kind, :case, :clock, :alarm, :issuer, :unit, :text, :by, :at)""")
        .param("id", UUID.randomUUID()).param("number", written.number()).param("kind", kind.name())
        .param("case", state.caseId().value()).param("clock", state.id().value()).param("alarm", alarm.orElse(null))
        .param("issuer", file.registeringUnit()).param("unit", state.unit())
        .param("text", written.title() + "\n" + written.body()).param("by", actor.id())
        .param("at", WatchTable.timestamp(now)).update();
    return written.number();
  }

  private WrittenNotice notice(ResultSet rs, int row) throws SQLException {
    var text = rs.getString("text");
    var end = text.indexOf('\n');
    return new WrittenNotice(rs.getObject("id", UUID.class), AlarmAction.valueOf(rs.getString("kind")),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("unit"),
        new LetterText(text.substring(0, end), rs.getString("number"), text.substring(end + 1)),
        rs.getTimestamp("issued_at").toInstant());
  }
}
