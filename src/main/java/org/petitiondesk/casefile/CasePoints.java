package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Demand points and their answers. Both are only ever added: a later edition or round stands over the earlier one. */
@Repository
class CasePoints {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  CasePoints(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insert(CaseId id, int edition, List<String> points, String by, Instant now) {
    var rows = new ArrayList<Object[]>();
    points.forEach(
        text -> rows.add(new Object[]{id.value(), edition, rows.size() + 1, text, by, Timestamp.from(now)}));
    batches.batchUpdate(
        "insert into case_point (case_id, edition, number, text, set_by, set_at) values (?, ?, ?, ?, ?, ?)",
        rows);
  }

  int edition(CaseId id) {
    return jdbc.sql("select coalesce(max(edition), 0) from case_point where case_id = :id").param("id", id.value())
        .query(Integer.class).single();
  }

  /** The texts as they were registered, whatever screening made of them. */
  List<String> first(CaseId id) {
    return jdbc.sql("select text from case_point where case_id = :id and edition = 1 order by number")
        .param("id", id.value()).query(String.class).list();
  }

  List<DemandPoint> of(CaseId id) {
    return jdbc.sql("""
        select p.number, p.text, a.facts, a.basis, a.outcome
        from case_point p
        left join case_point_answer a on a.case_id = p.case_id and a.edition = p.edition and a.number = p.number
          and a.round = (select max(r.round) from case_point_answer r
            where r.case_id = p.case_id and r.edition = p.edition and r.number = p.number)
        where p.case_id = :id and p.edition = (select max(e.edition) from case_point e where e.case_id = :id)
        order by p.number
        """).param("id", id.value()).query(CasePoints::point).list();
  }

  void answer(CaseId id, List<PointAnswer> answers, String by, Instant now) {
    var key = jdbc.sql("""
        select p.edition, coalesce(max(a.round), 0) + 1 as round
        from case_point p left join case_point_answer a on a.case_id = p.case_id and a.edition = p.edition
        where p.case_id = :id and p.edition = (select max(e.edition) from case_point e where e.case_id = :id)
        group by p.edition
        """).param("id", id.value()).query((rs, row) -> new int[]{rs.getInt("edition"), rs.getInt("round")}).single();
    batches.batchUpdate("""
        insert into case_point_answer (case_id, edition, number, round, facts, basis, outcome, answered_by, answered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, answers.stream().map(a -> new Object[]{id.value(), key[0], a.number(), key[1], a.facts(), a.basis(),
        a.outcome().name(), by, Timestamp.from(now)}).toList());
  }

  private static DemandPoint point(ResultSet rs, int row) throws SQLException {
    var number = rs.getInt("number");
    var outcome = rs.getString("outcome");
    var answer = outcome == null
        ? null
        : new PointAnswer(number, rs.getString("facts"), rs.getString("basis"), Outcome.valueOf(outcome));
    return new DemandPoint(number, rs.getString("text"), Optional.ofNullable(answer));
  }
}
