package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.designer.MigratedCase.State;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.Migrations;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.engine.Obstacle.Reason;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.engine.Publication;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseDates;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.RegisteredCases;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;

/** Running cases go on in another version of their process, or stay where they are and it is said why. */
@DeskTest
class RunningCasesTests {

  private static final String SPINE = "petition_handling";
  private static final String OWN = "designer_moving";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private MigrationService service;
  @Autowired
  private MigrationTable table;
  @Autowired
  private MigrationWork work;
  @Autowired
  private Migrations engine;
  @Autowired
  private PublishedModels published;
  @Autowired
  private Processes processes;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private RegisteredCases registered;
  @Autowired
  private ObjectProvider<CaseDates> dates;
  @Autowired
  private Reconcile reconcile;
  @Autowired
  private Jobs jobs;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private PlatformTransactionManager transactions;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;

  /** Other tests share the engine: what was published here goes, with what still runs in it. */
  @AfterEach
  void takeModelsBack() {
    jdbc.sql("update migration set state = 'DISCARDED', open_key = null where open_key is not null").update();
    jdbc.sql("select deployment_id from published_model").query(String.class).list()
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("delete from published_model").update();
    jobs.backToNow();
  }

  @Test
  void walkedCasesGoOnInAChangedSpineAndReachTheirEnd() {
    var handled = petitions.accepted();
    var answered = petitions.delivered();
    var supplemented = petitions.registered();
    var ratedUntil = jobs.dueAt(answered, "timer_rating_lapsed");
    publish(SPINE, changed(published.source(published.version(ModelKind.BPMN, SPINE, 1))));

    assertThat(get("/designer/models/bpmn/petition_handling/migrations", "office.leader")).hasStatusOk().bodyText()
        .contains("name=\"sources\"").doesNotContain("??", "编制迁移到");
    assertThat(post("/designer/models/bpmn/petition_handling/migrations", "designer")).hasStatus(422).bodyText()
        .contains("请选择有在办件");
    var answer = post("/designer/models/bpmn/petition_handling/migrations", "designer", "sources", "1");
    assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
    var page = answer.getResponse().getRedirectedUrl();
    var id = MigrationId.of(page.substring(page.lastIndexOf('/') + 1));
    assertThat(get(page, "designer")).hasStatusOk().bodyText().contains("gw_await_rating", "gw_handling_join",
        "个步骤编号相同").doesNotContain("??");
    assertThat(post(page + "/steps/1", "designer", "version", "0", "step:gw_await_rating", "user_screen"))
        .hasStatus(422).bodyText().contains("不能对应到所选的元素");
    assertThat(post(page + "/submission", "designer", "version", "0", "note", "早了")).hasStatus(422).bodyText()
        .contains("还没有试迁");

    // Without a target the answered case would stay; with one it fits. Nothing has moved yet.
    assertThat(post(page + "/trial", "designer", "version", "0")).hasStatus(303);
    only(id, handled, answered, supplemented);
    work.work();
    assertThat(reasons(id, answered)).containsExactly(Reason.NO_TARGET);
    assertThat(get(page, "designer")).bodyText().contains("没有说明它在新版本里对应哪一步").doesNotContain("??");
    assertThat(post(page + "/steps/1", "designer", "version", version(id), "step:gw_await_rating",
        "gw_wait_for_rating", "step:gw_handling_join", "gw_handling_done")).hasStatus(303);
    assertThat(post(page + "/trial", "designer", "version", version(id))).hasStatus(303);
    only(id, handled, answered, supplemented);
    work.work();
    assertThat(states(id)).containsExactly(Map.entry(State.FIT, 3L));
    assertThat(engine.running(SPINE)).doesNotContainKey(2);

    assertThat(post(page + "/submission", "designer", "version", version(id), "note", "办结前多看一眼")).hasStatus(303);
    assertThat(post(page + "/approval", "designer", "version", version(id))).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post(page + "/approval", "housing.leader", "version", version(id))).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post(page + "/return", "office.leader", "version", version(id), "reason", " ")).hasStatus(422);
    assertThat(post(page + "/return", "office.leader", "version", version(id), "reason", "再试")).hasStatus(303);
    assertThat(post(page + "/submission", "designer", "version", version(id), "note", "办结前多看一眼")).hasStatus(303);
    assertThat(post(page + "/approval", "office.leader", "version", version(id))).hasStatus(303);
    only(id, handled, answered, supplemented);
    var before = petitions.item(handled, "user_handle");
    work.work();

    assertThat(states(id)).containsExactly(Map.entry(State.MIGRATED, 3L));
    assertThat(table.get(id).state()).isEqualTo(MigrationState.DONE);
    assertThat(petitions.item(handled, "user_handle")).isEqualTo(before);
    assertThat(jobs.dueAt(answered, "timer_rating_lapsed")).isEqualTo(ratedUntil);
    assertThat(audit.of(answered)).extracting(AuditEntry::act).contains("case.migrated");
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).contains("migration.approved", "migration.finished");
    sound(handled, answered, supplemented);

    petitions.rate(answered, Solved.YES);
    assertThat(cases.get(answered).isClosed()).isTrue();
    petitions.reply(handled, Outcome.SUPPORTED);
    var check = petitions.item(handled, "user_check_answer");
    processes.complete(check, petitions.handler(handled), Facts.none());
    petitions.rate(handled, Solved.YES);
    assertThat(cases.get(handled).isClosed()).isTrue();
    petitions.deliver(supplemented, Outcome.SUPPORTED);
    processes.complete(petitions.item(supplemented, "user_check_answer"), petitions.handler(supplemented),
        Facts.none());
    petitions.rate(supplemented, Solved.YES);
    assertThat(cases.get(supplemented).isClosed()).isTrue();
  }

  @Test
  void aTimerKeepsItsMomentAndOneThatHasGoneOffDoesNotGoOffAgain() {
    var start = clock.instant();
    publish(OWN, model("PT1H", "P3D", ""));
    var one = started();
    jobs.liveUntil(one, start.plus(Duration.ofHours(2)));
    assertThat(keys(one)).containsExactly("user_look", "user_work");
    var last = jobs.dueAt(one, "timer_last");

    publish(OWN, model("PT5H", "P9D", ""));
    var id = approved(Map.of());
    work.work();

    assertThat(states(id)).containsExactly(Map.entry(State.MIGRATED, 1L));
    assertThat(jobs.of(one)).contains("timer_last").doesNotContain("timer_first", "timer_more");
    assertThat(jobs.dueAt(one, "timer_last")).isEqualTo(last);
    jobs.liveUntil(one, start.plus(Duration.ofHours(9)));
    assertThat(keys(one)).containsExactly("user_look", "user_work");

    // A version with one more timer would hold the case to a date that it did not have.
    publish(OWN, model("PT5H", "P9D", "<boundaryEvent id='timer_more' cancelActivity='false' attachedToRef='user_work'>"
        + "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>"
        + "<sequenceFlow id='f9' sourceRef='timer_more' targetRef='end_look'/>"));
    var blocked = approved(Map.of());
    work.work();
    assertThat(reasons(blocked, one)).containsExactly(Reason.TIMER_NEW);
    assertThat(engine.running(OWN)).containsOnlyKeys(2);
    assertThat(get("/designer/migrations/" + blocked, "office.leader")).bodyText().contains("会新设一个定时")
        .doesNotContain("??");
    assertThat(jobs.of(one)).contains("timer_last").doesNotContain("timer_first", "timer_more");

    // A version without a step that is open somewhere.
    publish(OWN, model("PT5H", "P9D", "").replace("user_work", "user_do"));
    jdbc.sql("update migration set state = 'DISCARDED', open_key = null where open_key is not null").update();
    var renamed = service.plan(OWN, Set.of(2), accounts.actor("designer"));
    assertThat(service.check(table.get(renamed), 2)).isEmpty();
    service.choose(renamed, 0, 2, Map.of("user_work", "user_do"), accounts.actor("designer"));
    run(renamed);
    assertThat(states(renamed)).containsExactly(Map.entry(State.MIGRATED, 1L));
    assertThat(keys(one)).containsExactly("user_do", "user_look");
    assertThat(jobs.dueAt(one, "timer_last")).isEqualTo(last);
    // A comparison of tomorrow would be the last one for every test after this.
    jobs.backToNow();
    sound(one);
  }

  @Test
  void aRunIsPausedGoesOnAndOutlivesTheServerThatBeganIt() {
    publish(OWN, model("P5D", "P9D", ""));
    var all = List.of(started(), started(), started(), started());
    publish(OWN, model("P5D", "P9D", "").replace("做事", "做事情"));
    var id = approved(Map.of());

    assertThat(work.next(id)).isTrue();
    service.pause(id, table.get(id).version(), accounts.actor("office.leader"));
    assertThat(work.next(id)).isFalse();
    work.work();
    assertThat(states(id)).containsOnly(Map.entry(State.MIGRATED, 1L), Map.entry(State.OPEN, 3L));
    assertThatThrownBy(() -> service.pause(id, table.get(id).version(), accounts.actor("office.leader")))
        .isInstanceOf(Conflict.class);
    assertThat(get("/designer/migrations/" + id, "designer")).bodyText().contains("已暂停").doesNotContain("??");

    service.goOn(id, table.get(id).version(), accounts.actor("office.leader"));
    var after = new MigrationWork(table, service, engine, registered, dates, audit, clock, transactions);
    // One of them has gone on by itself meanwhile.
    var left = table.next(id).orElseThrow();
    processes.endAll(OWN, left.caseId(), "over");
    after.work();

    assertThat(states(id)).containsOnly(Map.entry(State.MIGRATED, 3L), Map.entry(State.OVER, 1L));
    assertThat(engine.running(OWN)).containsExactly(Map.entry(2, 3L));
    assertThat(all).filteredOn(one -> audit.of(one).stream().anyMatch(entry -> entry.act().equals("case.migrated")))
        .hasSize(3);
    assertThatThrownBy(() -> service.again(id, table.get(id).version(), accounts.actor("designer")))
        .hasMessageContaining("migration-nothing");
  }

  @Test
  void anOfficerWhoFinishesTheItemAtThatMomentIsNotHinderedAndNothingIsHalfDone() throws Exception {
    publish(OWN, model("P5D", "P9D", ""));
    var one = started();
    publish(OWN, model("P5D", "P9D", "").replace("做事", "做事情"));
    var id = approved(Map.of());
    var item = petitions.item(one, "user_work");

    var told = Race.between(work::work, () -> processes.complete(item, petitions.officer(), Facts.none()));

    work.work();
    assertThat(table.get(id).state()).isEqualTo(MigrationState.DONE);
    if (told.isEmpty()) {
      assertThat(keys(one)).isEmpty();
    } else {
      assertThat(told).singleElement().isInstanceOf(Conflict.class);
      processes.complete(item, petitions.officer(), Facts.none());
    }
    assertThat(processes.isRunning(OWN, one)).isFalse();
    sound(one);
  }

  @Test
  void nobodyMovesCasesAloneOrToAVersionThatIsNotInForceAnyMore() {
    publish(OWN, model("P5D", "P9D", ""));
    started();
    publish(OWN, model("P5D", "P9D", "").replace("做事", "做事情"));
    var designer = accounts.actor("designer");
    var leader = accounts.actor("office.leader");
    assertThatThrownBy(() -> service.plan(OWN, Set.of(1), leader)).isInstanceOf(Forbidden.class);
    var id = service.plan(OWN, Set.of(1), designer);
    assertThatThrownBy(() -> service.plan(OWN, Set.of(1), designer)).isInstanceOf(Conflict.class);
    service.tryOut(id, 0, designer);
    work.work();
    service.submit(id, table.get(id).version(), "改名", designer);
    var version = table.get(id).version();
    assertThatThrownBy(() -> service.approve(id, version, designer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> service.approve(id, 0, leader)).isInstanceOf(Conflict.class);
    publish(OWN, model("P5D", "P9D", "").replace("做事", "做完"));
    assertThatThrownBy(() -> service.approve(id, version, leader)).isInstanceOf(Conflict.class)
        .hasMessageContaining("migration-target");
    service.discard(id, version, leader);
    assertThat(engine.running(OWN)).containsOnlyKeys(1);
  }

  private MigrationId approved(Map<String, String> targets) {
    var id = service.plan(OWN, engine.running(OWN).keySet(), accounts.actor("designer"));
    assertThat(targets).isEmpty();
    return run(id, false);
  }

  private void run(MigrationId id) {
    run(id, true);
  }

  private MigrationId run(MigrationId id, boolean toTheEnd) {
    var designer = accounts.actor("designer");
    service.tryOut(id, table.get(id).version(), designer);
    work.work();
    service.submit(id, table.get(id).version(), "按新版本办理", designer);
    service.approve(id, table.get(id).version(), accounts.actor("office.leader"));
    if (toTheEnd) {
      work.work();
    }
    return id;
  }

  private CaseId started() {
    var id = petitions.registered();
    processes.start(OWN, id, Facts.none());
    return id;
  }

  private List<String> keys(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.processKey().equals(OWN)).map(OpenTask::key).sorted()
        .toList();
  }

  private void publish(String key, String source) {
    published.publish(ModelKind.BPMN, key, key, source,
        new Publication("office.leader", "designer", clock.instant(), "改动", Optional.empty()));
  }

  /** A step more after the answer, and two gateways under other ids. */
  private static String changed(String shipped) {
    var step = "<userTask id=\"user_check_answer\" name=\"复核答复\" camunda:candidateGroups=\"handler@${leadUnit}\""
        + " camunda:formKey=\"petitions/{case}/handling?item={item}\"/>"
        + "<sequenceFlow id=\"flow_checked\" sourceRef=\"user_check_answer\" targetRef=\"gw_await_rating\"/>";
    var changed = shipped
        .replace("sourceRef=\"service_record_answer\" targetRef=\"gw_await_rating\"",
            "sourceRef=\"service_record_answer\" targetRef=\"user_check_answer\"")
        .replaceFirst("<incoming>flow_service_record_answer__gw_await_rating</incoming>",
            "<incoming>flow_checked</incoming>")
        .replace("</process>", step + "</process>").replace("gw_await_rating", "gw_wait_for_rating")
        .replace("gw_handling_join", "gw_handling_done");
    assertThat(changed).contains("targetRef=\"user_check_answer\"");
    return changed;
  }

  private static String model(String first, String last, String more) {
    return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='" + OWN + "' name='搬家' isExecutable='true'"
        + " camunda:historyTimeToLive='P1D'><startEvent id='start'/>"
        + "<sequenceFlow id='f1' sourceRef='start' targetRef='user_work'/>"
        + "<userTask id='user_work' name='做事' camunda:candidateGroups='officer@xfj' camunda:formKey='inbox'/>"
        + "<sequenceFlow id='f2' sourceRef='user_work' targetRef='end'/><endEvent id='end'/>"
        + "<boundaryEvent id='timer_first' cancelActivity='false' attachedToRef='user_work'><timerEventDefinition>"
        + "<timeDuration>" + first + "</timeDuration></timerEventDefinition></boundaryEvent>"
        + "<sequenceFlow id='f3' sourceRef='timer_first' targetRef='user_look'/>"
        + "<userTask id='user_look' name='看看' camunda:candidateGroups='officer@xfj' camunda:formKey='inbox'/>"
        + "<sequenceFlow id='f4' sourceRef='user_look' targetRef='end_look'/><endEvent id='end_look'/>"
        + "<boundaryEvent id='timer_last' attachedToRef='user_work'><timerEventDefinition>"
        + "<timeDuration>" + last + "</timeDuration></timerEventDefinition></boundaryEvent>"
        + "<sequenceFlow id='f5' sourceRef='timer_last' targetRef='end_late'/><endEvent id='end_late'/>" + more
        + "</process></definitions>";
  }

  /** The others are other tests' cases. */
  private void only(MigrationId id, CaseId... mine) {
    jdbc.sql("delete from migration_case where migration_id = :id and case_id not in (:mine)")
        .param("id", id.value()).param("mine", List.of(mine).stream().map(CaseId::value).toList()).update();
  }

  private void sound(CaseId... watched) {
    assertThat(reconcile.differences(reconcile.run(false, Actor.SYSTEM).id()))
        .noneMatch(difference -> List.of(watched).contains(difference.caseId()));
  }

  private Map<State, Long> states(MigrationId id) {
    return table.counts(id);
  }

  private List<Reason> reasons(MigrationId id, CaseId of) {
    return table.cases(id, Set.of(State.BLOCKED, State.FAILED), 1000).stream().filter(row -> row.caseId().equals(of))
        .flatMap(row -> row.obstacles().stream()).map(Obstacle::reason).toList();
  }

  private String version(MigrationId id) {
    return String.valueOf(table.get(id).version());
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
}
