package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list after somebody has written into its table, and what makes it right again. */
@DeskTest
class ReconcileTests {

  private static final int ROUNDS = 8;

  @Autowired
  private Reconcile reconcile;
  @Autowired
  private WorkItems items;
  @Autowired
  private Words words;
  @Autowired
  private Drafts drafts;
  @Autowired
  private Processes processes;
  @Autowired
  private Clocks clocks;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private MovableClock clock;

  private Errands errands;
  private Actor admin;

  @BeforeEach
  void clean(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
    admin = errands.actor("admin");
    reconcile.run(true, admin);
  }

  @Test
  void whatIsInStepIsLeftAlone() {
    var item = errands.open("education", "一致");
    var incident = errands.fault();
    var before = items.find(item.id()).orElseThrow();

    var run = reconcile.run(true, admin);

    assertThat(run.isClean()).isTrue();
    assertThat(run.compared()).isGreaterThan(2);
    assertThat(items.find(item.id())).contains(before);
    assertThat(acts(incident)).doesNotContain("item.reconciled");
  }

  @Test
  void aDryRunShowsEveryKindOfDifferenceAndChangesNothing() {
    var missing = errands.open("education", "清单里没有");
    jdbc.sql("delete from work_item where id = ?").param(missing.id()).update();
    var surplus = errands.open("education", "引擎里没有");
    var ghost = "ghost-" + surplus.id();
    jdbc.sql("update work_item set id = ? where id = ?").params(ghost, surplus.id()).update();
    var finished = errands.open("education", "办结了却在等");
    jdbc.sql("update work_item set state = 'DONE' where id = ?").param(finished.id()).update();
    var other = errands.open("education", "人、岗、期限都不对");
    clocks.start(other.caseId(), "handling", new Term(10, TermUnit.DAY, "测试"), Dates.today(clock), "xfj", admin);
    jdbc.sql("""
        update work_item set assignee = 'health.handler', waits_for = 'account:health.handler',
          group_key = 'handler@health', due_on = null, confidential = true where id = ?""").param(other.id()).update();
    var stopped = errands.fault();
    jdbc.sql("delete from work_item_failure where item_id in (select id from work_item where case_id = ?)")
        .param(stopped.value()).update();
    jdbc.sql("delete from work_item where case_id = ?").param(stopped.value()).update();

    var dry = reconcile.run(false, admin);

    assertThat(kinds(dry, missing.id())).containsExactly(DifferenceKind.MISSING);
    assertThat(kinds(dry, ghost)).containsExactly(DifferenceKind.SURPLUS);
    assertThat(kinds(dry, finished.id())).containsExactly(DifferenceKind.STATUS);
    assertThat(kinds(dry, other.id())).containsExactly(DifferenceKind.ASSIGNEE, DifferenceKind.GROUP,
        DifferenceKind.DUE, DifferenceKind.CONFIDENTIAL);
    assertThat(reconcile.differences(dry.id())).filteredOn(one -> one.caseId().equals(stopped)).singleElement()
        .satisfies(one -> assertThat(one.source()).isEqualTo(ItemSource.INCIDENT));
    assertThat(items.find(missing.id())).isEmpty();
    assertThat(acts(finished.caseId())).doesNotContain("item.reconciled");

    var repaired = reconcile.run(true, admin);

    assertThat(repaired.found()).isEqualTo(dry.found());
    assertThat(items.find(missing.id())).contains(missing);
    assertThat(items.find(ghost).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(items.find(surplus.id()).orElseThrow().isOpen()).isTrue();
    assertThat(items.find(finished.id()).orElseThrow().isOpen()).isTrue();
    var mended = items.find(other.id()).orElseThrow();
    assertThat(mended.assignee()).isEmpty();
    assertThat(mended.group()).isEqualTo("handler@education");
    assertThat(mended.standing().dueOn()).isEqualTo(clocks.nextDue(other.caseId()));
    assertThat(mended.confidential()).isFalse();
    assertThat(acts(other.caseId())).filteredOn("item.reconciled"::equals).hasSize(4);
    assertThat(audit.of(AuditTrail.HOUSE)).anySatisfy(entry -> {
      assertThat(entry.act()).isEqualTo("inbox.reconciled");
      assertThat(entry.details()).containsEntry("found", repaired.found()).containsEntry("repair", true);
    });
    assertThat(reconcile.run(false, admin).isClean()).isTrue();
    processes.complete(missing.id(), errands.actor("education.handler"), Facts.none());
    assertThat(items.find(missing.id()).orElseThrow().state()).isEqualTo(ItemState.DONE);
  }

  @Test
  void whatTheEngineDoesNotKnowTakesItsDraftsAndQuestionsAlong() {
    var handler = errands.actor("education.handler");
    var item = errands.led("education", "引擎里没有了");
    processes.claim(item.id(), handler);
    processes.complete(item.id(), handler, Facts.none());
    jdbc.sql("""
        update work_item set state = 'OPEN', finished_by = null, finished_by_name = null, finished_at = null
          where id = ?""").param(item.id()).update();
    drafts.save(item.id(), new SaveDraft(Map.of("note", List.of("半截")), "hand", Optional.empty()), handler);
    words.ask(item.id(), items.find(item.id()).orElseThrow().version(), WordRequest.Kind.BEFORE, Set.of("officer"),
        "请看", handler);
    var asked = words.waiting(item).get(0).id();

    reconcile.run(true, admin);

    assertThat(items.find(item.id()).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(items.find(asked).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(words.waiting(item)).isEmpty();
    assertThat(drafts.find(item.id(), handler)).isEmpty();
  }

  @Test
  void aComparisonThatFailsIsOverAndTheNextOneMayBegin() throws Exception {
    var item = errands.open("education", "读不出来");
    jdbc.sql("update work_item set case_kind = 'BROKEN' where id = ?").param(item.id()).update();
    try {
      assertThatThrownBy(() -> reconcile.run(false, admin)).isInstanceOf(IllegalArgumentException.class);
    } finally {
      jdbc.sql("update work_item set case_kind = ? where id = ?").params(item.caseKind().name(), item.id()).update();
    }

    var failed = reconcile.last(1).get(0);
    assertThat(failed.finishedAt()).isEmpty();
    assertThat(reconcile.isRunning(failed)).isFalse();
    assertThat(mvc.get().uri("/operations/reconcile").with(user(users.loadUserByUsername("admin")))).hasStatusOk()
        .bodyText().contains("出错中止").doesNotContain("hx-get");
  }

  @Test
  void whoFinishesAnItemMeanwhileIsNotDisturbed() throws Exception {
    var handler = errands.actor("education.handler");
    for (var round = 0; round < ROUNDS; round++) {
      var item = errands.open("education", "同时核对");

      var told = Race.between(() -> processes.complete(item.id(), handler, Facts.none()),
          () -> reconcile.run(true, admin));

      assertThat(told).isEmpty();
      var done = items.find(item.id()).orElseThrow();
      assertThat(done.state()).isEqualTo(ItemState.DONE);
      assertThat(done.finish().orElseThrow().by()).isEqualTo(handler.id());
      assertThat(acts(item.caseId())).doesNotContain("item.reconciled");
    }
  }

  @Test
  void ofTwoNodesOneDoesTheNight() throws Exception {
    clock.forward(Duration.ofDays(400));
    var nights = new AtomicInteger();
    Runnable node = () -> reconcile.night().ifPresent(run -> nights.incrementAndGet());

    Race.between(node, node);

    assertThat(nights).hasValue(1);
    assertThat(reconcile.last(1).get(0).startedBy()).isEqualTo(Actor.SYSTEM.id());
  }

  @Test
  void anAdministratorComparesOnThePageAndOthersDoNot() {
    assertThat(mvc.post().uri("/operations/reconcile").with(csrf()).with(user(users.loadUserByUsername("admin"))))
        .hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/operations/reconcile");
    var deadline = Instant.now().plusSeconds(60);
    while (reconcile.isRunning(reconcile.last(1).get(0)) && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }

    assertThat(mvc.get().uri("/operations/reconcile").with(user(users.loadUserByUsername("admin")))).hasStatusOk()
        .bodyText().contains("没有差异").doesNotContain("??").doesNotContain("hx-get");
    assertThat(mvc.get().uri("/operations/reconcile").with(user(users.loadUserByUsername("officer"))))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThatThrownBy(() -> reconcile.begin(true, errands.actor("officer"))).isInstanceOf(Forbidden.class);
  }

  private List<DifferenceKind> kinds(ReconcileRun run, String item) {
    return reconcile.differences(run.id()).stream().filter(one -> one.item().equals(item)).map(Difference::kind)
        .toList();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(entry -> entry.act()).toList();
  }
}
