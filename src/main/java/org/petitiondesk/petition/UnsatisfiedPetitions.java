package org.petitiondesk.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.UnsatisfiedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings that say that something was not right. */
@Repository
class UnsatisfiedPetitions implements UnsatisfiedCases {

  private final JdbcClient jdbc;

  UnsatisfiedPetitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<CaseId> between(Instant from, Instant to) {
    return jdbc.sql("""
        select case_id from petition_rating
          where rated_at >= ? and rated_at < ?
            and (solved = 'NO' or unit_rating = 'NOT_SATISFIED' or office_rating = 'NOT_SATISFIED')""")
        .params(Timestamp.from(from), Timestamp.from(to))
        .query((rs, row) -> new CaseId(rs.getObject("case_id", UUID.class))).list();
  }
}
