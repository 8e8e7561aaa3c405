package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class PetitionApiTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private CaseFiles files;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Documents documents;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void aPetitionIsRegisteredAndItsReceiptOpensItsProgress() throws Exception {
    var body = petition();
    body.put("respondents", List.of(Map.of("name", "区城市管理局")));
    body.put("demandPoints", List.of("一, 二", "三"));
    body.put("attachments", List.of(Map.of("fileName", "说明.txt", "content", "路灯".getBytes(StandardCharsets.UTF_8))));

    var result = lodge(body, null);

    assertThat(result).hasStatus(201).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    var receipt = read(result);
    assertThat(result).hasHeader("Location", "/api/v1/petitions/" + receipt.get("trackingCode").asText());
    var id = files.track(receipt.get("trackingCode").asText(), receipt.get("secret").asText(), Actor.PUBLIC)
        .orElseThrow();
    assertThat(files.get(id).channel()).isEqualTo(Channel.API);
    assertThat(files.get(id).registeredBy()).isEqualTo("api:demo");
    assertThat(files.points(id)).extracting(DemandPoint::text).containsExactly("一, 二", "三");
    assertThat(files.parties(id)).extracting(Party::name).containsExactly("王五", "区城市管理局");
    assertThat(documents.of(id)).extracting(StoredDocument::name).containsExactly("说明.txt");
    var progress = read(progress(receipt.get("trackingCode").asText(), receipt.get("secret").asText()));
    assertThat(progress.get("code")).isEqualTo(receipt.get("code"));
    assertThat(progress.get("status").asText()).isEqualTo("REGISTERED");
    assertThat(progress.get("receiptProof")).isEqualTo(receipt.get("receiptProof"));
    assertThat(receipt.get("receiptProof").asText()).contains(receipt.get("code").asText(),
        receipt.get("receiptHash").asText());
  }

  /** The receipt may be in the hands of the person who was reported. */
  @Test
  void ofAReportItTellsNothingButThatItWasReceivedAndWhoAskedIsOnRecord() throws Exception {
    var receipt = read(lodge(petition(), null));
    var code = receipt.get("trackingCode").asText();
    var id = files.track(code, receipt.get("secret").asText(), Actor.PUBLIC).orElseThrow();
    var officer = new Actor("officer", "officer", "xfj", Set.of(Role.OFFICER));
    files.screened(id, "discipline", Urgency.NORMAL, false, DemandClass.REPORT, officer);
    files.assigned(id, "police", List.of(), officer);

    var progress = read(progress(code, receipt.get("secret").asText()));

    assertThat(progress.get("status").asText()).isEqualTo("REGISTERED");
    assertThat(progress.toString()).contains(receipt.get("code").asText()).doesNotContain("ASSIGNED", "公安",
        receipt.get("receiptHash").asText());
    assertThat(progress.path("leadUnit").asText("")).isIn("", "null");
    assertThat(progress.path("receiptProof").asText("")).isIn("", "null");
    assertThat(audit.of(id)).anyMatch(entry -> entry.act().equals("follow.viewed")
        && entry.actorId().equals("api:demo"));
  }

  @Test
  void withoutTheRightSecretThereIsNothing() throws Exception {
    var receipt = read(lodge(petition(), null));
    var wrong = receipt.get("secret").asText().equals("111111") ? "222222" : "111111";

    assertThat(progress(receipt.get("trackingCode").asText(), wrong)).hasStatus(404)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    var unknown = (ObjectNode) read(progress("AAAA-AAAA-AAAA", wrong));
    var known = (ObjectNode) read(progress(receipt.get("trackingCode").asText(), wrong));
    assertThat(unknown.without("instance").toString()).isEqualTo(known.without("instance").toString());
  }

  @Test
  void withoutAKeyNobodyGetsIn() throws Exception {
    assertThat(mvc.post().uri("/api/v1/petitions").contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(petition()))).hasStatus(401);
    assertThat(mvc.post().uri("/api/v1/petitions").header("X-Api-Key", "wrong").contentType(MediaType.APPLICATION_JSON)
        .content(json.writeValueAsString(petition()))).hasStatus(401);
  }

  @Test
  void everyRefusalIsAProblemDocumentAndChangesNothing() throws Exception {
    var before = count();

    refused(Map.of("territory", "nowhere"), 422, "casefile.refused.territory");
    refused(Map.of("receivedOn", "2999-01-01"), 422, "casefile.refused.future");
    refused(Map.of("petitioners", List.of()), 422, "casefile.refused.no-petitioner");
    refused(Map.of("title", "a\0b"), 422, "casefile.refused.unstorable");
    // Half of a surrogate pair can be written in JSON, and in no UTF-8.
    assertThat(lodge(json.writeValueAsString(petition()).replace("路灯", "\\ud83d"), null)).hasStatus(422).bodyText()
        .contains("casefile.refused.unstorable");
    refused(Map.of("attachments", List.of(Map.of("fileName", "x.png", "content", ""))), 422, "documents.refused.empty");
    refused(Map.of("demandPoints", List.of(" ")), 422, "casefile.refused.required.demandPoints");
    refused(Map.of("receivedOn", "yesterday"), 400, "web.problem.400.text");
    refused(Map.of("demandClass", "PIGEON"), 400, "web.problem.400.text");
    refused(Map.of("title", " "), 422, "web.problem.422.text");
    var representatives = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 6; i++) {
      representatives.add(Map.of("name", "代表" + i, "representative", true));
    }
    refused(Map.of("petitioners", representatives), 422, "casefile.refused.representatives");
    assertThat(lodge("{\"title\":", null)).hasStatus(400);
    assertThat(lodge("[]", null)).hasStatus(400);
    assertThat(lodge("{}", null)).hasStatus(422);

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void theSameKeyGivesTheSameAnswerAndOtherContentIsAConflict() throws Exception {
    var key = UUID.randomUUID().toString();
    var body = petition();

    var first = lodge(body, key);
    var before = count();
    var again = lodge(body, key);
    body.put("title", "另一件事");

    assertThat(again).hasStatus(201);
    assertThat(read(again)).isEqualTo(read(first));
    assertThat(lodge(body, key)).hasStatus(409).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(lodge(body, " ")).hasStatus(422);
    assertThat(lodge(body, "k".repeat(101))).hasStatus(422);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void theSameKeyAtTheSameTimeRegistersOnce() throws Exception {
    var key = UUID.randomUUID().toString();
    var body = petition();
    body.put("title", "同时提交 " + key);
    var calls = new ArrayList<Callable<MvcTestResult>>();
    for (var i = 0; i < 8; i++) {
      calls.add(() -> lodge(body, key));
    }
    var answers = new ArrayList<JsonNode>();
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (var call : pool.invokeAll(calls)) {
        assertThat(call.get()).hasStatus(201);
        answers.add(read(call.get()));
      }
    } finally {
      pool.shutdown();
    }

    assertThat(answers).hasSize(8).containsOnly(answers.get(0));
    assertThat(jdbc.sql("select count(*) from case_file where title = :title").param("title", "同时提交 " + key)
        .query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void theDescriptionExplainsEveryFieldToWhoIsLoggedIn() throws Exception {
    assertThat(mvc.get().uri("/v3/api-docs")).hasStatus3xxRedirection();
    var result = mvc.get().uri("/v3/api-docs").with(user(users.loadUserByUsername("officer"))).exchange();

    var description = json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    assertThat(description.get("paths").fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/"))
        .contains("/api/v1/petitions", "/api/v1/petitions/{trackingCode}");
    var schemas = description.at("/components/schemas");
    for (var name : List.of("LodgePetitionRequest", "Petitioner", "Respondent", "Attachment", "LodgedPetition",
        "PetitionProgress")) {
      assertThat(schemas.path(name).path("properties")).as(name).isNotEmpty()
          .allSatisfy(field -> assertThat(field.toString()).as(name).contains("\"description\""));
    }
    assertThat(description.at("/components/securitySchemes/key/name").asText()).isEqualTo("X-Api-Key");
    assertThat(description.toString()).doesNotContain("\"actor\"");
  }

  @Test
  void theDescriptionOpensWithAKeyToo() {
    assertThat(mvc.get().uri("/v3/api-docs").header("X-Api-Key", DemoOrganisation.API_KEY)).hasStatusOk().bodyText()
        .contains("/api/v1/petitions");
    assertThat(mvc.get().uri("/v3/api-docs").header("X-Api-Key", "wrong")).hasStatus(401)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(mvc.get().uri("/inbox").header("X-Api-Key", DemoOrganisation.API_KEY)).hasStatus3xxRedirection();
  }

  private static Map<String, Object> petition() {
    var body = new HashMap<String, Object>();
    body.put("demandClass", "CLAIM");
    body.put("territory", "wanghu-hepan");
    body.put("title", "河畔社区路灯不亮");
    body.put("text", "河畔路的路灯一个月不亮了。");
    body.put("petitioners", List.of(Map.of("name", "王五", "phone", "13700137000")));
    return body;
  }

  private void refused(Map<String, Object> change, int status, String key) throws Exception {
    var body = petition();
    body.putAll(change);
    var result = lodge(body, null);
    assertThat(result).as(key).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(read(result).path("key").asText()).isEqualTo(key);
    assertThat(read(result).path("detail").asText()).isNotBlank().isNotEqualTo(key);
  }

  private MvcTestResult lodge(Map<String, Object> body, String key) throws JsonProcessingException {
    return lodge(json.writeValueAsString(body), key);
  }

  private MvcTestResult lodge(String body, String key) {
    var request = mvc.post().uri("/api/v1/petitions").header("X-Api-Key", DemoOrganisation.API_KEY)
        .contentType(MediaType.APPLICATION_JSON).content(body);
    return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
  }

  private MvcTestResult progress(String trackingCode, String secret) {
    return mvc.get().uri("/api/v1/petitions/{code}?secret={secret}", trackingCode, secret)
        .header("X-Api-Key", DemoOrganisation.API_KEY).exchange();
  }

  private JsonNode read(MvcTestResult result) throws Exception {
    return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private long count() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }
}
