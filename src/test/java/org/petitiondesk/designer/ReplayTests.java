package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.designer.ReplayLine.Kind;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cases that are over go through a draft once more. */
@DeskTest
class ReplayTests {

  private static final String DESIGNER = "designer";
  private static final String LEADER = "office.leader";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private DraftService drafts;
  @Autowired
  private DraftTable table;
  @Autowired
  private Replays replays;
  @Autowired
  private PublishedModels published;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private HistoryService history;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void takeModelsBack() {
    jdbc.sql("select deployment_id from published_model").query(String.class).list()
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("delete from published_model").update();
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where open_key is not null").update();
  }

  @Test
  void whatADraftOfAProcessWouldHaveChangedIsToldOfCasesThatAreOver() throws InterruptedException {
    var closed = closed();
    var before = rows();
    var draft = drawn(ModelKind.BPMN, "petition_reply");

    // One more verb, and another office signs.
    var source = drafts.source(draft, actor(DESIGNER));
    write(draft, source
        .replace("sourceRef=\"start_reply\" targetRef=\"user_draft_reply\"",
            "sourceRef=\"start_reply\" targetRef=\"service_check\"")
        .replace("</startEvent>", "</startEvent><serviceTask id=\"service_check\" name=\"核对材料\""
            + " camunda:delegateExpression=\"${recordAnswerDelegate}\" /><sequenceFlow id=\"flow_checked\""
            + " sourceRef=\"service_check\" targetRef=\"user_draft_reply\" />")
        .replace("leader@${leadUnit}", "leader@housing"));
    var added = replayed(draft);
    assertThat(added.of(Kind.STEP_ADDED)).extracting(ReplayLine::subject).containsExactly("核对材料");
    assertThat(added.of(Kind.STEP_ADDED).get(0).cases()).contains(closed);
    assertThat(added.of(Kind.LOAD)).extracting(ReplayLine::subject).contains("housing", Petitions.LEAD);
    assertThat(added.tried()).isPositive();
    assertThat(added.of(Kind.STUCK)).isEmpty();
    assertThat(added.of(Kind.UNTRIED)).as("what is on record leads through the version in force").isEmpty();

    // A decision that nobody has taken yet.
    write(draft, source.replace("${approved}", "${approvedTwice}").replace("${!approved}", "${!approvedTwice}"));
    var stuck = replayed(draft).of(Kind.STUCK);
    assertThat(stuck).hasSize(1).allSatisfy(line -> {
      assertThat(line.before()).isEqualTo("FAILED");
      assertThat(line.subject()).isEqualTo("审批答复");
      assertThat(line.after()).contains("approvedTwice");
      assertThat(line.cases()).contains(closed);
    });

    // Round and round.
    write(draft, source.replace("sourceRef=\"start_reply\" targetRef=\"user_draft_reply\"",
        "sourceRef=\"start_reply\" targetRef=\"gw_round\"").replace("</startEvent>",
            "</startEvent><exclusiveGateway id=\"gw_round\" /><sequenceFlow id=\"flow_round\""
                + " sourceRef=\"gw_round\" targetRef=\"gw_round\" />"));
    assertThat(replayed(draft).of(Kind.STUCK)).extracting(ReplayLine::before).containsExactly("ENDLESS");

    assertThat(rows()).as("nothing of it stays").isEqualTo(before);
    assertThat(get("/designer/drafts/" + draft + "/replay", LEADER)).hasStatusOk().bodyText()
        .contains("永远走不完", cases.get(closed).code()).doesNotContain("??");
    // Whoever may not see a case sees only how many there are.
    assertThat(get("/designer/drafts/" + draft + "/replay", DESIGNER)).hasStatusOk().bodyText()
        .contains("永远走不完", "您不能查看").doesNotContain(cases.get(closed).code(), "??");
    write(draft, source);
    assertThat(get("/designer/drafts/" + draft + "/decision", LEADER)).hasStatusOk().bodyText()
        .contains("重演以后草稿又改过").doesNotContain("??");
  }

  @Test
  void anotherTermIsTriedOnCasesThatAreOverApprovedWithTheResultInSightAndPublished() throws InterruptedException {
    var closed = closed();
    var draft = drawn(ModelKind.DMN, "clock_terms");
    var same = replayed(draft);
    assertThat(same.changes()).isZero();
    assertThat(same.of(Kind.ROW)).hasSizeGreaterThan(20).anyMatch(line -> line.count() == 0)
        .anyMatch(line -> line.count() > 0 && line.before().contains("信访"));

    var source = drafts.source(draft, actor(DESIGNER));
    write(draft, source.replaceFirst("(?s)(<rule id=\"term_handling\">.*?<text>)60(</text>)", "$145$2"));
    assertThat(post("/designer/drafts/" + draft + "/replay", DESIGNER, "from", "2000-01-01", "to", "2100-01-01"))
        .hasStatus(HttpStatus.SEE_OTHER);
    replays.await();
    var result = replays.lastDone(draft, actor(DESIGNER)).flatMap(Replay::result).orElseThrow();
    assertThat(result.of(Kind.DUE)).singleElement().satisfies(line -> {
      assertThat(line.subject()).isEqualTo("handling");
      assertThat(line.before()).isEqualTo("60 DAY");
      assertThat(line.after()).isEqualTo("45 DAY");
      assertThat(line.cases()).contains(closed);
    });
    assertThat(get("/designer/drafts/" + draft + "/replay", DESIGNER)).hasStatusOk().bodyText()
        .contains("60 日", "45 日", "从未命中").doesNotContain("??");

    var version = drafts.get(draft, actor(DESIGNER)).version();
    assertThat(post("/designer/drafts/" + draft + "/submission", DESIGNER, "version", "" + version, "note",
        "按地方规定缩短办理期限")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("/designer/drafts/" + draft + "/decision", LEADER)).hasStatusOk().bodyText()
        .contains("处不同", "用到这个模型").doesNotContain("重演以后草稿又改过", "??");
    assertThat(post("/designer/drafts/" + draft + "/approval", LEADER, "version", "" + (version + 1)))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(published.latest(ModelKind.DMN, "clock_terms").map(published::source)).hasValueSatisfying(
        text -> assertThat(text).contains("<text>45</text>"));
  }

  @Test
  void otherUnitsAndAnswersOfATableAreCountedAndOneReplayRunsAtATime() throws InterruptedException {
    closed();
    var draft = drawn(ModelKind.DMN, "petition_unit");
    var source = drafts.source(draft, actor(DESIGNER));
    write(draft, source.replaceFirst("(?s)(id=\"unit_environment_out1\">.*?\")environment\"", "$1urban_management\""));
    var result = replayed(draft);
    assertThat(result.of(Kind.ANSWER)).extracting(ReplayLine::before).contains("environment");
    assertThat(result.of(Kind.LOAD)).extracting(ReplayLine::subject).contains("environment", "urban_management");

    assertThat(get("/designer/drafts/" + draft + "/replay", "officer")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("/designer/drafts/" + draft + "/replay", DESIGNER, "from", "2026-02-01", "to", "2026-01-01"))
        .hasStatus(422).bodyText().contains("结束日期不能早于开始日期");
    jdbc.sql("update model_replay set running = 1, state = 'RUNNING', seen_at = current_timestamp where draft_id = ?")
        .param(draft.value()).update();
    var running = replays.last(draft, actor(DESIGNER)).orElseThrow();
    assertThatThrownBy(() -> replays.start(draft, always(), actor(LEADER))).isInstanceOf(Conflict.class);
    assertThat(get("/designer/drafts/" + draft + "/replay", DESIGNER)).bodyText().contains("可以离开本页");
    assertThat(post("/designer/replays/" + running.id() + "/cancel", LEADER)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(replays.last(draft, actor(DESIGNER)).orElseThrow().isRunning()).isFalse();

    // What people wrote never comes back as the answer of a table.
    var telling = drawn(ModelKind.DMN, "petition_urgency");
    write(telling, drafts.source(telling, actor(DESIGNER)).replace("<text>\"NORMAL\"</text>", "<text>text</text>"));
    assertThat(replayed(telling).of(Kind.ANSWER)).extracting(ReplayLine::after).containsOnly("…");

    write(draft, source.replace("\"environment\"", "matches(?, \"a+\")"));
    assertThatThrownBy(() -> replays.start(draft, always(), actor(DESIGNER))).isInstanceOf(Refused.class);
  }

  private ReplayResult replayed(DraftId draft) throws InterruptedException {
    replays.start(draft, always(), actor(DESIGNER));
    replays.await();
    return replays.last(draft, actor(DESIGNER)).flatMap(Replay::result).orElseThrow();
  }

  private static ReplayChoice always() {
    return new ReplayChoice(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), Optional.empty(),
        Optional.empty());
  }

  /** One that was returned once, with a second unit; one that went another way. */
  private CaseId closed() {
    var id = petitions.accepted();
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.returnDraft(id, "请补充依据");
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.sendLetters(id);
    petitions.rate(id, Solved.YES);
    return id;
  }

  private DraftId drawn(ModelKind kind, String key) {
    return drafts.fromVersion(kind, key, published.latest(kind, key).orElseThrow().version(), actor(DESIGNER));
  }

  private void write(DraftId id, String source) {
    drafts.save(id, table.get(id).version(), source, actor(DESIGNER));
  }

  private List<Long> rows() {
    return List.of(runtime.createProcessInstanceQuery().count(), history.createHistoricActivityInstanceQuery().count(),
        repository.createDeploymentQuery().count(),
        jdbc.sql("select count(*) from letter").query(Long.class).single(),
        jdbc.sql("select count(*) from work_item").query(Long.class).single(),
        jdbc.sql("select count(*) from clock_entry").query(Long.class).single());
  }

  private Actor actor(String account) {
    return accounts.actor(account);
  }

  private MvcTestResult get(String path, String account) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String path, String account, String... parameters) {
    var request = mvc.post().uri(path).with(user(users.loadUserByUsername(account))).with(csrf());
    for (var i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }
}
