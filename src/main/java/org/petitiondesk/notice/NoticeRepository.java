package org.petitiondesk.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.PageEnd;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRepository {

  private static final String COLUMNS = """
      select id, case_id, letter_id, channel, state, unit, desk, address, attempts, last_error, message_id, proof,
        created_at, changed_at
      from notice
      """;

  /** Before the newest. */
  private static final PageEnd START = new PageEnd(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Clock clock;

  NoticeRepository(JdbcClient jdbc, PersonalData personalData, Clock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.clock = clock;
  }

  void insert(Notice notice, String registeringUnit) {
    jdbc.sql("""
        insert into notice (id, case_id, letter_id, channel, state, unit, registering_unit, desk, address, attempts,
          created_at, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(notice.id().value(), notice.caseId().value(), notice.letterId().value(), notice.channel().name(),
            notice.state().name(), notice.unit(), registeringUnit, notice.desk(),
            personalData.encrypt(notice.address()), notice.attempts(), Timestamp.from(notice.createdAt()),
            Timestamp.from(notice.changedAt()))
        .update();
  }

  Optional<Notice> find(NoticeId id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id.value()).query(this::read).optional();
  }

  Notice get(NoticeId id) {
    return find(id).orElseThrow(() -> new NotFound("notice.not-found"));
  }

  List<Notice> of(CaseId caseId) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by created_at, id").param(caseId.value()).query(this::read)
        .list();
  }

  List<Notice> of(LetterId letterId) {
    return jdbc.sql(COLUMNS + "where letter_id = ? order by created_at, id").param(letterId.value())
        .query(this::read).list();
  }

  String registeringUnit(NoticeId id) {
    return jdbc.sql("select registering_unit from notice where id = ?").param(id.value()).query(String.class).single();
  }

  /** Newest first, after the place where the last page ended. */
  List<Notice> page(Set<String> units, Optional<NoticeState> state, Optional<PageEnd> after, int size) {
    var place = after.orElse(START);
    return jdbc.sql(COLUMNS + """
        where (unit in (:units) or registering_unit in (:units))
          and (:state = '' or state = :state)
          and (created_at < :at or created_at = :at and id < :id)
        order by created_at desc, id desc limit :size""")
        .param("units", units).param("state", state.map(Enum::name).orElse(""))
        .param("at", Timestamp.from(place.at())).param("id", place.id()).param("size", size)
        .query(this::read).list();
  }

  void attemptBegun(NoticeId id, String messageId) {
    jdbc.sql("update notice set attempts = attempts + 1, message_id = ?, changed_at = ? where id = ?")
        .params(messageId, now(), id.value()).update();
  }

  void attemptFailed(NoticeId id, String error) {
    jdbc.sql("update notice set last_error = ?, changed_at = ? where id = ?").params(error, now(), id.value()).update();
  }

  /** Ends what waits. A message that has ended before is a {@link Conflict}: two people, or two clicks. */
  void settle(NoticeId id, NoticeState state, Optional<String> error, Optional<String> proof) {
    if (!settled(id, state, error, proof)) {
      throw new Conflict("notice.settled");
    }
  }

  /** False when it has ended before. */
  boolean settled(NoticeId id, NoticeState state, Optional<String> error, Optional<String> proof) {
    return jdbc.sql("""
        update notice set state = ?, last_error = ?, proof = ?, changed_at = ? where id = ? and state = 'QUEUED'""")
        .params(state.name(), error.orElse(null), proof.orElse(null), now(), id.value()).update() == 1;
  }

  /** Says by which way a letter on paper has gone. */
  void channel(NoticeId id, DeliveryMethod channel) {
    jdbc.sql("update notice set channel = ? where id = ?").params(channel.name(), id.value()).update();
  }

  /** A refused or returned message is given up for good. */
  void giveUp(NoticeId id) {
    if (jdbc.sql("update notice set state = 'GIVEN_UP', changed_at = ? where id = ? and state = 'FAILED'")
        .params(now(), id.value()).update() == 0) {
      throw new Conflict("notice.settled");
    }
  }

  private Notice read(ResultSet rs, int row) throws SQLException {
    return new Notice(new NoticeId(rs.getObject("id", UUID.class)), new CaseId(rs.getObject("case_id", UUID.class)),
        new LetterId(rs.getObject("letter_id", UUID.class)), DeliveryMethod.valueOf(rs.getString("channel")),
        NoticeState.valueOf(rs.getString("state")), rs.getString("unit"), rs.getString("desk"),
        personalData.decrypt(rs.getBytes("address")), rs.getInt("attempts"),
        Optional.ofNullable(rs.getString("last_error")), Optional.ofNullable(rs.getString("message_id")),
        Optional.ofNullable(rs.getString("proof")), rs.getTimestamp("created_at").toInstant(),
        rs.getTimestamp("changed_at").toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
