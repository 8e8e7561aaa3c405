package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cancellations of rectifications at rest. */
@Repository
class CancellationTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  CancellationTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One proposal waits at a time. */
  UUID propose(RectificationId rectification, String reason, String by) {
    var id = UUID.randomUUID();
    try {
      jdbc.sql("""
          insert into rectification_cancellation (id, rectification_id, open_rectification, reason, proposed_by,
              proposed_at, run)
            values (?, ?, ?, ?, ?, ?, '')""")
          .params(id, rectification.value(), rectification.value(), reason, by, now()).update();
    } catch (DuplicateKeyException waits) {
      throw new Conflict("accountability.cancellation.conflict.waits");
    }
    return id;
  }

  void runs(UUID id, String run) {
    jdbc.sql("update rectification_cancellation set run = ? where id = ?").params(run, id).update();
  }

  void decide(UUID id, boolean cancelled, String words, String by) {
    jdbc.sql("""
        update rectification_cancellation
          set open_rectification = null, cancelled = ?, words = ?, decided_by = ?, decided_at = ? where id = ?""")
        .params(cancelled, words, by, now(), id).update();
  }

  /** The oldest first. */
  List<RectificationCancellation> of(RectificationId rectification) {
    return jdbc.sql("select * from rectification_cancellation where rectification_id = ? order by proposed_at, id")
        .param(rectification.value()).query(CancellationTable::row).list();
  }

  private static RectificationCancellation row(ResultSet rs, int row) throws SQLException {
    var at = Optional.ofNullable(rs.getTimestamp("decided_at"));
    return new RectificationCancellation(rs.getObject("id", UUID.class),
        new RectificationId(rs.getObject("rectification_id", UUID.class)), rs.getString("reason"),
        rs.getString("proposed_by"), rs.getTimestamp("proposed_at").toInstant(), rs.getString("run"),
        at.isEmpty()
            ? Optional.empty()
            : Optional.of(new RectificationCancellation.Decision(rs.getBoolean("cancelled"), rs.getString("words"),
                rs.getString("decided_by"), at.get().toInstant())));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
