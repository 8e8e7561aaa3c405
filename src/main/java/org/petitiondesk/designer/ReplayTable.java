package org.petitiondesk.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.designer.Replay.State;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replays at rest. */
@Repository
class ReplayTable {

  /** Whoever says nothing for so long does not work on it any more. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(3);

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ReplayTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** False while another one runs, on whichever node. */
  boolean insert(Replay replay) {
    jdbc.sql("update model_replay set state = 'FAILED', running = null, finished_at = :now"
        + " where running = 1 and seen_at < :silent").param("now", timestamp(replay.startedAt()))
        .param("silent", timestamp(replay.startedAt().minus(GIVEN_UP))).update();
    return jdbc.sql("""
        insert into model_replay (id, draft_id, text_hash, from_day, to_day, unit_id, category, started_by, started_at,
            state, steps_done, steps_total, seen_at, running)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', 0, 0, ?, 1)
          on conflict do nothing""")
        .params(replay.id().value(), replay.draft().value(), replay.textHash(), replay.choice().from(),
            replay.choice().to(), replay.choice().unit().orElse(""), replay.choice().category().orElse(""),
            replay.startedBy(), timestamp(replay.startedAt()), timestamp(replay.startedAt()))
        .update() == 1;
  }

  /** False when it was called off. */
  boolean progress(ReplayId id, int done, int total, Instant now) {
    return jdbc.sql("update model_replay set steps_done = ?, steps_total = ?, seen_at = ? where id = ? and running = 1")
        .params(done, total, timestamp(now), id.value()).update() == 1;
  }

  /** Nothing happens to one that has ended. */
  void end(ReplayId id, State state, Optional<ReplayResult> result, Instant now) {
    jdbc.sql("""
        update model_replay set state = ?, result = ?, finished_at = ?, running = null where id = ? and running = 1""")
        .params(state.name(), result.map(this::text).orElse(null), timestamp(now), id.value()).update();
  }

  Replay get(ReplayId id) {
    return jdbc.sql("select * from model_replay where id = ?").param(id.value()).query(this::read).optional()
        .orElseThrow(() -> new NotFound("designer.not-found.replay"));
  }

  /** The last one of a draft that was begun, whatever became of it. */
  Optional<Replay> last(DraftId draft) {
    return jdbc.sql("select * from model_replay where draft_id = ? order by started_at desc, id limit 1")
        .param(draft.value()).query(this::read).optional();
  }

  /** The last one of a draft that was brought to its end. */
  Optional<Replay> lastDone(DraftId draft) {
    return jdbc.sql("""
        select * from model_replay where draft_id = ? and state = 'DONE' order by started_at desc, id limit 1""")
        .param(draft.value()).query(this::read).optional();
  }

  private Replay read(ResultSet rs, int row) throws SQLException {
    var text = rs.getString("result");
    return new Replay(new ReplayId(rs.getObject("id", UUID.class)), new DraftId(rs.getObject("draft_id", UUID.class)),
        rs.getString("text_hash"),
        new ReplayChoice(rs.getObject("from_day", LocalDate.class), rs.getObject("to_day", LocalDate.class),
            filled(rs.getString("unit_id")), filled(rs.getString("category"))),
        rs.getString("started_by"), rs.getTimestamp("started_at").toInstant(), State.valueOf(rs.getString("state")),
        rs.getInt("steps_done"), rs.getInt("steps_total"),
        Optional.ofNullable(rs.getTimestamp("finished_at")).map(Timestamp::toInstant),
        Optional.ofNullable(text).map(this::result));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private String text(ReplayResult result) {
    try {
      return json.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ReplayResult result(String text) {
    try {
      return json.readValue(text, ReplayResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Timestamp timestamp(Instant moment) {
    return Timestamp.from(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
