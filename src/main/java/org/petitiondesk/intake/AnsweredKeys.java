package org.petitiondesk.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnsweredKeys {

  private final JdbcClient jdbc;

  AnsweredKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Answered> find(String sender, String key) {
    return jdbc.sql("""
        select fingerprint, case_id from intake_idempotency where sender = :sender and idempotency_key = :key
        """).param("sender", sender).param("key", key)
        .query((rs, row) -> new Answered(rs.getString("fingerprint"), new CaseId(rs.getObject("case_id", UUID.class))))
        .optional();
  }

  void insert(String sender, String key, Answered answered, Instant at) {
    jdbc.sql("""
        insert into intake_idempotency (sender, idempotency_key, fingerprint, case_id, answered_at)
        values (:sender, :key, :fingerprint, :caseId, :at)
        """).param("sender", sender).param("key", key).param("fingerprint", answered.fingerprint())
        .param("caseId", answered.caseId().value()).param("at", Timestamp.from(at)).update();
  }

  int deleteBefore(Instant moment) {
    return jdbc.sql("delete from intake_idempotency where answered_at < :moment")
        .param("moment", Timestamp.from(moment)).update();
  }
}
