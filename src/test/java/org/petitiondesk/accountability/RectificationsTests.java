package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_CARRY_OUT;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_DIRECT;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_INSPECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.accountability.RectificationService.Direction;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.DueClocks;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.springframework.beans.factory.annotation.Autowired;

/** A rectification from the notice to its acceptance, and what is refused on the way. */
@DeskTest
class RectificationsTests {

  private static final String UNIT = SupervisedCases.UNIT;
  private static final String HANDLER = UNIT + ".handler";

  @Autowired
  Rectifications rectifications;
  @Autowired
  RectificationService service;
  @Autowired
  RectificationCancellations cancellations;
  @Autowired
  CaseReviews reviews;
  @Autowired
  RectificationRegister register;
  @Autowired
  RectifiedCases desk;
  @Autowired
  SupervisedCases led;
  @Autowired
  CaseFiles cases;
  @Autowired
  Clocks clocks;
  @Autowired
  DueClocks dueClocks;
  @Autowired
  Units units;
  @Autowired
  Processes processes;
  @Autowired
  AuditTrail audit;
  @Autowired
  MovableClock clock;

  @Test
  void aClockThatRunsToADayOffIsNotStartedAgain() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = led.led(UNIT);
    var saturday = Optional.of(new DueClocks.Goal(LocalDate.of(2026, 3, 14), "xfj"));
    dueClocks.follow(caseId, RectificationClocks.CARRYING_OUT, saturday, Actor.SYSTEM);
    var running = runningClock(caseId, RectificationClocks.CARRYING_OUT);

    dueClocks.follow(caseId, RectificationClocks.CARRYING_OUT, saturday, Actor.SYSTEM);

    assertThat(running.due().on()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(runningClock(caseId, RectificationClocks.CARRYING_OUT).id()).isEqualTo(running.id());
    dueClocks.follow(caseId, RectificationClocks.CARRYING_OUT, Optional.empty(), Actor.SYSTEM);
  }

  @Test
  void eachMeasureIsCarriedOutInspectedByTheOfficeAndTheCaseIsHeldUntilTheLast() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = led.led(UNIT);
    var id = desk.order(caseId, 14, 7);
    var ordered = desk.get(id);
    assertThat(ordered.number()).matches("临信整〔2026〕\\d+号");
    assertThat(ordered.notice().body()).startsWith("区教育局：").contains("占道的物品没有清理", "2．清理占道的物品", "2026年3月9日");
    assertThat(runningClock(caseId, RectificationClocks.CARRYING_OUT).due().on()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(desk.item(id, 2, USER_CARRY_OUT).assignee()).contains(HANDLER);

    desk.accept(id, 2);
    assertThat(runningClock(caseId, RectificationClocks.CARRYING_OUT).due().on()).isEqualTo(LocalDate.of(2026, 3, 16));
    cases.close(caseId, ClosingState.SOLVED, Actor.SYSTEM);
    clocks.stopAll(caseId, desk.today(), Actor.SYSTEM);
    assertThat(cases.get(caseId).filed()).isFalse();
    assertThat(cases.holds(cases.get(caseId))).extracting(hold -> hold.page()).containsExactly("/rectifications/" + id);

    desk.complete(id, 1);
    var inspection = runningClock(caseId, RectificationClocks.INSPECTION);
    assertThat(inspection.unit()).isEqualTo("xfj");
    assertThat(inspection.due().on()).isEqualTo(LocalDate.of(2026, 3, 9));
    service.accept(desk.item(id, 1, USER_INSPECT).id(), "现场干净", desk.today(), RectifiedCases.file("现场.txt"),
        desk.actor("officer"));

    var done = desk.get(id);
    assertThat(done.state()).isEqualTo(RectificationState.DONE);
    assertThat(done.measure(1).orElseThrow().steps()).extracting(RectificationStep::kind)
        .containsExactly(RectificationStep.Kind.COMPLETED, RectificationStep.Kind.ACCEPTED);
    assertThat(done.measure(1).orElseThrow().steps().get(0).proofs()).extracting(RectificationStep.Proof::shows)
        .containsExactlyInAnyOrder(RectificationStep.Shows.BEFORE, RectificationStep.Shows.AFTER);
    assertThat(clocks.of(caseId)).noneMatch(ClockState::running);
    assertThat(cases.get(caseId).filed()).isTrue();
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("rectification.opened",
        "rectification.completed", "rectification.accepted", "rectification.done", "case.filed");
  }

  @Test
  void whatWasOrderedByMistakeIsTakenBackByTwoPeopleAndHoldsTheCaseNoMore() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = led.led(UNIT);
    var id = desk.order(caseId, 14, 7);
    desk.accept(id, 2);
    cases.close(caseId, ClosingState.SOLVED, Actor.SYSTEM);
    clocks.stopAll(caseId, desk.today(), Actor.SYSTEM);
    var officer = desk.actor("officer");
    assertThatThrownBy(() -> cancellations.propose(id, "发错单位", desk.actor(UNIT + ".leader")))
        .isInstanceOf(Forbidden.class);
    refused("reason", () -> cancellations.propose(id, " ", officer));

    cancellations.propose(id, "应当发给街道", officer);
    var item = item(caseId, AccountabilityCancellation.USER_COUNTERSIGN);
    assertThat(item.group()).isEqualTo("leader@xfj");
    assertThatThrownBy(() -> cancellations.propose(id, "再来一次", officer)).isInstanceOf(Conflict.class);
    assertThat(cases.get(caseId).filed()).isFalse();

    cancellations.decide(item.id(), true, "属实", desk.actor("office.leader"));

    assertThat(desk.get(id).state()).isEqualTo(RectificationState.CANCELLED);
    assertThat(desk.get(id).measures()).extracting(Measure::state).containsExactly(Measure.State.CANCELLED,
        Measure.State.ACCEPTED);
    assertThat(processes.openTasks(caseId)).noneMatch(task -> task.form().startsWith("rectifications/"));
    assertThat(clocks.of(caseId)).noneMatch(ClockState::running);
    assertThat(cases.get(caseId).filed()).isTrue();
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsSubsequence("rectification.cancellation-proposed",
        "rectification.cancelled", "case.filed");
  }

  @Test
  void aReviewIsNotGotAroundByTakingItsRectificationBack() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = led.led(UNIT);
    var id = desk.order(caseId, 7);
    cancellations.propose(id, "应当发给街道", desk.actor("officer"));
    var leader = desk.actor("office.leader");
    reviews.open(caseId, "群众反映强烈", leader);

    var item = item(caseId, AccountabilityCancellation.USER_COUNTERSIGN).id();
    assertThatThrownBy(() -> cancellations.decide(item, true, "属实", leader)).isInstanceOf(Conflict.class)
        .hasMessageContaining("conflict.review");
    assertThat(desk.get(id).isOpen()).isTrue();
    assertThat(cancellations.mayPropose(desk.get(id), leader)).isFalse();

    desk.accept(id, 1);
    assertThat(processes.openTasks(caseId)).noneMatch(task -> task.id().equals(item));
    assertThat(cancellations.of(id)).singleElement().satisfies(moot -> assertThat(moot.isOpen()).isFalse());
  }

  private OpenTask item(CaseId caseId, String key) {
    return processes.openTasks(caseId).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void whatIsSentBackTwiceGoesToTheLeaderAboveWhoGivesItToSomebodyElse() {
    var unit = led.unitBelow(UNIT);
    var caseId = led.led(unit);
    var id = rectifications.open(caseId, unit,
        List.of(new NewMeasure("装护栏", unit + ".handler", desk.today().plusDays(5), "照片")), "没有护栏",
        desk.actor("officer"));
    desk.sendBack(id, 1);
    assertThat(desk.item(id, 1, USER_CARRY_OUT).assignee()).contains(unit + ".handler");
    desk.sendBack(id, 1);

    var item = desk.item(id, 1, USER_DIRECT);
    assertThat(item.group()).isEqualTo("leader@" + UNIT);
    assertThat(rectifications.light(desk.get(id))).isEqualTo(RectificationLight.DIRECTION);
    var leader = desk.actor(UNIT + ".leader");
    assertThatThrownBy(
        () -> service.direct(item.id(), Direction.OTHER_OWNER, "换人", unit + ".handler", desk.today(), leader))
        .isInstanceOf(Refused.class);
    service.direct(item.id(), Direction.GO_ON, "三天内完成", "", desk.today().plusDays(3), leader);
    desk.sendBack(id, 1);

    assertThat(desk.item(id, 1, USER_DIRECT).group()).isEqualTo("leader@xfj");
    led.fire(caseId, AccountabilityRectification.TIMER_DIRECTION_OVERDUE);
    assertThat(desk.item(id, 1, USER_CARRY_OUT).assignee()).contains(unit + ".handler");
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("rectification.raised",
        "rectification.directed");
  }

  @Test
  void nobodyInspectsTheirOwnMeasureOrTheirOwnHouse() {
    var caseId = led.led(UNIT);
    var id = desk.order(caseId, 5);
    desk.complete(id, 1);
    var item = desk.item(id, 1, USER_INSPECT).id();

    for (var account : List.of(HANDLER, UNIT + ".leader")) {
      processes.transfer(item, account, "", Actor.SYSTEM);
      assertThatThrownBy(() -> service.accept(item, "好了", desk.today(), List.of(), desk.actor(account)))
          .isInstanceOf(Forbidden.class);
    }
    processes.transfer(item, "officer2", "", Actor.SYSTEM);
    service.accept(item, "好了", desk.today(), List.of(), desk.actor("officer2"));
    assertThat(desk.get(id).state()).isEqualTo(RectificationState.DONE);
    assertThatThrownBy(() -> service.accept(item, "好了", desk.today(), List.of(), desk.actor("officer2")))
        .isInstanceOf(DeskException.class);
  }

  @Test
  void badInputGetsASentenceAtItsFieldAndChangesNothing() {
    var caseId = led.led(UNIT);
    var officer = desk.actor("officer");
    var good = new NewMeasure("清理", HANDLER, desk.today(), "照片");

    refused("unit", () -> open(caseId, "housing", good, "原因", officer));
    refused("reason", () -> open(caseId, UNIT, good, " ", officer));
    refused("measures", () -> rectifications.open(caseId, UNIT, List.of(), "原因", officer));
    refused("measures[0].text",
        () -> open(caseId, UNIT, new NewMeasure("", HANDLER, desk.today(), "照片"), "原因", officer));
    refused("measures[0].owner",
        () -> open(caseId, UNIT, new NewMeasure("清理", "officer", desk.today(), "照片"), "原因", officer));
    refused("measures[0].dueOn",
        () -> open(caseId, UNIT, new NewMeasure("清理", HANDLER, desk.today().minusDays(1), "照片"), "原因", officer));
    refused("measures[0].dueOn", () -> open(caseId, UNIT, new NewMeasure("清理", HANDLER, null, "照片"), "原因", officer));
    refused("measures[0].proof",
        () -> open(caseId, UNIT, new NewMeasure("清理", HANDLER, desk.today(), ""), "原因", officer));
    assertThat(rectifications.of(caseId, officer)).isEmpty();
    assertThat(processes.openTasks(caseId)).isEmpty();

    var id = desk.order(caseId, 5);
    var handler = desk.actor(HANDLER);
    var work = desk.item(id, 1, USER_CARRY_OUT).id();
    var file = RectifiedCases.file("照片.txt");
    refused("words", () -> service.complete(work, "", file, file, handler));
    refused("before", () -> service.complete(work, "好了", List.of(), file, handler));
    refused("after", () -> service.complete(work, "好了", file, List.of(), handler));
    assertThatThrownBy(() -> service.complete(work, "好了", file, file, desk.actor("housing.handler")))
        .isInstanceOf(DeskException.class);
    service.complete(work, "好了", file, file, handler);
    var inspect = desk.item(id, 1, USER_INSPECT).id();
    refused("words", () -> service.accept(inspect, "", desk.today(), List.of(), officer));
    refused("on", () -> service.accept(inspect, "好", desk.today().plusDays(1), List.of(), officer));
    refused("on", () -> service.accept(inspect, "好", desk.today().minusDays(1), List.of(), officer));
    refused("dueOn",
        () -> service.sendBack(inspect, "不好", desk.today(), desk.today().minusDays(1), List.of(), officer));
    assertThat(desk.get(id).measure(1).orElseThrow().steps()).hasSize(1);
    assertThat(units.obstacles(UNIT)).extracting(Units.Obstacle::sentence)
        .contains("accountability.open-rectifications");
  }

  @Test
  void theRegisterShowsOnlyWhatTheReaderMaySeeByLightAndWords() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = led.led(UNIT, "门前的水坑");
    var id = desk.order(caseId, 1);
    var hidden = led.report(UNIT, Optional.of(HANDLER));
    rectifications.open(hidden, UNIT,
        List.of(new NewMeasure("退还收费", HANDLER, desk.today().plusDays(5), "凭证")), "乱收费", desk.actor("office.leader"));

    assertThat(found("门前的水坑", Optional.empty(), "officer")).containsExactly(id);
    assertThat(found("门前的水坑", Optional.of(RectificationLight.SOON), "officer")).containsExactly(id);
    assertThat(found("门前的水坑", Optional.empty(), "housing.handler")).isEmpty();
    assertThat(found("乱收费", Optional.empty(), "officer")).isEmpty();
    assertThat(found("乱收费", Optional.empty(), "office.leader")).hasSize(1);
    assertThatThrownBy(() -> rectifications.get(id, desk.actor("housing.handler"))).isInstanceOf(NotFound.class);
    clock.setTo(Instant.parse("2026-03-04T02:00:00Z"));
    assertThat(found("门前的水坑", Optional.of(RectificationLight.LATE), "officer")).containsExactly(id);
    assertThat(register.export(query("门前的水坑", Optional.empty()), desk.actor("officer"), 10)).hasSize(1);
    assertThat(audit.of(AuditTrail.HOUSE)).extracting(AuditEntry::act).contains("rectification.exported");
  }

  private List<RectificationId> found(String text, Optional<RectificationLight> light, String account) {
    return register.find(query(text, light), desk.actor(account), Optional.empty()).rows().stream()
        .map(row -> row.rectification().id()).toList();
  }

  private static RectificationQuery query(String text, Optional<RectificationLight> light) {
    return new RectificationQuery(Optional.of(text), Optional.empty(), light, Optional.empty(), Optional.empty());
  }

  private void open(CaseId caseId, String unit, NewMeasure measure, String reason, Actor actor) {
    rectifications.open(caseId, unit, List.of(measure), reason, actor);
  }

  private static void refused(String field, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private ClockState runningClock(CaseId caseId, String kind) {
    return clocks.of(caseId).stream().filter(state -> state.running() && state.kind().equals(kind)).findFirst()
        .orElseThrow();
  }
}
