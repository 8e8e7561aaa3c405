package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persons heard, and what claims of the responsibility found. */
@Repository
class FindingTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  FindingTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Each person is asked once. */
  void ask(ReviewId id, String account, LocalDate until, String by) {
    jdbc.sql("""
        insert into hearing_of_person (review_id, number, account, asked_by, asked_at, until_on)
          select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from hearing_of_person where review_id = ?""")
        .params(id.value(), account, by, Timestamp.from(now()), until, id.value()).update();
  }

  /** False when the person has said something before. */
  boolean state(ReviewId id, String account, String words) {
    return jdbc.sql("""
        update hearing_of_person set words = ?, stated_at = ?
          where review_id = ? and account = ? and stated_at is null and lapsed_at is null""")
        .params(words, Timestamp.from(now()), id.value(), account).update() == 1;
  }

  void lapse(ReviewId id) {
    jdbc.sql(
        "update hearing_of_person set lapsed_at = ? where review_id = ? and stated_at is null and lapsed_at is null")
        .params(Timestamp.from(now()), id.value()).update();
  }

  /** In the order in which they were asked. */
  List<PersonHeard> heard(ReviewId id) {
    return jdbc.sql("select * from hearing_of_person where review_id = ? order by number").param(id.value())
        .query((rs, row) -> new PersonHeard(rs.getString("account"), rs.getString("asked_by"),
            rs.getTimestamp("asked_at").toInstant(), rs.getObject("until_on", LocalDate.class),
            Optional.ofNullable(rs.getString("words")), moment(rs, "stated_at"), moment(rs, "lapsed_at")))
        .list();
  }

  void insert(ReviewId id, int step, List<Finding> findings) {
    for (var place = 1; place <= findings.size(); place++) {
      var each = findings.get(place - 1);
      jdbc.sql("""
          insert into finding (review_id, number, place, account, person, share, rule_broken, statement, measure,
              decision_number, decided_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(id.value(), step, place, each.account().orElse(null), each.person(), each.share().name(),
              each.rule(), each.statement(), each.measure(), each.decisionNumber(), each.decidedOn())
          .update();
    }
  }

  List<Finding> findings(ReviewId id, int step) {
    return jdbc.sql("select * from finding where review_id = ? and number = ? order by place").params(id.value(), step)
        .query((rs, row) -> new Finding(Optional.ofNullable(rs.getString("account")), rs.getString("person"),
            Finding.Share.valueOf(rs.getString("share")), rs.getString("rule_broken"), rs.getString("statement"),
            rs.getString("measure"), rs.getString("decision_number"), rs.getObject("decided_on", LocalDate.class)))
        .list();
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
