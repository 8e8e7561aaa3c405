package org.petitiondesk.casefile;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Migration 170: the names at rest are compared like all others; migration 137 knew of blanks alone. */
@Component
class PlainNames implements JavaMigration {

  private static final int ROWS = 1000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("170");
  }

  @Override
  public String getDescription() {
    return "casefile align plain names";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    try (var read = connection.prepareStatement("select id, name, plain_name from case_party");
        var write = connection.prepareStatement("update case_party set plain_name = ? where id = ?")) {
      read.setFetchSize(ROWS);
      var rows = read.executeQuery();
      while (rows.next()) {
        var plain = PlainName.of(rows.getString("name"));
        if (!plain.equals(rows.getString("plain_name"))) {
          write.setString(1, plain);
          write.setObject(2, rows.getObject("id"));
          write.addBatch();
        }
      }
      write.executeBatch();
    }
  }
}
