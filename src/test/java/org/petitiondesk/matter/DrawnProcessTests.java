package org.petitiondesk.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that there was not this morning: drawn, published by a second person, begun and gone through. */
@DeskTest
class DrawnProcessTests {

  private static final String PROCESS = "loan_of_hall";

  private static final String ASKING = """
      {"type": "default", "id": "loan_request", "name": "借用申请", "schemaVersion": 16, "components": [
        {"type": "textfield", "key": "title", "label": "活动名称", "validate": {"required": true}},
        {"type": "number", "key": "guests", "label": "人数", "validate": {"required": true, "min": 1}},
        {"type": "checkbox", "key": "evening", "label": "晚上使用"},
        {"type": "textarea", "key": "wishes", "label": "其他要求"}%s]}""";

  private static final String ANSWERING = """
      {"type": "default", "id": "loan_answer", "name": "借用答复", "schemaVersion": 16, "components": [
        {"type": "textarea", "key": "wishes", "label": "其他要求"},
        {"type": "radio", "key": "lent", "label": "是否出借", "validate": {"required": true},
          "values": [{"value": "yes", "label": "出借"}, {"value": "no", "label": "不出借"}]}%s]}""";

  private static final String DRAWING = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <process id="loan_of_hall" name="借用会议室" isExecutable="true" camunda:historyTimeToLive="P30D"
            camunda:candidateStarterGroups="%s">
          <startEvent id="start_asked" camunda:formRef="loan_request" camunda:formRefBinding="latest"/>
          <sequenceFlow id="flow_1" sourceRef="start_asked" targetRef="gw_many"/>
          <exclusiveGateway id="gw_many" default="flow_few"/>
          <sequenceFlow id="flow_many" sourceRef="gw_many" targetRef="user_lead"><conditionExpression
            xsi:type="tFormalExpression">${guests &gt; 100 &amp;&amp; evening}</conditionExpression></sequenceFlow>
          <sequenceFlow id="flow_few" sourceRef="gw_many" targetRef="service_note"/>
          <serviceTask id="service_note" name="记一笔" camunda:delegateExpression="${%s}">
            <extensionElements><camunda:inputOutput>
              <camunda:inputParameter name="text">%s</camunda:inputParameter>
            </camunda:inputOutput></extensionElements>
          </serviceTask>
          <sequenceFlow id="flow_2" sourceRef="service_note" targetRef="user_answer"/>
          <userTask id="user_answer" name="答复借用" camunda:formRef="loan_answer" camunda:formRefBinding="latest"
            camunda:candidateGroups="%s"/>
          <userTask id="user_lead" name="负责人答复" camunda:formRef="loan_answer" camunda:formRefBinding="latest"
            camunda:candidateGroups="leader@${ownUnit}"/>
          <sequenceFlow id="flow_3" sourceRef="user_answer" targetRef="end_answered"/>
          <sequenceFlow id="flow_4" sourceRef="user_lead" targetRef="end_answered"/>
          <endEvent id="end_answered" name="已答复"/>
        </process>
      </definitions>""";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Accounts accounts;
  @Autowired
  private DraftService drafts;
  @Autowired
  private MatterService matters;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private Processes engine;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private JdbcClient jdbc;

  /** Other tests share the engine. */
  @AfterEach
  void takeModelsBack() {
    jdbc.sql("select deployment_id from published_model").query(String.class).list()
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("delete from published_model").update();
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where open_key is not null").update();
    List.of("matter_entry", "matter_item").forEach(table -> jdbc.sql("delete from " + table
        + " where subject_id in (select id from matter where process_key = ?)").param(PROCESS).update());
    jdbc.sql("delete from matter where process_key = ?").param(PROCESS).update();
  }

  @Test
  void aProcessIsDrawnPublishedBegunAndGoneThroughWithoutCode() throws Exception {
    published(ModelKind.FORM, "loan_request", ASKING.formatted(""));
    published(ModelKind.FORM, "loan_answer", ANSWERING.formatted(""));
    published(ModelKind.BPMN, PROCESS,
        DRAWING.formatted("officer", "writeNoteDelegate", "人数不多", "officer@${district}"));

    assertThat(get("officer", "/matters/new")).hasStatusOk().bodyText().contains("借用会议室");
    assertThat(get("housing.handler", "/matters/new")).bodyText().doesNotContain("借用会议室");
    var id = started("12", "officer");

    // Only what the model reads is known to the engine, and never a text.
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(id.toString()).singleResult().getId()).list()).extracting("name")
        .contains("guests", "evening", "ownUnit").doesNotContain("title", "wishes");
    var item = "/matters/" + id + "/items/" + engine.openTasks(id.chain()).get(0).id();

    // The form changes while the step is open: it keeps the one with which it began.
    published(ModelKind.FORM, "loan_answer",
        ANSWERING.formatted(", {\"type\": \"textfield\", \"key\": \"room\", \"label\": \"房间\"}"));
    assertThat(get("officer2", item)).hasStatusOk().bodyText().contains("要投影仪", "是否出借").doesNotContain("房间");
    assertThat(get("housing.handler", item)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("officer2", item, Map.of("field-lent", "maybe"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请从选项中选择");
    assertThat(post("officer2", item, Map.of("field-room", "301", "field-wishes", "没有投影仪"))).hasStatus(
        HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请填写", "没有投影仪");
    assertThat(post("officer2", item, Map.of("field-room", "301", "field-lent", "yes", "field-district", "liuyin")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(post("officer2", item, Map.of("field-lent", "no"))).hasStatus(HttpStatus.CONFLICT);
    assertThat(get("officer", "/matters/" + id)).hasStatusOk().bodyText().contains("已答复", "出借", "答复借用")
        .doesNotContain("301", "不出借");

    var later = started("500", "office.leader");
    var second = engine.openTasks(later.chain()).get(0);
    assertThat(second.key()).isEqualTo("user_lead");
    assertThat(get("office.leader", "/matters/" + later + "/items/" + second.id())).bodyText().contains("房间");
    Runnable answer = () -> matters.complete(later.chain(), second.id(), Map.of("lent", List.of("yes")),
        accounts.actor("office.leader"));
    assertThat(Race.between(answer, answer)).hasSize(1).first().isInstanceOf(Conflict.class);
  }

  @Test
  void whatADesignerMayNotDrawIsToldBeforeItRuns() {
    var bad = findings(ModelKind.FORM, "loan_request", ASKING.formatted("""
        , {"type": "filepicker", "key": "papers", "label": "附件"},
          {"type": "textfield", "key": "title", "label": "又一个"},
          {"type": "textfield", "key": "phone", "label": "电话", "validate": {"pattern": "(a+)+b"}},
          {"type": "textfield", "key": "secret", "label": "=1+1", "conditional": {"hide": "=guests > 3"}},
          {"type": "iframe", "id": "frame", "url": "https://elsewhere.example"}"""));
    assertThat(bad).extracting(ModelFinding::reason).contains(Reason.NOT_SHOWN, Reason.TWICE, Reason.BOUNDLESS,
        Reason.CALCULATES, Reason.ELSEWHERE);

    var drawn = findings(ModelKind.BPMN, PROCESS,
        DRAWING.formatted("everybody", "issueReplyDelegate", "${secret}", "officer@${caller}"));
    assertThat(drawn).extracting(ModelFinding::reason).contains(Reason.NO_GROUP, Reason.OTHER_VERB);
    assertThat(drawn).filteredOn(finding -> finding.reason() == Reason.NO_GROUP).extracting(ModelFinding::element)
        .contains(PROCESS, "user_answer");
    assertThat(findings(ModelKind.BPMN, PROCESS,
        DRAWING.formatted("officer", "writeNoteDelegate", "${district}", "officer@${district}")))
        .extracting(ModelFinding::reason).contains(Reason.WRONG_FIELD);
    assertThat(findings(ModelKind.BPMN, PROCESS,
        DRAWING.formatted("officer", "writeNoteDelegate", "好", "officer@${district}")))
        .extracting(ModelFinding::reason).containsOnly(Reason.NOT_IN_FORCE);
    assertThatThrownBy(() -> matters.startForm(PROCESS, accounts.actor("officer")))
        .hasMessageContaining("matter.not-found.process");
  }

  @Test
  void aMatterIsNotBegunUnderTheIdOfSomethingElse() {
    var other = CaseId.next();
    transaction.executeWithoutResult(
        status -> audit.append(other, accounts.actor("officer"), "case.note", Map.of()));

    assertThatThrownBy(() -> matters.start("certification_campaign", new MatterId(other.value()),
        Map.of("title", List.of("青石社区创建"), "honour", List.of("harmony"), "households", List.of("900"),
            "openDisputes", List.of("0"), "since", List.of("2026-03-01"), "grounds", List.of("邻里议事会每月一次，纠纷当月化解。")),
        accounts.actor("grid"))).isInstanceOf(Conflict.class);
    assertThat(engine.openTasks(other)).isEmpty();
  }

  private MatterId started(String guests, String account) {
    var id = MatterId.next();
    assertThat(post(account, "/matters/new/" + PROCESS, Map.of("matter", id.toString(), "field-title", "居民议事会",
        "field-guests", guests, "field-evening", "true", "field-wishes", "要投影仪"))).hasStatus(HttpStatus.SEE_OTHER);
    return id;
  }

  private List<ModelFinding> findings(ModelKind kind, String key, String source) {
    var designer = accounts.actor("designer");
    var draft = drafts.fromNothing(kind, key, key, designer);
    var findings = drafts.save(draft, 0, source, designer).findings();
    drafts.discard(draft, 1, "", designer);
    return findings;
  }

  private void published(ModelKind kind, String key, String source) {
    var designer = accounts.actor("designer");
    var draft = draft(kind, key);
    assertThat(drafts.save(draft, 0, source, designer).findings()).isEmpty();
    drafts.submit(draft, 1, "新的", designer);
    drafts.approve(draft, 2, Optional.empty(), accounts.actor("office.leader"));
  }

  private DraftId draft(ModelKind kind, String key) {
    var designer = accounts.actor("designer");
    var version = jdbc.sql("select max(version) from published_model where model_key = ?").param(key)
        .query(Integer.class).optional();
    return version.map(latest -> drafts.fromVersion(kind, key, latest, designer))
        .orElseGet(() -> drafts.fromNothing(kind, key, key, designer));
  }

  private MvcTestResult get(String account, String address) {
    return mvc.get().uri(address).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String address, Map<String, String> fields) {
    var request = mvc.post().uri(address).with(user(users.loadUserByUsername(account))).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }
}
