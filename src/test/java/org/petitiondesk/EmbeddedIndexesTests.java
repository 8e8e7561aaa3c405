package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIndexesTests {

  @TempDir
  private Path data;

  @BeforeEach
  void aTableWithTwoRows() throws SQLException {
    try (var connection = open(); var statement = connection.createStatement()) {
      statement.execute("create table matter (id int primary key, code varchar(20) unique, title varchar(20))");
      statement.execute("create index matter_title on matter (title)");
      statement.execute("insert into matter values (1, 'XF1', '路灯'), (2, 'XF2', '噪声')");
      connection.commit();
    }
  }

  @Test
  void entriesOfARowThatWasNeverConfirmedAreTakenOut() throws SQLException {
    try (var connection = open()) {
      var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      var table = session.getDatabase().getMainSchema().getTableOrView(session, "matter");
      var rows = table.getScanIndex(session);
      rows.remove(session, rows.getRow(session, 2));
      connection.commit();
    }

    try (var connection = open()) {
      assertThatThrownBy(() -> title(connection, "XF2")).rootCause().hasMessageContaining("not found in primary index");
      assertThat(EmbeddedIndexes.mend(connection)).isEqualTo(2);
    }
    try (var connection = open()) {
      assertThat(title(connection, "XF1")).isEqualTo("路灯");
      assertThat(title(connection, "XF2")).isNull();
      assertThat(EmbeddedIndexes.mend(connection)).isZero();
    }
  }

  @Test
  void aRowThatAnIndexHasLostIsPutInAgain() throws SQLException {
    try (var connection = open()) {
      var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      var table = session.getDatabase().getMainSchema().getTableOrView(session, "matter");
      var row = table.getScanIndex(session).getRow(session, 2);
      table.getSchema().findIndex(session, "matter_title").remove(session, row);
      connection.commit();
    }

    try (var connection = open()) {
      assertThat(EmbeddedIndexes.mend(connection)).isEqualTo(1);
    }
    try (var connection = open();
        var rows = connection.createStatement()
            .executeQuery("select code from matter where title = '噪声'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("XF2");
    }
  }

  private Connection open() throws SQLException {
    var connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("desk")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    connection.setAutoCommit(false);
    return connection;
  }

  private static String title(Connection connection, String code) throws SQLException {
    try (var query = connection.prepareStatement("select title from matter where code = ?")) {
      query.setString(1, code);
      try (var rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
