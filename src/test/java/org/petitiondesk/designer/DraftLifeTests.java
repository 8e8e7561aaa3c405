package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.engine.ModelKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the first line of a draft to a version in force, and back. */
@DeskTest
class DraftLifeTests {

  private static final String DESIGNER = "designer";
  private static final String LEADER = "office.leader";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private DraftTable drafts;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private JdbcClient jdbc;

  /** Other tests share the engine: what was published here goes, and what was in force before is in force again. */
  @AfterEach
  void takeModelsBack() {
    jdbc.sql("select deployment_id from published_model").query(String.class).list()
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("delete from published_model").update();
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where open_key is not null").update();
  }

  @Test
  void aDraftIsBegunFromAVersionFromNothingAndFromAFileAndSavedInTurn() {
    assertThat(get("/designer", DESIGNER)).hasStatusOk().bodyText().contains("data-model=\"petition_reply\"",
        "data-model=\"clock_terms\"", "答复与送达", "随产品提供");
    assertThat(get("/designer", "officer")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("/inbox", LEADER)).bodyText().contains("href=\"/designer\"");

    var table = begun(post("/designer/models/dmn/clock_terms/drafts", DESIGNER, "version", "1"));
    assertThat(get("/designer/drafts/" + table, DESIGNER)).hasStatusOk().bodyText().contains("data-kind=\"dmn\"",
        "没有发现问题");
    var source = source(table);
    assertThat(get("/designer/drafts/" + table + "/published", LEADER)).hasStatusOk().bodyText().isEqualTo(source);
    assertThat(post("/designer/models/dmn/clock_terms/drafts", DESIGNER, "version", "1"))
        .hasStatus(HttpStatus.CONFLICT);

    // Two windows: the second one is told, and what the first one saved stays.
    assertThat(put(table, 0, source.replace("<text>", "<text> "), DESIGNER)).hasStatusOk().bodyJson()
        .extractingPath("$.version").isEqualTo(1);
    assertThat(put(table, 0, source, DESIGNER)).hasStatus(HttpStatus.CONFLICT).bodyJson().extractingPath("$.text")
        .asString().contains("改动了这份草稿");
    assertThat(put(table, 1, source.replace("</decision>", ""), DESIGNER)).hasStatus(422).bodyJson()
        .extractingPath("$.findings[0].line").asNumber().satisfies(line -> assertThat(line.intValue()).isPositive());
    assertThat(put(table, 1, source, LEADER)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(source(table)).contains("<text> ");
    assertThat(put(table, 1, source.replace("id=\"clock_terms\"", "id=\"other_terms\""), DESIGNER)).hasStatusOk()
        .bodyJson().extractingPath("$.findings[0].text").asString().contains("clock_terms");

    var process = begun(
        post("/designer/drafts/new", DESIGNER, "kind", "BPMN", "key", "designer_own", "name", "自己画的<b>"));
    assertThat(get("/designer/drafts/" + process, DESIGNER)).hasStatusOk().bodyText().contains("没有发现问题",
        "自己画的&lt;b&gt;").doesNotContain("自己画的<b>");
    assertThat(get("/designer/drafts/" + process + "/published", DESIGNER)).hasStatus(HttpStatus.NO_CONTENT);
    assertThat(post("/designer/drafts/new", DESIGNER, "kind", "BPMN", "key", "petition_reply", "name", "x"))
        .hasStatus(422).bodyText().contains("已有模型在用");
    assertThat(get("/designer/drafts/" + process + "/file", DESIGNER)).hasStatusOk()
        .headers().hasValue(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"designer_own.bpmn\"");

    var form = begun(file("designer_form.form", "{\"type\":\"default\",\"id\":\"designer_form\",\"components\":[]}"));
    assertThat(drafts.get(form).kind()).isEqualTo(ModelKind.FORM);
  }

  @Test
  void aMaliciousFileIsKeptOutOrToldOfAtEachWayIn() {
    var bomb = "<?xml version=\"1.0\"?><!DOCTYPE definitions [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"evil\" name=\"&a;\""
        + " isExecutable=\"true\"/></definitions>";
    assertThat(file("evil.bpmn", bomb)).hasStatus(422).bodyText().contains("无法读取");
    assertThat(file("evil.bpmn", "<a>".repeat(100) + "</a>".repeat(100))).hasStatus(422);
    assertThat(file("evil.js", "1")).hasStatus(422);
    assertThat(file("evil.bpmn", new String(new char[]{0}) + "<a/>")).hasStatus(422);
    assertThat(file("evil.form", "[".repeat(100_000))).hasStatus(422);

    var code = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:a=\"http://activiti.org/bpmn\">"
        + "<process id=\"evil\" isExecutable=\"true\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\""
        + " targetRef=\"t\"/>\n<serviceTask id=\"t\" a:class=\"java.lang.Runtime\"/></process></definitions>";
    var draft = begun(file("evil.bpmn", code));
    assertThat(get("/designer/drafts/" + draft, DESIGNER)).bodyText().contains("camunda:class", "会执行文件自带的代码");
    assertThat(put(draft, 0, bomb, DESIGNER)).hasStatus(422);
    assertThat(source(draft)).isEqualTo(code);
  }

  private DraftId begun(MvcTestResult answer) {
    assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
    var address = answer.getResponse().getRedirectedUrl();
    return DraftId.of(address.substring(address.lastIndexOf('/') + 1));
  }

  private String source(DraftId id) {
    var answer = get("/designer/drafts/" + id + "/source", DESIGNER);
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MvcTestResult get(String path, String account) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String path, String account, String... fields) {
    var request = mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername(account)));
    for (var i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  private MvcTestResult put(DraftId id, int version, String source, String account) {
    return mvc.put().uri("/designer/drafts/" + id + "/source").with(csrf())
        .with(user(users.loadUserByUsername(account))).header(HttpHeaders.IF_MATCH, String.valueOf(version))
        .content(source.getBytes(StandardCharsets.UTF_8)).exchange();
  }

  private MvcTestResult file(String name, String content) {
    return mvc.post().uri("/designer/drafts/file").multipart()
        .file(new MockMultipartFile("file", name, null,
            content.getBytes(StandardCharsets.UTF_8)))
        .with(csrf()).with(user(users.loadUserByUsername(DESIGNER))).exchange();
  }
}
