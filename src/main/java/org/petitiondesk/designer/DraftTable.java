package org.petitiondesk.designer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.designer.Draft.Returned;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts at rest. */
@Repository
class DraftTable {

  private static final String COLUMNS = """
      select id, kind, model_key, name, base_version, shipped_hash, state, author, created_at, changed_by, changed_at,
          note, submitted_by, submitted_at, return_reason, returned_by, approved_by, approved_at, publish_at,
          published_version, version
        from model_draft""";

  private final JdbcClient jdbc;

  DraftTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the model has an open draft. */
  boolean insert(Draft draft, String source) {
    return jdbc.sql("""
        insert into model_draft (id, kind, model_key, name, source, base_version, shipped_hash, state, author,
            created_at, changed_by, changed_at, note, version, open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
        .params(draft.id().value(), draft.kind().name(), draft.key(), draft.name(), source, draft.baseVersion(),
            draft.shipped().orElse(null), draft.state().name(), draft.author(), timestamp(draft.createdAt()),
            draft.changedBy(), timestamp(draft.changedAt()), draft.note(), draft.version(),
            openKey(draft.kind(), draft.key()))
        .update() == 1;
  }

  /** Whoever writes on a draft does not approve it. */
  void wrote(DraftId id, String account) {
    jdbc.sql("insert into model_draft_writer (draft_id, account) values (?, ?) on conflict do nothing")
        .params(id.value(), account).update();
  }

  /** Ends every change: the draft is a new version of itself. */
  void changed(DraftId id, String by, Instant at) {
    jdbc.sql("update model_draft set changed_by = ?, changed_at = ?, version = version + 1 where id = ?")
        .params(by, timestamp(at), id.value()).update();
  }

  void rename(DraftId id, String name) {
    jdbc.sql("update model_draft set name = ? where id = ?").params(name, id.value()).update();
  }

  void submit(DraftId id, String note, String by, Instant at) {
    jdbc.sql("""
        update model_draft set state = 'SUBMITTED', note = ?, submitted_by = ?, submitted_at = ?, return_reason = null,
            returned_by = null
          where id = ?""")
        .params(note, by, timestamp(at), id.value()).update();
  }

  void giveBack(DraftId id, Returned returned) {
    jdbc.sql("""
        update model_draft set state = 'DRAFT', return_reason = ?, returned_by = ?, approved_by = null,
            approved_at = null, publish_at = null
          where id = ?""")
        .params(returned.reason(), returned.by(), id.value()).update();
  }

  void approve(DraftId id, String by, Instant at, Optional<Instant> publishAt) {
    jdbc.sql("update model_draft set state = 'APPROVED', approved_by = ?, approved_at = ?, publish_at = ? where id = ?")
        .params(by, timestamp(at), publishAt.map(DraftTable::timestamp).orElse(null), id.value()).update();
  }

  void publish(DraftId id, int version) {
    jdbc.sql("update model_draft set state = 'PUBLISHED', published_version = ?, open_key = null where id = ?")
        .params(version, id.value()).update();
  }

  void rebase(DraftId id, int version, Optional<String> shipped) {
    jdbc.sql("update model_draft set base_version = ?, shipped_hash = ? where id = ?")
        .params(version, shipped.orElse(null), id.value()).update();
  }

  void discard(DraftId id) {
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where id = ?").param(id.value()).update();
  }

  void write(DraftId id, String source) {
    jdbc.sql("update model_draft set source = ? where id = ?").params(source, id.value()).update();
  }

  Draft get(DraftId id) {
    return withWriters(jdbc.sql(COLUMNS + " where id = ?").param(id.value()).query(DraftTable::read).optional()
        .orElseThrow(() -> new NotFound("designer.not-found.draft")));
  }

  /** The row stays as it is until the transaction ends. */
  Draft lock(DraftId id) {
    return withWriters(jdbc.sql(COLUMNS + " where id = ? for update").param(id.value()).query(DraftTable::read)
        .optional().orElseThrow(() -> new NotFound("designer.not-found.draft")));
  }

  String source(DraftId id) {
    return jdbc.sql("select source from model_draft where id = ?").param(id.value())
        .query((rs, row) -> rs.getString(1)).optional().orElseThrow(() -> new NotFound("designer.not-found.draft"));
  }

  Optional<Draft> open(ModelKind kind, String key) {
    return jdbc.sql(COLUMNS + " where open_key = ?").param(openKey(kind, key)).query(DraftTable::read).optional();
  }

  /** The last changed first. */
  List<Draft> open() {
    return jdbc.sql(COLUMNS + " where open_key is not null order by changed_at desc, id").query(DraftTable::read)
        .list().stream().map(this::withWriters).toList();
  }

  List<DraftId> dueBy(Instant moment) {
    return jdbc.sql("select id from model_draft where state = 'APPROVED' and publish_at <= ? order by publish_at, id")
        .param(timestamp(moment)).query((rs, row) -> new DraftId(rs.getObject(1, UUID.class))).list();
  }

  private Draft withWriters(Draft draft) {
    var writers = Set.copyOf(jdbc.sql("select account from model_draft_writer where draft_id = ?")
        .param(draft.id().value()).query(String.class).list());
    return new Draft(draft.id(), draft.kind(), draft.key(), draft.name(), draft.baseVersion(), draft.shipped(),
        draft.state(), draft.author(), draft.createdAt(), draft.changedBy(), draft.changedAt(), draft.note(),
        draft.submittedBy(), draft.submittedAt(), draft.returned(), draft.approvedBy(), draft.approvedAt(),
        draft.publishAt(), draft.publishedVersion(), writers, draft.version());
  }

  private static Draft read(ResultSet rs, int row) throws SQLException {
    var reason = rs.getString("return_reason");
    return new Draft(new DraftId(rs.getObject("id", UUID.class)), ModelKind.valueOf(rs.getString("kind")),
        rs.getString("model_key"), rs.getString("name"), rs.getInt("base_version"), text(rs, "shipped_hash"),
        DraftState.valueOf(rs.getString("state")), rs.getString("author"), rs.getTimestamp("created_at").toInstant(),
        rs.getString("changed_by"), rs.getTimestamp("changed_at").toInstant(), rs.getString("note"),
        text(rs, "submitted_by"), moment(rs, "submitted_at"),
        reason == null ? Optional.empty() : Optional.of(new Returned(reason, rs.getString("returned_by"))),
        text(rs, "approved_by"), moment(rs, "approved_at"), moment(rs, "publish_at"),
        Optional.ofNullable(rs.getObject("published_version", Integer.class)), Set.of(), rs.getInt("version"));
  }

  private static Optional<String> text(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getString(column));
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static String openKey(ModelKind kind, String key) {
    return kind + " " + key;
  }

  private static Timestamp timestamp(Instant moment) {
    return Timestamp.from(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
