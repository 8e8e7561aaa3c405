package org.petitiondesk.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was published here, by whom; and every model that the product has ever shipped to this installation. */
@Repository
class Publications {

  private final JdbcClient jdbc;

  Publications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row of the register. */
  record Entry(ModelKind kind, String key, int version, String name, String deployment, String file,
      Publication publication) {}

  void add(Entry entry) {
    var publication = entry.publication();
    jdbc.sql("""
        insert into published_model (kind, model_key, version, name, deployment_id, file, note, shipped_hash, author,
            published_by, published_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(entry.kind().name(), entry.key(), entry.version(), entry.name(), entry.deployment(), entry.file(),
            publication.note(), publication.shipped().orElse(null), publication.author(), publication.by(),
            Timestamp.from(publication.at().truncatedTo(ChronoUnit.MILLIS)))
        .update();
  }

  List<Entry> all() {
    return jdbc.sql("select * from published_model order by kind, model_key, version").query(Publications::read).list();
  }

  /** The oldest first. */
  List<Entry> of(ModelKind kind, String key) {
    return jdbc.sql("select * from published_model where kind = ? and model_key = ? order by version")
        .params(kind.name(), key).query(Publications::read).list();
  }

  boolean has(ModelKind kind, String key) {
    return jdbc.sql("select count(*) from published_model where kind = ? and model_key = ?").params(kind.name(), key)
        .query(Long.class).single() > 0;
  }

  /** Keeps what the product ships now; nothing happens when it is known. */
  void shipped(ShippedModel model) {
    jdbc.sql("""
        insert into shipped_model (file, hash, source, seen_at) values (?, ?, ?, current_timestamp)
          on conflict do nothing""")
        .params(model.file(), model.hash(), model.source()).update();
  }

  List<String> shippedHashes() {
    return jdbc.sql("select hash from shipped_model").query(String.class).list();
  }

  Optional<String> shippedSource(String file, String hash) {
    return jdbc.sql("select source from shipped_model where file = ? and hash = ?").params(file, hash)
        .query((rs, row) -> rs.getString(1)).optional();
  }

  private static Entry read(ResultSet rs, int row) throws SQLException {
    return new Entry(ModelKind.valueOf(rs.getString("kind")), rs.getString("model_key"), rs.getInt("version"),
        rs.getString("name"), rs.getString("deployment_id"), rs.getString("file"),
        new Publication(rs.getString("published_by"), rs.getString("author"),
            rs.getTimestamp("published_at").toInstant(), rs.getString("note"),
            Optional.ofNullable(rs.getString("shipped_hash"))));
  }
}
