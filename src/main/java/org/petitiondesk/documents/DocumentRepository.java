package org.petitiondesk.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

  private static final String COLUMNS = """
      select d.id, d.case_id, d.kind, d.name, d.media_type, c.size, d.sha256, d.added_by, d.added_at
      from document d join file_content c on c.sha256 = d.sha256
      """;

  private final JdbcClient jdbc;

  DocumentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The same bytes are kept once, however often and by whomever they are handed in. */
  void keep(String sha256, byte[] content) {
    // Asked first, so that a known file is not carried to the database again only to be left there.
    var known = jdbc.sql("select count(*) from file_content where sha256 = ?").param(sha256).query(Long.class).single();
    if (known == 0) {
      jdbc.sql("insert into file_content (sha256, size, bytes) values (?, ?, ?) on conflict do nothing")
          .params(sha256, content.length, content).update();
    }
  }

  void insert(StoredDocument document) {
    jdbc.sql("""
        insert into document (id, case_id, kind, name, media_type, sha256, added_by, added_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(document.id().value(), document.caseId().value(), document.kind().name(), document.name(),
            document.mediaType(), document.sha256(), document.addedBy(), Timestamp.from(document.addedAt()))
        .update();
  }

  List<StoredDocument> of(CaseId caseId) {
    return jdbc.sql(COLUMNS + "where d.case_id = ? order by d.added_at, d.id").param(caseId.value())
        .query(DocumentRepository::read).list();
  }

  Optional<StoredDocument> find(DocumentId id) {
    return jdbc.sql(COLUMNS + "where d.id = ?").param(id.value()).query(DocumentRepository::read).optional();
  }

  byte[] content(DocumentId id) {
    return jdbc.sql("select c.bytes from document d join file_content c on c.sha256 = d.sha256 where d.id = ?")
        .param(id.value()).query((rs, row) -> rs.getBytes(1)).single();
  }

  private static StoredDocument read(ResultSet rs, int row) throws SQLException {
    return new StoredDocument(new DocumentId(rs.getObject("id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), DocumentKind.valueOf(rs.getString("kind")),
        rs.getString("name"), rs.getString("media_type"), rs.getLong("size"), rs.getString("sha256"),
        rs.getString("added_by"), rs.getTimestamp("added_at").toInstant());
  }
}
