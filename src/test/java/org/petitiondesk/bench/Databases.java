package org.petitiondesk.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Two equal databases, one for the desk and one for the bare engine, both of which put a commit on disk. */
record Databases(String desk, String bare, String user, String password, Runnable close) {

  static Databases h2(Path folder) {
    // The engine's stock tables do not know H2's PostgreSQL mode; whatever else matters is the same.
    return new Databases(
        "jdbc:h2:file:" + folder.resolve("desk")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;QUERY_CACHE_SIZE=512",
        "jdbc:h2:file:" + folder.resolve("bare") + ";WRITE_DELAY=0", "sa", "", () -> {});
  }

  static Databases postgresql(Path folder) {
    try {
      // The embedded server is set up for tests and would neither wait for the disk nor sync it.
      var server = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "on").setServerConfig("shared_buffers", "256MB").start();
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        for (var setting : new String[]{"fsync", "synchronous_commit"}) {
          var shown = statement.executeQuery("show " + setting);
          shown.next();
          if (!shown.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is " + shown.getString(1));
          }
        }
        statement.execute("create database desk");
        statement.execute("create database bare");
      }
      return new Databases(server.getJdbcUrl("postgres", "desk"), server.getJdbcUrl("postgres", "bare"), "postgres",
          "postgres", () -> {
            try {
              server.close();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
