package org.petitiondesk.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a matter says beyond its record: messages to people of the desk, and notices (公示) to everybody for some days. */
@Component
@Transactional(readOnly = true)
public class MatterPosts {

  /** So many are shown, the newest first. */
  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  MatterPosts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param title of the matter */
  public record Message(MatterId matter, String title, String words, Instant at) {}

  /**
   * @param title of the matter
   * @param until its last day
   */
  public record Notice(String title, String heading, String words, LocalDate from, LocalDate until) {}

  /** Those to the groups of the reader. */
  public List<Message> messages(Actor actor) {
    return actor.groups().isEmpty()
        ? List.of()
        : jdbc.sql("select p.*, m.title from matter_message p join matter m on m.id = p.matter_id"
            + " where p.receiver in (:groups) order by p.sent_at desc, p.id fetch first " + MOST + " rows only")
            .param("groups", actor.groups()).query((rs, n) -> new Message(new MatterId(rs.getObject("matter_id",
                UUID.class)), rs.getString("title"), rs.getString("words"), rs.getTimestamp("sent_at").toInstant()))
            .list();
  }

  /** Those that everybody may read today. */
  public List<Notice> notices() {
    return jdbc.sql("select n.*, m.title from matter_notice n join matter m on m.id = n.matter_id"
        + " where n.shown_from <= :today and n.shown_until >= :today order by n.published_at desc, n.id fetch first "
        + MOST + " rows only").param("today", Dates.today(clock)).query(MatterPosts::notice).list();
  }

  /** Also those whose days are over. */
  public List<Notice> notices(MatterId id) {
    return jdbc.sql("select n.*, m.title from matter_notice n join matter m on m.id = n.matter_id where n.matter_id = ?"
        + " order by n.published_at").param(id.value()).query(MatterPosts::notice).list();
  }

  @Transactional
  void tell(MatterId matter, Group receiver, String words, Instant at) {
    jdbc.sql("insert into matter_message (id, matter_id, receiver, words, sent_at) values (?, ?, ?, ?, ?)")
        .params(CaseId.next().value(), matter.value(), receiver.toString(), words, MatterTable.timestamp(at)).update();
  }

  @Transactional
  void publish(MatterId matter, String heading, String words, LocalDate from, LocalDate until, Instant at) {
    jdbc.sql("""
        insert into matter_notice (id, matter_id, heading, words, shown_from, shown_until, published_at)
          values (?, ?, ?, ?, ?, ?, ?)""")
        .params(CaseId.next().value(), matter.value(), heading, words, from, until, MatterTable.timestamp(at)).update();
  }

  private static Notice notice(ResultSet rs, int row) throws SQLException {
    return new Notice(rs.getString("title"), rs.getString("heading"), rs.getString("words"),
        rs.getObject("shown_from", LocalDate.class), rs.getObject("shown_until", LocalDate.class));
  }
}
