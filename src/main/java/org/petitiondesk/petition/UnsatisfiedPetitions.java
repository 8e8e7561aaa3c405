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

  private static final String UNSATISFIED = "(r.solved = 'NO' or r.unit_rating = 'NOT_SATISFIED' or r.office_rating = 'NOT_SATISFIED')";
  private static final String EXCLUDED = """
      exists (select 1 from petition_rating_exclusion e
        join petition_rating_exclusion_decision d on d.exclusion_id = e.id and d.excluded
        where e.case_id = r.case_id and e.answer_number = r.answer_number)""";

  private final JdbcClient jdbc;

  UnsatisfiedPetitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<CaseId> between(Instant from, Instant to) {
    return between(from, to, "not " + EXCLUDED);
  }

  @Override
  public List<CaseId> excludedBetween(Instant from, Instant to) {
    return between(from, to, EXCLUDED);
  }

  private List<CaseId> between(Instant from, Instant to, String condition) {
    return jdbc.sql("select distinct r.case_id from petition_rating r where r.rated_at >= ? and r.rated_at < ? and "
        + UNSATISFIED + " and " + condition).params(Timestamp.from(from), Timestamp.from(to))
        .query((rs, row) -> new CaseId(rs.getObject("case_id", UUID.class))).list();
  }

  @Override
  public List<Exclusion> exclusions(Instant since) {
    return jdbc.sql("""
        select r.rated_at, d.decided_at from petition_rating r
          join petition_rating_exclusion e on e.case_id = r.case_id and e.answer_number = r.answer_number
          join petition_rating_exclusion_decision d on d.exclusion_id = e.id and d.excluded
          where r.rated_at >= ?""").param(Timestamp.from(since))
        .query((rs, row) -> new Exclusion(rs.getTimestamp("rated_at").toInstant(),
            rs.getTimestamp("decided_at").toInstant()))
        .list();
  }
}
