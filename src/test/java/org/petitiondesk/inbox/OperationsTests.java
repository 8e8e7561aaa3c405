package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.escalation.LooseEnd;
import org.petitiondesk.escalation.LooseEnds;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What operators do to a case that has stopped or went astray, and what they can not do to it. */
@DeskTest
class OperationsTests {

  /** A second administrator; the demo has one. */
  private static final Actor SECOND = new Actor("admin2", "值班员", "xfj", Set.of(Role.ADMINISTRATOR));

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  private Errands errands;
  @Autowired
  private WorkItems items;
  @Autowired
  private StoppedSteps stopped;
  @Autowired
  private OperatorSuspensions suspensions;
  @Autowired
  private StepMoves moves;
  @Autowired
  private Reconcile reconcile;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReviews reviews;
  @Autowired
  private Clocks clocks;
  @Autowired
  private LooseEnds looseEnds;
  @Autowired
  private PublishedModels published;
  @Autowired
  private Jobs jobs;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void stoppedStepsAreToldInWordsAndTriedAgainTogetherOrByTheirKind() {
    var one = errands.fault();
    var other = errands.fault();
    assertThat(get("/operations", "admin")).hasStatusOk().bodyText()
        .contains("data-stopped=\"" + incident(one).id() + "\"", "这一种全部再试", "停住").doesNotContain("??");
    assertThat(get("/operations?lang=en", "admin")).bodyText().contains("Try all of this kind again")
        .doesNotContain("??");
    assertThat(get("/operations", "officer")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("/operations/retries", "admin")).hasStatus(422).bodyText().contains("请选择要再试的步骤");
    errands.repair(one, "housing");
    errands.repair(other, "housing");

    var first = incident(one).id();
    assertThat(post("/operations/retries", "admin", "step", first)).hasStatus(303);
    assertThat(items.find(first).orElseThrow().finish().orElseThrow().by()).isEqualTo("admin");
    assertThat(stopped.retry(List.of(first), accounts.actor("admin"))).isEqualTo(new StoppedSteps.Retried(0, 1));
    var second = incident(other);
    assertThat(post("/operations/retries", "admin", "kind", second.processKey() + " " + second.kind())).hasStatus(303);
    assertThat(items.find(second.id()).orElseThrow().isOpen()).isFalse();
    errands.run(one);
    errands.run(other);
    assertThatThrownBy(() -> stopped.all(petitions.officer())).isInstanceOf(Forbidden.class);
  }

  @Test
  void aSuspendedCaseStandsStillSaysSoAndItsClocksRunOn() {
    var id = petitions.accepted();
    var code = cases.get(id).code();
    var due = clocks.nextDue(id);
    var item = petitions.item(id, "user_handle");
    var page = get("/operations?code=" + code, "admin");
    assertThat(page).hasStatusOk().bodyText().contains("data-item=\"" + item + "\"", "暂停这一件")
        .doesNotContain(cases.get(id).title(), "??");
    assertThat(post("/operations/cases/" + id + "/suspension", "admin", "code", code, "reason", " ")).hasStatus(422)
        .bodyText().contains("请写明理由");
    assertThat(post("/operations/cases/" + id + "/suspension", "officer", "code", code, "reason", "x"))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("/operations/cases/" + id + "/suspension", "admin", "code", code, "reason", "等上级明确政策"))
        .hasStatus(303);
    assertThat(post("/operations/cases/" + id + "/suspension", "admin", "code", code, "reason", "再来"))
        .hasStatus(HttpStatus.CONFLICT);

    assertThat(get("/petitions/" + id + "/handling?item=" + item, "environment.handler"))
        .hasStatus(HttpStatus.CONFLICT).bodyText().contains("已被管理员暂停办理");
    assertThat(get("/inbox?q=" + code, "environment.handler")).bodyText().contains("已被管理员暂停，现在不能办理");
    assertThatThrownBy(() -> petitions.investigate(id)).isInstanceOf(Conflict.class);
    assertThat(clocks.nextDue(id)).isEqualTo(due);
    assertThat(jobs.of(id)).contains("timer_alarm_due");
    looseEnds.look(accounts.actor("admin"));
    assertThat(looseEnds.found(10_000, accounts.actor("admin")))
        .anyMatch(end -> end.caseId().equals(id) && end.kind() == LooseEnd.Kind.SUSPENDED);
    assertThat(get("/operations/loose-ends", "admin")).bodyText().contains("/operations?code=" + code)
        .doesNotContain("??");
    sound(id);

    var suspension = suspensions.of(id).orElseThrow();
    assertThat(get("/operations", "admin")).bodyText().contains("等上级明确政策").doesNotContain("??");
    assertThat(post("/operations/suspensions/" + suspension.id() + "/end", "admin", "reason", "政策已明确")).hasStatus(303);
    assertThat(post("/operations/suspensions/" + suspension.id() + "/end", "admin", "reason", "再来"))
        .hasStatus(HttpStatus.CONFLICT);
    petitions.reply(id, Outcome.SUPPORTED);
    assertThat(audit.of(id)).extracting(AuditEntry::act).contains("case.suspended", "case.activated");
    sound(id);
  }

  @Test
  void whatAPetitionerSaysToASuspendedCaseIsNotLost() {
    var id = petitions.delivered();
    suspensions.suspend(id, "核对", accounts.actor("admin"));

    assertThatThrownBy(() -> petitions.rate(id, Solved.YES)).isInstanceOf(Conflict.class);

    suspensions.activate(suspensions.of(id).orElseThrow().id(), "核对完毕", accounts.actor("admin"));
    petitions.rate(id, Solved.YES);
    assertThat(cases.get(id).isClosed()).isTrue();
  }

  @Test
  void nothingBeginsInASuspendedVersionAndWhatRunsGoesOn() {
    var running = petitions.registered();
    var asked = petitions.registered();
    var version = published.versionInForce(ModelKind.BPMN, "petition_handling").orElseThrow();
    suspensions.suspend("petition_handling", version, "有缺陷", accounts.actor("admin"));
    try {
      assertThatThrownBy(() -> petitions.registered()).isInstanceOf(Conflict.class)
          .hasMessageContaining("suspended-process");
      petitions.screen(running, Screenings.accept(Petitions.LEAD));
      // What the case comes to wait for meanwhile goes off as ever.
      petitions.screen(asked, Screenings.supplement("哪一栋楼？"));
      jobs.moveTo(jobs.dueAt(asked, "timer_supplement_lapsed"));
      jobs.runDue(asked);
      assertThat(jobs.of(asked)).doesNotContain("timer_supplement_lapsed");
    } finally {
      jobs.backToNow();
      var open = suspensions.all().stream().filter(each -> each.caseId().isEmpty()).findFirst().orElseThrow();
      suspensions.activate(open.id(), "已修复", accounts.actor("admin"));
    }
    petitions.accept(petitions.screened());
  }

  @Test
  void aCaseIsPutBackByTwoPeopleToAStepThatItHasPassed() throws Exception {
    var id = petitions.drafted();
    var due = clocks.nextDue(id);
    var item = petitions.item(id, "user_approve_reply");
    var drafted = passed(id, "user_draft_reply");
    var page = "/operations/items/" + item + "/move";
    assertThat(get(page, "admin")).hasStatusOk().bodyText().contains("value=\"" + drafted + "\"").doesNotContain("??");
    assertThat(get(page, "office.leader")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post(page, "admin", "reason", "走错了")).hasStatus(422).bodyText().contains("不能越过没有办的步骤");
    assertThat(post(page, "admin", "reason", "", "target", drafted)).hasStatus(422);
    assertThat(post(page, "admin", "reason", "答复附错了材料", "target", drafted)).hasStatus(303);
    assertThat(post(page, "admin", "reason", "再来", "target", drafted)).hasStatus(HttpStatus.CONFLICT);
    assertThat(petitions.items(id)).contains("user_approve_reply");

    var move = moves.proposed(accounts.actor("admin")).stream().filter(each -> each.item().id().equals(item))
        .findFirst().orElseThrow();
    assertThatThrownBy(() -> moves.approve(move.id(), accounts.actor("admin"))).isInstanceOf(Forbidden.class);
    assertThat(post("/operations/moves/" + move.id() + "/approval", "environment.leader"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("/decisions", "office.leader")).bodyText().contains("/operations/moves");
    assertThat(get("/operations/moves", "office.leader")).hasStatusOk().bodyText()
        .contains("答复附错了材料", move.id().toString())
        .doesNotContain("??");
    var told = Race.between(() -> moves.approve(move.id(), accounts.actor("office.leader")),
        () -> moves.approve(move.id(), SECOND));
    assertThat(told).singleElement().isInstanceOf(Conflict.class);

    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
    assertThat(clocks.nextDue(id)).isEqualTo(due);
    assertThat(audit.of(id)).extracting(AuditEntry::act).contains("move.proposed", "move.approved", "item.returned");
    sound(id);
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.sendLetters(id);
  }

  @Test
  void nothingIsMovedForwardPastAnOpinionOrOutOfAReviewAndNothingReachesFiled() {
    var id = petitions.drafted();
    var operator = accounts.actor("admin");
    var approval = petitions.item(id, "user_approve_reply");
    // Only back to the draft, which the model lets be done again; not to what somebody else would have to do first.
    assertThat(moves.targets(approval, operator)).extracting(target -> target.step().kind())
        .containsExactly("user_draft_reply");
    assertThatThrownBy(() -> moves.propose(approval, approval, "签了就是", operator)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> moves.propose(approval, "nowhere", "签了就是", operator)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> moves.propose(approval, passed(id, "user_handle"), "另一个流程", operator))
        .isInstanceOf(Refused.class);

    // Not to before what has gone out.
    var accepted = petitions.accepted();
    var handling = petitions.item(accepted, "user_handle");
    assertThat(get("/operations/items/" + handling + "/move", "admin")).bodyText().contains("disabled=\"disabled\"");
    assertThatThrownBy(() -> moves.propose(handling, passed(accepted, "user_screen"), "重新甄别", operator))
        .isInstanceOf(Refused.class).hasMessageContaining("legal-effect");

    // What came about meanwhile counts when the second person agrees, not only when it was proposed.
    moves.propose(approval, passed(id, "user_draft_reply"), "退回重拟", operator);
    var move = moves.proposed(operator).stream().filter(each -> each.item().id().equals(approval)).findFirst()
        .orElseThrow();
    petitions.approve(id);
    assertThatThrownBy(() -> moves.approve(move.id(), SECOND)).isInstanceOf(Conflict.class);
    moves.refuse(move.id(), "已经签发", SECOND);

    petitions.sendLetters(id);
    reviews.open(id, "领导决定审查", accounts.actor("office.leader"));
    var panel = petitions.item(id, "user_name_panel");
    assertThat(get("/operations/items/" + panel + "/move", "admin")).hasStatus(422).bodyText()
        .contains("四不放过审查的步骤不能移动");
    assertThatThrownBy(() -> moves.propose(panel, panel, "跳过", operator)).isInstanceOf(Refused.class)
        .hasMessageContaining("move-review");
    suspensions.suspend(id, "核对", operator);
    suspensions.activate(suspensions.of(id).orElseThrow().id(), "继续", operator);
    petitions.rate(id, Solved.YES);
    assertThat(cases.get(id).isClosed()).isTrue();
    assertThat(cases.get(id).filed()).isFalse();
    assertThat(reviews.isOpen(id)).isTrue();
  }

  private String passed(CaseId id, String kind) {
    return items.passed(id, Set.of(kind)).get(0).id();
  }

  private WorkItem incident(CaseId id) {
    return items.openOf(List.of(id)).stream().filter(item -> item.source() == ItemSource.INCIDENT).findFirst()
        .orElseThrow();
  }

  private void sound(CaseId id) {
    assertThat(reconcile.differences(reconcile.run(false, Actor.SYSTEM).id()))
        .noneMatch(difference -> id.equals(difference.caseId()));
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
