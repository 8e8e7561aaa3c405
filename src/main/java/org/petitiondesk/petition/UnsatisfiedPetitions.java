package org.petitiondesk.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.UnsatisfiedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings that say that something was not right; those that were excluded say nothing. */
@Repository
class UnsatisfiedPetitions implements UnsatisfiedCases {

  private final JdbcClient jdbc;

  UnsatisfiedPetitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<CaseId> between(Instant from, Instant to) {
    return jdbc.sql("""
        select distinct r.case_id from petition_rating r
          where r.rated_at >= ? and r.rated_at < ?
            and (r.solved = 'NO' or r.unit_rating = 'NOT_SATISFIED' or r.office_rating = 'NOT_SATISFIED')
            and not exists (select 1 from petition_rating_exclusion e
              join petition_rating_exclusion_decision d on d.exclusion_id = e.id and d.excluded
              where e.case_id = r.case_id and e.answer_number = r.answer_number)""")
        .params(Timestamp.from(from), Timestamp.from(to))
        .query((rs, row) -> new CaseId(rs.getObject("case_id", UUID.class))).list();
  }
}
