package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Who holds an item and who gets it next, with the engine and the audit chain on a real database. */
@DeskTest
class ItemVerbsTests {

  private static final int ROUNDS = 8;

  Errands errands;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkList workList;
  @Autowired
  WorkItems items;
  @Autowired
  Processes processes;
  @Autowired
  Clocks clocks;
  @Autowired
  AuditTrail audit;
  @Autowired
  Clock clock;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void claimingTakesItFromTheColleaguesAndReleasingGivesItBack() {
    var item = errands.open("education", "签收与放回");
    var handler = errands.actor("education.handler");

    verbs.claim(item.id(), item.version(), handler);
    assertThat(waitsFor("education.handler", item)).isTrue();
    assertThat(waitsFor("education.handler2", item)).isFalse();

    verbs.release(item.id(), item.version() + 1, handler);
    assertThat(waitsFor("education.handler2", item)).isTrue();
    assertThat(acts(item.caseId())).contains("item.assigned/" + handler.id() + "/{assignee=education.handler}",
        "item.assigned/" + handler.id() + "/{before=education.handler}");
  }

  @Test
  void claimingTwiceIsNoError() {
    var item = errands.open("education", "点了两次");
    var handler = errands.actor("education.handler");

    verbs.claim(item.id(), item.version(), handler);
    verbs.claim(item.id(), item.version(), handler);

    assertThat(acts(item.caseId())).filteredOn(act -> act.startsWith("item.assigned")).hasSize(1);
  }

  @Test
  void thePageThatCameTooLateLearnsWhoHasClaimedIt() {
    var item = errands.open("education", "晚了一步");
    verbs.claim(item.id(), item.version(), errands.actor("education.handler"));

    assertThatThrownBy(() -> verbs.claim(item.id(), item.version(), errands.actor("education.handler2")))
        .isInstanceOfSatisfying(Conflict.class, conflict -> {
          assertThat(conflict.key()).isEqualTo("inbox.conflict.taken");
          assertThat(conflict.arguments()).containsExactly(errands.actor("education.handler").name());
        });
  }

  @Test
  void aStalePageChangesNothing() {
    var item = errands.open("education", "旧页面");
    verbs.claim(item.id(), item.version(), errands.actor("education.handler"));

    assertThatThrownBy(
        () -> verbs.transfer(item.id(), item.version(), "education.handler2", "轮休", errands.actor("education.leader")))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.key()).isEqualTo("inbox.conflict.changed"));
    assertThat(items.find(item.id()).orElseThrow().assignee()).contains("education.handler");
  }

  @Test
  void theLeaderSeesEverybodysLoadAndTransfers() {
    var item = errands.open("transport", "分派");
    var leader = errands.actor("transport.leader");
    start(item.caseId(), "handling", 10, Dates.today(clock).minusDays(40));
    var before = workList.load(leader);

    assertThat(verbs.candidates(List.of(item))).extracting(load -> load.account().id())
        .containsExactlyInAnyOrder("transport.handler", "transport.handler2");
    verbs.transfer(item.id(), item.version(), "transport.handler2", "轮休", leader);

    assertThat(waitsFor("transport.handler2", item)).isTrue();
    assertThat(acts(item.caseId()))
        .contains("item.transferred/transport.leader/{assignee=transport.handler2, reason=轮休}");
    var after = workList.load(leader);
    assertThat(after).isSortedAccordingTo(Comparator.comparingInt(Load::open));
    assertThat(of("transport.handler2", after).open() - of("transport.handler2", before).open()).isEqualTo(1);
    assertThat(of("transport.handler2", after).overdue() - of("transport.handler2", before).overdue()).isEqualTo(1);
    assertThat(of("transport.handler", after)).isEqualTo(of("transport.handler", before));
  }

  @Test
  void onlyTheHolderAndTheUnitsLeaderTransferAndOnlyToColleagues() {
    var item = errands.open("education", "不能乱给");

    assertThatThrownBy(
        () -> verbs.transfer(item.id(), item.version(), "education.handler2", "轮休", errands.actor("education.handler")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(
        () -> verbs.transfer(item.id(), item.version(), "education.handler2", "轮休", errands.actor("office.leader")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(
        () -> verbs.transfer(item.id(), item.version(), "health.handler", "轮休", errands.actor("education.leader")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("to"));
    assertThat(items.find(item.id()).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void nobodyReleasesWhatAColleagueHolds() {
    var item = errands.open("education", "别人的活");
    verbs.claim(item.id(), item.version(), errands.actor("education.handler"));

    assertThatThrownBy(() -> verbs.release(item.id(), item.version() + 1, errands.actor("education.handler2")))
        .isInstanceOf(NotYourTask.class);
  }

  @Test
  void theSecondToFinishLearnsWhoWasFirst() {
    var item = errands.open("education", "第二个人");
    var first = errands.actor("education.handler");
    processes.complete(item.id(), first, Facts.none());

    assertThatThrownBy(() -> processes.complete(item.id(), errands.actor("education.handler2"), Facts.none()))
        .isInstanceOfSatisfying(Conflict.class, conflict -> handledBy(conflict, first));
  }

  @Test
  void twoWhoFinishAtOnceHaveOneEffectAndOneIsTold() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var item = errands.open("education", "同时办结");
      var told = Race.between(() -> processes.complete(item.id(), errands.actor("education.handler"), Facts.none()),
          () -> processes.complete(item.id(), errands.actor("education.handler2"), Facts.none()));

      var done = items.find(item.id()).orElseThrow();
      assertThat(done.state()).isEqualTo(ItemState.DONE);
      assertThat(told).singleElement().isInstanceOfSatisfying(Conflict.class,
          conflict -> assertThat(conflict.arguments()).contains(done.finish().orElseThrow().name()));
      assertThat(acts(item.caseId())).filteredOn(act -> act.startsWith("item.completed")).hasSize(1);
    }
  }

  @Test
  void twoWhoClaimAtOnceHaveOneEffectAndOneIsTold() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var item = errands.open("education", "同时签收");
      var told = Race.between(() -> verbs.claim(item.id(), item.version(), errands.actor("education.handler")),
          () -> verbs.claim(item.id(), item.version(), errands.actor("education.handler2")));

      var holder = items.find(item.id()).orElseThrow().assignee().orElseThrow();
      assertThat(processes.task(item.id()).orElseThrow().assignee()).contains(holder);
      assertThat(told).singleElement().isInstanceOfSatisfying(Conflict.class,
          conflict -> assertThat(conflict.arguments()).contains(errands.actor(holder).name()));
      assertThat(acts(item.caseId())).filteredOn(act -> act.startsWith("item.assigned")).hasSize(1);
    }
  }

  @Test
  void aTransferAndAClaimAtOnceHaveOneEffectAndOneIsTold() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var item = errands.open("education", "一边转办一边签收");
      var told = Race.between(
          () -> verbs.transfer(item.id(), item.version(), "education.handler2", "轮休",
              errands.actor("education.leader")),
          () -> verbs.claim(item.id(), item.version(), errands.actor("education.handler")));

      var holder = items.find(item.id()).orElseThrow().assignee().orElseThrow();
      assertThat(processes.task(item.id()).orElseThrow().assignee()).contains(holder);
      assertThat(told).singleElement().isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.key())
          .isEqualTo(holder.equals("education.handler") ? "inbox.conflict.changed" : "inbox.conflict.taken"));
      assertThat(acts(item.caseId())).filteredOn(
          act -> act.startsWith("item.assigned") || act.startsWith("item.transferred")).hasSize(1);
    }
  }

  private static void handledBy(Conflict conflict, Actor actor) {
    assertThat(conflict.key()).endsWith(".conflict.handled");
    assertThat(conflict.arguments().get(0)).isEqualTo(actor.name());
  }

  private void start(CaseId id, String kind, int days, LocalDate on) {
    clocks.start(id, kind, new Term(days, TermUnit.DAY, "测试"), on, "xfj", errands.actor("officer"));
  }

  private static Load of(String account, List<Load> loads) {
    return loads.stream().filter(load -> load.account().id().equals(account)).findFirst().orElseThrow();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(ItemVerbsTests::act).toList();
  }

  private static String act(AuditEntry entry) {
    var hands = new TreeMap<>(entry.details());
    hands.keySet().retainAll(List.of("before", "assignee", "reason"));
    return entry.act() + "/" + entry.actorId() + "/" + hands;
  }

  /** The account holds it or may claim it. */
  private boolean waitsFor(String account, WorkItem item) {
    var actor = errands.actor(account);
    var now = items.find(item.id()).orElseThrow();
    return now.isOpen() && (now.isHeldBy(actor) || now.isFor(actor));
  }
}
