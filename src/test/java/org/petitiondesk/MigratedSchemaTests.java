package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migrations leave behind, on H2 and on PostgreSQL. */
@DeskTest
class MigratedSchemaTests {

  /** Over {@code tables t}: what is neither the engine's nor Flyway's nor the session's. */
  private static final String OURS = """
      t.table_schema = 'public' and t.table_type = 'BASE TABLE' and lower(t.table_name) not like 'act!_%' escape '!'
        and t.table_name <> 'flyway_schema_history' and t.table_name not like 'spring_session%'
      """;

  @Autowired
  Flyway flyway;
  @Autowired
  JdbcClient jdbc;

  @Test
  void everyMigrationHasRunOnce() {
    assertThat(flyway.info().all()).isNotEmpty()
        .allSatisfy(migration -> assertThat(migration.getState()).isEqualTo(MigrationState.SUCCESS));
  }

  @Test
  void everyTableHasAPrimaryKey() {
    var keyless = jdbc.sql("select table_name from information_schema.tables t where " + OURS + """
        and not exists (select 1 from information_schema.table_constraints c
          where c.table_schema = t.table_schema and c.table_name = t.table_name
            and c.constraint_type = 'PRIMARY KEY')""").query(String.class).list();

    assertThat(tables()).contains("work_item", "case_file", "audit_entry");
    assertThat(keyless).isEmpty();
  }

  /** A moment without its zone is another moment on a server that stands elsewhere. */
  @Test
  void everyMomentKnowsItsZone() {
    var zoneless = jdbc.sql("""
        select c.table_name || '.' || c.column_name from information_schema.columns c
          join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
          where upper(c.data_type) like 'TIMESTAMP%' and upper(c.data_type) not like '%WITH TIME ZONE'
            and
        """ + OURS)
        .query(String.class).list();

    assertThat(zoneless).isEmpty();
  }

  @Test
  void theEnginesOwnTablesAreThere() {
    assertThat(jdbc.sql("""
        select count(*) from information_schema.tables where lower(table_name) like 'act!_%' escape '!'""")
        .query(Integer.class).single()).isGreaterThan(20);
  }

  private List<String> tables() {
    return jdbc.sql("select table_name from information_schema.tables t where " + OURS).query(String.class).list();
  }
}
