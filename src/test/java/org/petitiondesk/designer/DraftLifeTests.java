package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Publication;
import org.petitiondesk.engine.PublishedModel;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
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
  @Autowired
  private DraftService service;
  @Autowired
  private ModelCheck check;
  @Autowired
  private PublishedModels published;
  @Autowired
  private ScheduledPublishing scheduled;
  @Autowired
  private CamundaDeploymentConfiguration deployment;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;
  @Autowired
  private Petitions petitions;

  /** Other tests share the engine: what was published here goes, and what was in force before is in force again. */
  @AfterEach
  void takeModelsBack() {
    jdbc.sql("select deployment_id from published_model").query(String.class).list()
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("delete from published_model").update();
    jdbc.sql("delete from shipped_model where hash = 'older'").update();
    jdbc.sql("update model_draft set state = 'DISCARDED', open_key = null where open_key is not null").update();
  }

  @Test
  void aDraftIsBegunFromAVersionFromNothingAndFromAFileAndSavedInTurn() {
    assertThat(get("/designer", DESIGNER)).hasStatusOk().bodyText().contains("data-model=\"petition_reply\"",
        "data-model=\"clock_terms\"", "答复与送达", "随产品提供");
    assertThat(get("/designer", "officer")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("/inbox", LEADER)).bodyText().contains("href=\"/designer\"");

    petitions.screened();
    assertThat(get("/designer/models/bpmn/petition_assignment", DESIGNER)).hasStatusOk().bodyText()
        .contains("data-step=\"user_accept\"", "data-heat=\"4\"").doesNotContain("??");
    assertThat(get("/designer/models/bpmn/petition_assignment?heat=time&lang=en", LEADER)).hasStatusOk().bodyText()
        .contains("the longer its median time").doesNotContain("??");
    assertThat(get("/designer/models/bpmn/petition_assignment/picture", LEADER)).hasStatusOk().bodyText()
        .contains("user_accept");
    assertThat(get("/designer", DESIGNER)).bodyText().contains("在办 ");

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
    assertThat(put(process, 0, source(process).replace("targetRef=\"end_process\"", "targetRef=\"nowhere\""), DESIGNER))
        .hasStatusOk().bodyJson().extractingPath("$.findings[0].text").asString().contains("nowhere", "流程引擎读不懂");
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
    var form = "{\"type\":\"default\",\"id\":\"evil_form\",\"name\":\"%s\",\"components\":[]}";
    assertThat(file("evil.form", form.formatted("a\\u0000b"))).hasStatus(422);
    assertThat(file("evil.form", form.formatted("a") + " x")).hasStatus(422);
    // A name longer than a page shows is cut, not refused.
    var named = begun(file("evil.form", form.formatted("n".repeat(250))));
    assertThat(drafts.get(named).name()).hasSize(200);

    var code = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:a=\"http://activiti.org/bpmn\">"
        + "<process id=\"evil\" isExecutable=\"true\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\""
        + " targetRef=\"t\"/>\n<serviceTask id=\"t\" a:class=\"java.lang.Runtime\"/></process></definitions>";
    var draft = begun(file("evil.bpmn", code));
    assertThat(get("/designer/drafts/" + draft, DESIGNER)).bodyText().contains("camunda:class", "会执行文件自带的代码");
    assertThat(put(draft, 0, bomb, DESIGNER)).hasStatus(422);
    assertThat(source(draft)).isEqualTo(code);
  }

  @Test
  void whatTheEngineWouldRefuseOrCouldNotRunIsToldBeforeAnybodyApprovesIt() {
    var model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='own' isExecutable='true'"
        + " camunda:historyTimeToLive='P1D'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='e'/>"
        + "%s</process>%s</definitions>";
    var end = "<endEvent id='e'/>";
    assertThat(reasons(model.formatted(end, ""))).isEmpty();
    assertThat(reasons(model.formatted(end, "").replace("camunda:historyTimeToLive='P1D'", "")))
        .containsExactly(Reason.NOT_RUNNABLE);
    assertThat(reasons(model.formatted("<endEvent id='e' name='" + "n".repeat(300) + "'/>", "")))
        .containsExactly(Reason.TOO_LARGE);
    assertThat(reasons(model.formatted("<callActivity id='e' calledElement='nowhere'/>", "")))
        .containsExactly(Reason.NOT_IN_FORCE);
    assertThat(reasons(model.formatted(end, "<process id='second' isExecutable='true ' camunda:historyTimeToLive='P1D'>"
        + "<startEvent id='s2'/></process>"))).containsExactly(Reason.OTHER_KEY);
    // The page of a task of the desk finishes that task, not one that only has its name.
    assertThat(reasons(model.formatted("<userTask id='user_approve_reply' camunda:candidateGroups='g'"
        + " camunda:formKey='petitions/{case}/approval?item={item}'/>", ""))).containsExactly(Reason.NO_FORM);
    var deep = "<sequenceFlow id='f2' sourceRef='s' targetRef='e'><conditionExpression>${" + "!".repeat(900)
        + "a}</conditionExpression></sequenceFlow>";
    assertThat(check.check(ModelKind.BPMN, "own", model.formatted(end + deep, ""))).hasSizeLessThan(2);

    var terms = published.source(published.version(ModelKind.DMN, "clock_terms", 1));
    assertThat(check.check(ModelKind.DMN, "clock_terms", terms)).isEmpty();
    assertThat(check.check(ModelKind.DMN, "clock_terms", terms.replaceFirst("(<inputEntry[^>]*>\\s*<text>)[^<]*",
        "$1>= date(("))).extracting(ModelFinding::reason).containsExactly(Reason.NOT_RUNNABLE);
    assertThat(check.check(ModelKind.DMN, "clock_terms", terms.replaceAll("camunda:historyTimeToLive=\"[^\"]*\"", "")))
        .extracting(ModelFinding::reason).containsOnly(Reason.NOT_RUNNABLE);
  }

  private List<Reason> reasons(String process) {
    return check.check(ModelKind.BPMN, "own", process).stream().map(ModelFinding::reason).toList();
  }

  @Test
  void aPublicationThatTheEngineRefusesAtItsTimeGoesBackToTheAuthor() {
    var id = begun(post("/designer/models/dmn/clock_terms/drafts", DESIGNER, "version", "1"));
    post("/designer/drafts/" + id + "/submission", DESIGNER, "version", "0", "note", "不变");
    // Whoever hands a draft in, or says that it takes account of another version, does not approve it.
    assertThat(drafts.get(id).writers()).contains(DESIGNER);
    assertThat(post("/designer/drafts/" + id + "/account", DESIGNER, "version", "1")).hasStatus(HttpStatus.CONFLICT);
    var moment = Dates.local(clock.instant()).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
    post("/designer/drafts/" + id + "/approval", LEADER, "version", "1", "publishAt", moment.toString());

    service.giveBackDue(id);

    assertThat(drafts.get(id).state()).isEqualTo(DraftState.DRAFT);
    assertThat(get("/designer/drafts/" + id + "/decision", DESIGNER)).hasStatusOk().bodyText()
        .contains("流程引擎没有接受这个模型").doesNotContain("??");
  }

  @Test
  void aDraftIsSubmittedReturnedApprovedByAnotherPersonPublishedAndRolledBack() throws Exception {
    assertThat(deployedAtStart()).contains("petition_reply.bpmn");
    var id = begun(post("/designer/models/bpmn/petition_reply/drafts", DESIGNER, "version", "1"));
    var shipped = source(id);
    var step = "/designer/drafts/" + id;

    // What the desk relies on can not be taken out.
    put(id, 0, shipped.replace("user_approve_reply", "user_sign_reply"), DESIGNER);
    assertThat(post(step + "/submission", DESIGNER, "version", "1", "note", "审签改名")).hasStatus(422).bodyText()
        .contains("user_approve_reply", "系统的程序要用到它");
    assertThat(put(id, 1, shipped.replace("name=\"拟写答复\"", "name=\"拟写答复意见\""), DESIGNER)).hasStatusOk();
    assertThat(post(step + "/submission", DESIGNER, "version", "2", "note", " ")).hasStatus(422).bodyText()
        .contains("请写明改了什么");
    assertThat(post(step + "/submission", DESIGNER, "version", "2", "note", "名称更清楚")).hasStatus(303);
    assertThat(put(id, 3, shipped, DESIGNER)).hasStatus(HttpStatus.CONFLICT);

    // The author does not decide, others neither; the leader finds it and reads what changes.
    assertThat(post(step + "/approval", DESIGNER, "version", "3")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post(step + "/approval", "housing.leader", "version", "3")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("/inbox", LEADER)).bodyText().contains("份草稿待您审批");
    assertThat(get(step + "/decision", LEADER)).hasStatusOk().bodyText().contains("名称更清楚",
        "data-change=\"user_draft_reply\"", "<del class=\"text-danger\">拟写答复</del>", "拟写答复意见").doesNotContain("??");
    assertThat(post(step + "/return", LEADER, "version", "3", "reason", "")).hasStatus(422);
    assertThat(post(step + "/return", LEADER, "version", "3", "reason", "再想想")).hasStatus(303);
    assertThat(get(step, DESIGNER)).bodyText().contains("再想想");
    assertThat(post(step + "/submission", DESIGNER, "version", "4", "note", "名称更清楚")).hasStatus(303);

    // Two people approve at the same moment: one version.
    var told = Race.between(() -> service.approve(id, 5, Optional.empty(), accounts.actor(LEADER)),
        () -> service.approve(id, 5, Optional.empty(), accounts.actor(LEADER)));
    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(published.versions(ModelKind.BPMN, "petition_reply")).extracting(PublishedModel::version)
        .containsExactly(2, 1);
    assertThat(post(step + "/approval", LEADER, "version", "5")).hasStatus(HttpStatus.CONFLICT).bodyText()
        .contains("改动了这份草稿");
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).containsExactly("model.drafted", "model.submitted",
        "model.returned", "model.submitted", "model.approved", "model.published");

    // A start leaves it alone; the other models come as ever.
    assertThat(deployedAtStart()).contains("petition_handling.bpmn").doesNotContain("petition_reply.bpmn");
    assertThat(get("/designer/models/bpmn/petition_reply", LEADER)).bodyText().contains("data-version=\"2\"", "名称更清楚")
        .doesNotContain("产品带来了");

    // A newer version of the product is offered beside what was changed here.
    var older = shipped.replace("name=\"审批答复\"", "name=\"审批\"").replace("user_change_delivery\" name=\"",
        "user_change_delivery\" name=\"旧");
    assertThat(older).isNotEqualTo(shipped);
    jdbc.sql("insert into shipped_model (file, hash, source, seen_at) values (?, 'older', ?, current_timestamp)")
        .params("petition_reply.bpmn", older).update();
    jdbc.sql("update published_model set shipped_hash = 'older'").update();
    assertThat(get("/designer/models/bpmn/petition_reply", DESIGNER)).bodyText().contains("产品带来了");
    assertThat(get("/designer/models/bpmn/petition_reply/offer", DESIGNER)).hasStatusOk().bodyText()
        .contains("产品改了什么", "data-change=\"user_change_delivery\"", "双方都改了").doesNotContain("??");
    var takenUp = begun(post("/designer/models/bpmn/petition_reply/offer", DESIGNER, "shipped", "true"));
    assertThat(source(takenUp)).isEqualTo(shipped);
    assertThat(post("/designer/drafts/" + takenUp + "/discard", DESIGNER, "version", "0")).hasStatus(303);

    // Back to the first version, by the same way, at a moment to come; the second look at the clock finds it done.
    var back = begun(post("/designer/models/bpmn/petition_reply/drafts", DESIGNER, "version", "1"));
    post("/designer/drafts/" + back + "/submission", DESIGNER, "version", "0", "note", "退回原版");
    assertThat(post("/designer/drafts/" + back + "/approval", LEADER, "version", "1", "publishAt", "2020-01-01T08:00"))
        .hasStatus(422).bodyText().contains("发布时间已经过去");
    var moment = Dates.local(clock.instant()).plusDays(2).truncatedTo(ChronoUnit.MINUTES);
    assertThat(post("/designer/drafts/" + back + "/approval", LEADER, "version", "1", "publishAt", moment.toString()))
        .hasStatus(303);
    scheduled.publish();
    assertThat(published.latest(ModelKind.BPMN, "petition_reply").orElseThrow().version()).isEqualTo(2);
    clock.setTo(moment.plusMinutes(1).atZone(Dates.ZONE).toInstant());
    scheduled.publish();
    scheduled.publish();
    var inForce = published.latest(ModelKind.BPMN, "petition_reply").orElseThrow();
    assertThat(inForce.version()).isEqualTo(3);
    assertThat(published.source(inForce)).isEqualTo(shipped);
    assertThat(drafts.get(back).state()).isEqualTo(DraftState.PUBLISHED);
  }

  @Test
  void whatWasPublishedMeanwhileKeepsADraftFromGoingOverIt() {
    var id = begun(post("/designer/models/dmn/clock_terms/drafts", DESIGNER, "version", "1"));
    assertThat(put(id, 0, source(id).replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\""), DESIGNER)).hasStatusOk()
        .bodyJson().extractingPath("$.findings[0].text").asString().contains("hitPolicy");
    put(id, 1, published.source(published.version(ModelKind.DMN, "clock_terms", 1)), DESIGNER);
    post("/designer/drafts/" + id + "/submission", DESIGNER, "version", "2", "note", "不变");
    var moment = Dates.local(clock.instant()).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
    post("/designer/drafts/" + id + "/approval", LEADER, "version", "3", "publishAt", moment.toString());
    published.publish(ModelKind.DMN, "clock_terms", "时限",
        published.source(published.version(ModelKind.DMN, "clock_terms", 1)).replace("</description>",
            "。</description>"),
        new Publication(LEADER, "another", clock.instant(), "先到", Optional.empty()));

    clock.setTo(moment.plusMinutes(1).atZone(Dates.ZONE).toInstant());
    scheduled.publish();

    assertThat(published.latest(ModelKind.DMN, "clock_terms").orElseThrow().version()).isEqualTo(2);
    assertThat(drafts.get(id).state()).isEqualTo(DraftState.DRAFT);
    assertThat(get("/designer/drafts/" + id + "/decision", DESIGNER)).bodyText().contains("批准以后已有别的版本发布",
        "起草期间已有新版本发布", "data-change=\"clock_terms\"");
    assertThat(post("/designer/drafts/" + id + "/account", DESIGNER, "version", "5")).hasStatus(303);
    assertThat(drafts.get(id).baseVersion()).isEqualTo(2);

    // Somebody else's draft is not thrown away without a word, and not by just anybody.
    var discard = "/designer/drafts/" + id + "/discard";
    assertThat(post(discard, "officer", "version", "6", "reason", "不要了")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post(discard, LEADER, "version", "6", "reason", " ")).hasStatus(422).bodyText().contains("请写明理由")
        .doesNotContain("??");
    assertThat(post(discard, LEADER, "version", "6", "reason", "新版本已含此改动")).hasStatus(303);
    assertThat(audit.of(id.chain())).last().satisfies(entry -> {
      assertThat(entry.act()).isEqualTo("model.discarded");
      assertThat(entry.details()).containsEntry("reason", "新版本已含此改动");
    });
  }

  private List<String> deployedAtStart() {
    return deployment.getDeploymentResources().stream().map(Resource::getFilename).toList();
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
