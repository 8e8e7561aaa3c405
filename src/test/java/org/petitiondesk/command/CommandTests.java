package org.petitiondesk.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.tools.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The commands on a migrated database that no server has ever opened. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class CommandTests {

  private static final String ON_POSTGRESQL = "postgresql";

  @TempDir
  private Path data;

  private final CaseId chain = CaseId.next();
  private EmbeddedPostgres postgres;
  private String url;
  private String user;
  private String password;

  @BeforeEach
  void migrate() throws Exception {
    if (ON_POSTGRESQL.equals(System.getProperty("test.database"))) {
      postgres = EmbeddedPostgres.start();
      url = postgres.getJdbcUrl("postgres", "postgres");
      user = "postgres";
      password = "postgres";
    } else {
      url = "jdbc:h2:file:" + data + "/petition-desk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
      user = "sa";
      password = "";
    }
    var vendor = postgres == null ? "h2" : "postgresql";
    Flyway.configure().dataSource(url, user, password)
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor).load().migrate();
    try (var desk = Desk.open(settings())) {
      var trail = desk.getBean(AuditTrail.class);
      new TransactionTemplate(desk.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
        trail.append(chain, Actor.SYSTEM, "case.registered", Map.of());
        trail.append(chain, Actor.SYSTEM, "case.closed", Map.of());
      });
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void verifySaysThatEverythingHolds(CapturedOutput output) {
    assertThat(run("audit", "verify")).isZero();

    assertThat(output.getOut()).contains("Everything holds: one chain, 2 entries, no anchors.");
  }

  @Test
  void verifyNamesTheFirstBrokenLinkAndFails(CapturedOutput output) throws Exception {
    execute("update audit_entry set act = 'case.kept' where seq = 2");

    assertThat(run("audit", "verify")).isEqualTo(1);

    assertThat(output.getOut()).contains("In chain " + chain + ", entry 2 was changed after it was written.");
  }

  @Test
  void exportWritesNothingButJson(CapturedOutput output) throws Exception {
    assertThat(run("audit", "export", chain.toString())).isZero();

    var tree = new ObjectMapper().readTree(output.getOut());
    assertThat(tree.get("chain").asText()).isEqualTo(chain.toString());
    assertThat(tree.get("entries")).hasSize(2);
    assertThat(tree.get("entries").get(1).get("hashedText").asText()).contains("case.closed");
    assertThat(said(output)).isEmpty();
  }

  @Test
  void exportOfAnUnknownCaseSaysSo(CapturedOutput output) {
    assertThat(run("audit", "export", "XF2026-999999")).isEqualTo(2);
    assertThat(run("audit", "export", CaseId.next().toString())).isEqualTo(2);

    assertThat(output.getErr()).contains("There is no case “XF2026-999999”");
    assertThat(said(output)).hasSize(2);
  }

  @Test
  void adminCreateMakesAnAdministratorAndShowsThePasswordOnce(CapturedOutput output) {
    assertThat(run("admin", "create", "chief", "--name", "总管")).isZero();

    assertThat(output.getOut()).containsPattern("(?m)^[a-z2-9]{4}(-[a-z2-9]{4}){3}$");
    try (var desk = Desk.open(settings())) {
      var account = desk.getBean(Accounts.class).get("chief");
      assertThat(account.roles()).containsExactly(Role.ADMINISTRATOR);
      assertThat(account.name()).isEqualTo("总管");
      assertThat(desk.getBean(AuditTrail.class).of(AuditTrail.HOUSE)).singleElement()
          .satisfies(entry -> assertThat(entry.act()).isEqualTo("people.account-created"));
    }
    assertThat(run("admin", "create", "chief")).isEqualTo(2);
    assertThat(output.getErr()).contains("“chief” is already taken.");
  }

  @Test
  @DisabledIfSystemProperty(named = "test.database", matches = ON_POSTGRESQL)
  void anEmbeddedDatabaseInUseByAServerIsSaidInOneSentence(CapturedOutput output) throws Exception {
    var server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        Path.of(Shell.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(),
        Shell.class.getName(), "-url", url, "-user", user, "-password", password)
        .redirectErrorStream(true).start();
    try {
      var answer = server.inputReader();
      server.outputWriter().append("select 'open' || 'ed';\n").flush();
      for (var line = answer.readLine(); line != null && !line.contains("opened"); line = answer.readLine()) {
        assertThat(line).doesNotContainIgnoringCase("exception");
      }

      assertThat(run("audit", "verify")).isEqualTo(2);
      assertThat(run("admin", "create")).isEqualTo(2);
    } finally {
      server.destroy();
      server.waitFor();
    }
    assertThat(said(output)).hasSize(2)
        .allMatch(line -> line.contains("The embedded database is in use by a running server"));
  }

  @Test
  @EnabledIfSystemProperty(named = "test.database", matches = ON_POSTGRESQL)
  void onPostgresqlACommandWorksBesideAServer() throws Exception {
    try (var server = DriverManager.getConnection(url, user, password)) {
      server.setAutoCommit(false);
      server.createStatement().executeUpdate("update audit_head set hash = 'not yet committed'");

      assertThat(run("audit", "verify")).isZero();
      assertThat(run("admin", "create")).isZero();
      server.rollback();
    }
  }

  @Test
  @DisabledIfSystemProperty(named = "test.database", matches = ON_POSTGRESQL)
  void whereThereIsNoDatabaseNoneIsMade(CapturedOutput output) throws Exception {
    var elsewhere = data.resolve("elsewhere");

    assertThat(Commands.run(ignored -> {}, "audit", "verify", "--petition-desk.data=" + elsewhere)).isEqualTo(2);

    assertThat(output.getErr()).contains("There is no database here.");
    assertThat(Files.exists(elsewhere)).isFalse();
  }

  @Test
  void aDatabaseWithoutTablesIsSaidInOneSentence(CapturedOutput output) throws Exception {
    execute("drop table audit_anchor_head");
    execute("drop table audit_entry");

    assertThat(run("audit", "verify")).isEqualTo(2);

    assertThat(output.getErr()).contains("Start the server once.");
  }

  @Test
  void reconcileFailsWhileTheListDiffersAndRepairsItOnWish(CapturedOutput output) throws Exception {
    assertThat(run("items", "reconcile")).isEqualTo(2);
    assertThat(output.getErr()).contains("Start the server once.");
    var firstStart = Stream.concat(settings().stream(), Stream.of("--camunda.bpm.database.schema-update=true"));
    try (var server = EngineDesk.open(firstStart.toList())) {
      server.getBean(Reconcile.class);
    }
    assertThat(run("items", "reconcile")).isZero();
    execute(
        """
            insert into work_item (id, source, kind, process_key, name, form, case_id, case_code, case_kind, title,
              confidential, urgency, case_unit, group_key, unit_id, waits_for, waiting, rank_on, created_at, waits_since, state, version)
            values ('ghost', 'TASK', 'user_screen', 'petition_handling', '甄别', '', '%s', '', 'PETITION', '', false, 'NORMAL',
              'xfj', 'officer@xfj', 'xfj', 'group:officer@xfj', false, '9999-12-30', current_timestamp, current_timestamp, 'OPEN', 0)"""
            .formatted(chain));

    assertThat(run("items", "reconcile")).isEqualTo(1);
    assertThat(run("items", "reconcile", "--repair")).isZero();
    assertThat(run("items", "reconcile")).isZero();

    assertThat(output.getOut()).contains("ghost  Not in the engine").contains("1 difference, not repaired.")
        .contains("1 difference, repaired.").contains("0 compared, no difference.");
  }

  @Test
  void modelsCheckSaysOfEachFileWhetherItMayRun(CapturedOutput output) throws Exception {
    Files.writeString(data.resolve("good.bpmn"),
        "<definitions><process id='p'><startEvent id='s'/></process></definitions>");
    Files.writeString(data.resolve("evil.bpmn"),
        "<definitions>\n<process id='p'>\n<scriptTask id='s'/></process></definitions>");

    assertThat(run("models", "check", data.toString())).isEqualTo(1);

    assertThat(output.getOut().lines()).containsExactly(
        "refuse evil.bpmn: scriptTask at s, line 3 (would run code that comes with the file; only verbs of the desk run here)",
        "accept good.bpmn");
    assertThat(run("models", "check", data.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(said(output)).singleElement().asString().contains("There is no such folder");
  }

  @Test
  void anUnknownCommandShowsTheUsage(CapturedOutput output) {
    assertThat(run("audit", "burn")).isEqualTo(2);
    assertThat(run("audit")).isEqualTo(2);
    assertThat(Commands.run(ignored -> {}, "--help")).isZero();

    assertThat(output.getErr()).contains("Usage: petition-desk audit").contains("Say what to do.");
    assertThat(output.getOut()).contains("serve").contains("audit").contains("admin");
  }

  @Test
  void settingsWithoutACommandAreForTheServer() {
    assertThat(Commands.isServe()).isTrue();
    assertThat(Commands.isServe("--server.port=8081")).isTrue();
    assertThat(Commands.isServe("--help")).isFalse();
    assertThat(Commands.isServe("audit", "verify")).isFalse();

    var started = new ArrayList<String>();
    assertThat(Commands.run(started::addAll, "serve", "--server.port=8081")).isNegative();
    assertThat(started).containsExactly("--server.port=8081");
  }

  private int run(String... arguments) {
    return Commands.run(ignored -> {}, Stream.concat(Stream.of(arguments), settings().stream()).toArray(String[]::new));
  }

  private List<String> settings() {
    return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user,
        "--spring.datasource.password=" + password, "--petition-desk.data=" + data);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      connection.createStatement().executeUpdate(sql);
    }
  }

  /** The lines of the command, without the status lines of a logging system that another thread finds half built. */
  private static List<String> said(CapturedOutput output) {
    return output.getErr().lines().filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d,\\d{3} \\|-.*")).toList();
  }
}
