package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.PublishedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the desktop Modeler sends, as it sends it. */
@DeskTest
class HandInTests {

  private static final String MODEL = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
      + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'><process id='%s' name='%s'"
      + " isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='s'/>"
      + "<sequenceFlow id='f' sourceRef='s' targetRef='e'/>\n%s</process></definitions>";
  private static final String END = "<endEvent id='e'/>";
  private static final String EVIL = "<serviceTask id='e' camunda:class='java.lang.Runtime'/>";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private DraftTable drafts;
  @Autowired
  private PublishedModels published;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void discard() {
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where open_key is not null").update();
  }

  @Test
  void aModelFromTheDesktopBecomesADraftThatWaitsForApprovalAndRunsNowhere() {
    assertThat(mvc.get().uri("/engine-rest/version").with(httpBasic("designer", "petition-desk"))).hasStatusOk()
        .bodyJson().extractingPath("$.version").asString().startsWith("7.");
    assertThat(mvc.get().uri("/engine-rest/deployment?maxResults=0").with(httpBasic("designer", "petition-desk")))
        .hasStatusOk();

    assertThat(deploy("designer", MODEL.formatted("handed_in", "一", END))).hasStatusOk().bodyJson()
        .extractingPath("$.id").asString().isNotEmpty();
    var first = drafts.open(ModelKind.BPMN, "handed_in").orElseThrow();
    assertThat(first.state()).isEqualTo(DraftState.SUBMITTED);
    assertThat(first.note()).isEqualTo("Modeler: 新流程");
    assertThat(published.latest(ModelKind.BPMN, "handed_in")).isEmpty();

    // Deployed again it replaces what the same designer handed in, but nobody else's.
    assertThat(deploy("designer", MODEL.formatted("handed_in", "二", END))).hasStatusOk();
    assertThat(drafts.get(first.id()).state()).isEqualTo(DraftState.DISCARDED);
    var second = drafts.open(ModelKind.BPMN, "handed_in").orElseThrow();
    assertThat(second.name()).isEqualTo("二");
    drafts.wrote(second.id(), "office.leader");
    assertThat(deploy("designer", MODEL.formatted("handed_in", "三", END))).hasStatus(HttpStatus.CONFLICT);
    assertThat(drafts.get(second.id()).state()).isEqualTo(DraftState.SUBMITTED);
  }

  @Test
  void ofSeveralFilesAllAreTakenOrNone() {
    assertThat(deploy("designer", MODEL.formatted("handed_in", "一", END), MODEL.formatted("handed_in_too", "二", EVIL)))
        .hasStatus(HttpStatus.BAD_REQUEST).bodyJson().satisfies(body -> {
          assertThat(body).extractingPath("$.type").isEqualTo("ParseException");
          assertThat(body).extractingPath("$.message").asString().contains("model-1.bpmn", "camunda:class");
          assertThat(body).extractingPath("$.details['model-1.bpmn'].errors[0].line").isEqualTo(2);
          assertThat(body).extractingPath("$.details['model-1.bpmn'].errors[0].mainElementId").isEqualTo("e");
        });
    assertThat(drafts.open(ModelKind.BPMN, "handed_in")).isEmpty();
    assertThat(deploy("designer", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
        .hasStatus(HttpStatus.BAD_REQUEST).bodyText().doesNotContain("root:");
    assertThat(deploy("designer")).hasStatus(HttpStatus.BAD_REQUEST);

    assertThat(deploy("designer", MODEL.formatted("handed_in", "一", END), MODEL.formatted("handed_in_too", "二", END)))
        .hasStatusOk();
    assertThat(drafts.open(ModelKind.BPMN, "handed_in")).isPresent();
    assertThat(drafts.open(ModelKind.BPMN, "handed_in_too")).isPresent();
  }

  @Test
  void nobodyElseAndNoPageOfABrowserGetsIn() {
    var model = MODEL.formatted("handed_in", "一", END);
    assertThat(deploy("officer", model)).hasStatus(HttpStatus.FORBIDDEN).bodyJson().extractingPath("$.message")
        .asString().isNotBlank();
    var stranger = mvc.get().uri("/engine-rest/version").exchange();
    assertThat(stranger).hasStatus(HttpStatus.UNAUTHORIZED);
    // Asked for a password, a browser would remember it for other pages to use.
    assertThat(stranger.getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE)).isNull();
    assertThat(mvc.get().uri("/engine-rest/version").with(httpBasic("designer", "wrong")))
        .hasStatus(HttpStatus.UNAUTHORIZED);
    assertThat(mvc.get().uri("/engine-rest/version").header(HttpHeaders.ORIGIN, "https://elsewhere.example")
        .with(httpBasic("designer", "petition-desk"))).hasStatus(HttpStatus.FORBIDDEN);
    for (var path : new String[]{"/task", "/process-definition/key/petition_handling/start", "/message",
        "/deployment/1", "/engine", "/engine/default/deployment/create"}) {
      assertThat(mvc.post().uri("/engine-rest" + path).with(httpBasic("designer", "petition-desk"))).as(path)
          .hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("等待批准");
    }
    assertThat(drafts.open(ModelKind.BPMN, "handed_in")).isEmpty();
  }

  @Test
  void theWayInIsClosedUnlessTheSettingOpensIt() throws ClassNotFoundException {
    var shipped = new YamlPropertiesFactoryBean();
    shipped.setResources(new ClassPathResource("application.yaml"));
    assertThat(shipped.getObject()).containsEntry("petition-desk.engine-rest", false);

    var way = Class.forName("org.petitiondesk.designer.web.EngineRestController");
    new ApplicationContextRunner().withPropertyValues("petition-desk.engine-rest=false").withUserConfiguration(way)
        .run(context -> assertThat(context).doesNotHaveBean(way));
  }

  private MvcTestResult deploy(String account, String... models) {
    var request = mvc.post().uri("/engine-rest/deployment/create").multipart();
    for (var i = 0; i < models.length; i++) {
      request = request.file(new MockMultipartFile("model-" + i, "model-" + i + ".bpmn", "application/octet-stream",
          models[i].getBytes(StandardCharsets.UTF_8)));
    }
    return request.param("deployment-name", "新流程").param("deployment-source", "Camunda Modeler")
        .with(httpBasic(account, "petition-desk")).exchange();
  }
}
