package org.petitiondesk.accountability;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What claims of the cause said. Rows belong to their claim: a later claim has its own. */
@Repository
class CauseTable {

  private final JdbcClient jdbc;

  CauseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ReviewId id, int step, List<FactStatement> statements, List<Cause> causes) {
    statements.forEach(each -> jdbc
        .sql("insert into fact_statement (review_id, number, side, words) values (?, ?, ?, ?)")
        .params(id.value(), step, each.side().name(), each.words()).update());
    causes.forEach(each -> jdbc
        .sql("insert into cause (review_id, number, place, depth, words, kind, root) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id.value(), step, each.place(), each.depth(), each.words(), each.kind().name(), each.root())
        .update());
  }

  List<FactStatement> statements(ReviewId id, int step) {
    return jdbc.sql("select * from fact_statement where review_id = ? and number = ? order by side")
        .params(id.value(), step).query((rs, row) -> new FactStatement(
            FactStatement.Side.valueOf(rs.getString("side")), rs.getString("words")))
        .list();
  }

  List<Cause> causes(ReviewId id, int step) {
    return jdbc.sql("select * from cause where review_id = ? and number = ? order by place").params(id.value(), step)
        .query((rs, row) -> new Cause(rs.getInt("place"), rs.getInt("depth"), rs.getString("words"),
            Cause.Kind.valueOf(rs.getString("kind")), rs.getBoolean("root")))
        .list();
  }
}
