package org.petitiondesk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.petitiondesk.DeskProcess;

/** The process is killed while petitions come in: what was confirmed to somebody is there afterwards. */
class KilledProcessTests {

  private static final int CLIENTS = 4;
  private static final int CONFIRMED_BEFORE_THE_KILL = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir
  Path data;

  @Test
  void everyConfirmedPetitionSurvivesWithItsProcessAndItsAuditLink() throws Exception {
    var confirmed = new ConcurrentLinkedQueue<JsonNode>();
    try (var desk = DeskProcess.serve(data)) {
      lodgeUntilKilled(desk, confirmed);
    }
    assertThat(confirmed).hasSizeGreaterThanOrEqualTo(CONFIRMED_BEFORE_THE_KILL);

    try (var desk = DeskProcess.serve(data)) {
      for (var receipt : confirmed) {
        assertThat(progress(desk.address(), receipt)).contains("\"REGISTERED\"");
      }
    }
    for (var receipt : confirmed) {
      assertThat(count("""
          select count(*) from act_ru_execution e join case_file c on e.business_key_ = cast(c.id as varchar)
          where c.tracking_code = ?""", receipt)).as("process of %s", receipt).isPositive();
      assertThat(count("""
          select count(*) from audit_entry a join case_file c on a.chain = c.id
          where c.tracking_code = ? and a.act = 'case.registered'""", receipt)).as("audit link of %s", receipt)
          .isEqualTo(1);
    }
    assertThat(DeskProcess.command(data, "audit", "verify")).isZero();
  }

  private void lodgeUntilKilled(DeskProcess desk, Queue<JsonNode> confirmed) throws InterruptedException {
    var enough = new CountDownLatch(CONFIRMED_BEFORE_THE_KILL);
    var clients = Executors.newFixedThreadPool(CLIENTS);
    for (var i = 0; i < CLIENTS; i++) {
      clients.submit(() -> {
        try {
          while (!Thread.currentThread().isInterrupted()) {
            confirmed.add(lodge(desk.address()));
            enough.countDown();
          }
        } catch (IOException gone) {
          // The server was killed under this request: nothing was confirmed, nothing is owed.
        }
        return null;
      });
    }
    assertThat(enough.await(2, TimeUnit.MINUTES)).as("enough petitions confirmed before the kill").isTrue();
    desk.kill();
    clients.shutdownNow();
    assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private JsonNode lodge(URI desk) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(desk.resolve("/api/v1/petitions")).header("X-Api-Key", "demo-api-key")
        .header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
            {"demandClass": "CLAIM", "territory": "liuyin", "title": "路灯不亮", "text": "门前的路灯坏了一个星期。",
             "anonymous": true}
            """)).build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private String progress(URI desk, JsonNode receipt) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(desk.resolve("/api/v1/petitions/" + receipt.get("trackingCode").asText()
        + "?secret=" + receipt.get("secret").asText())).header("X-Api-Key", "demo-api-key").build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private int count(String sql, JsonNode receipt) throws SQLException {
    var url = "jdbc:h2:file:" + data.resolve("petition-desk")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    try (var connection = DriverManager.getConnection(url, "sa", ""); var query = connection.prepareStatement(sql)) {
      query.setString(1, receipt.get("trackingCode").asText().replace("-", ""));
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
