package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Returning and taking back in every shape of a model that has no legal effects: branches side by side, several units at
 * once, a process that is called. After each test every case must have an open item, and the list must be what the engine
 * says.
 */
@DeskTest
class ReturnShapesTests {

  private static final int ROUNDS = 6;

  Errands errands;
  Soundness soundness;
  @Autowired
  Returns returns;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkItems items;
  @Autowired
  Processes processes;
  @Autowired
  Jobs jobs;
  @Autowired
  Accounts accounts;
  private final Set<CaseId> over = new HashSet<>();

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
    soundness = beans.createBean(Soundness.class);
  }

  @AfterEach
  void noCaseIsLeftWithoutAnOpenItem() {
    soundness.check(over);
  }

  @Test
  void withinItsBranchAnItemIsReturnedAndTheOtherBranchesStay() {
    var id = planned("police", "health");
    complete(id, "user_survey");

    sendBack(id, "user_measure", "user_survey");

    assertThat(open(id)).containsExactly("user_consult", "user_consult", "user_survey", "user_write");
    assertThat(item(id, "user_survey").assignee()).contains("education.handler");
    finish(id);
  }

  @Test
  void nothingIsReturnedAcrossAForkWhileAnotherBranchIsAtWork() {
    var id = planned("police");

    refusedBeside(() -> sendBack(id, "user_survey", "user_plan"));
    refusedBeside(() -> sendBack(id, "user_consult", "user_plan"));
    refusedBeside(() -> sendBack(id, "user_write", "user_plan"));

    assertThat(open(id)).containsExactly("user_consult", "user_survey", "user_write");
    finish(id);
  }

  @Test
  void theLastBranchAtWorkIsReturnedToBeforeTheForkAndAllBeginAgain() {
    var id = planned("police");
    complete(id, "user_consult");
    complete(id, "user_write");
    complete(id, "user_seal");
    complete(id, "user_survey");

    sendBack(id, "user_measure", "user_plan");

    assertThat(open(id)).containsExactly("user_plan");
    complete(id, "user_plan");
    assertThat(open(id)).containsExactly("user_consult", "user_survey", "user_write");
    finish(id);
  }

  @Test
  void oneUnitOfSeveralDoesNotReturnWhatTheOthersStillWorkOn() {
    var id = planned("police", "health");
    complete(id, "user_survey");
    complete(id, "user_measure");
    complete(id, "user_write");
    complete(id, "user_seal");

    refusedBeside(() -> sendBack(id, "user_consult", "user_plan"));
    assertThat(open(id)).containsExactly("user_consult", "user_consult");

    complete(id, "user_consult");
    sendBack(id, "user_consult", "user_plan");

    assertThat(open(id)).containsExactly("user_plan");
    complete(id, "user_plan");
    assertThat(open(id)).containsExactly("user_consult", "user_consult", "user_survey", "user_write");
    finish(id);
  }

  @Test
  void withinACalledProcessAnItemIsReturnedThere() {
    var id = planned("police");
    complete(id, "user_write");

    sendBack(id, "user_seal", "user_write");

    assertThat(open(id)).containsExactly("user_consult", "user_survey", "user_write");
    assertThat(jobs.processes(id)).containsExactly("desk_branches", "desk_letter");
    finish(id);
  }

  @Test
  void outOfACalledProcessAnItemIsReturnedAndTheCalledProcessEnds() {
    var id = planned("police");
    complete(id, "user_survey");
    complete(id, "user_measure");
    complete(id, "user_consult");
    complete(id, "user_write");

    sendBack(id, "user_seal", "user_plan");

    assertThat(open(id)).containsExactly("user_plan");
    assertThat(jobs.processes(id)).containsExactly("desk_branches");
    finish(id);
  }

  @Test
  void fromBehindTheJoinOneStepIsTakenUpAgainAndTheOtherBranchesStayDone() {
    var id = gathered("police", "health");

    sendBack(id, "user_report", "user_survey");

    assertThat(open(id)).containsExactly("user_survey");
    complete(id, "user_survey");
    assertThat(open(id)).containsExactly("user_measure");
    complete(id, "user_measure");
    assertThat(open(id)).containsExactly("user_report");
    finish(id);
  }

  @Test
  void fromBehindTheJoinOneUnitIsAskedAgainAndTheOthersStayDone() {
    var id = gathered("police", "health");
    var report = item(id, "user_report");
    var health = returns.targets(report).stream().map(Returns.Target::step)
        .filter(step -> step.group().equals("handler@health")).findFirst().orElseThrow();

    returns.sendBack(report.id(), report.version(), health.id(), "请补充", actor(report));

    assertThat(open(id)).containsExactly("user_consult");
    assertThat(item(id, "user_consult").group()).isEqualTo("handler@health");
    complete(id, "user_consult");
    assertThat(open(id)).containsExactly("user_report");
    finish(id);
  }

  @Test
  void whatNobodyHasTouchedInAnyBranchIsTakenBackAsAWhole() {
    var id = planned("police", "health");

    withdraw(id, "user_plan");

    assertThat(open(id)).containsExactly("user_plan");
    assertThat(jobs.processes(id)).containsExactly("desk_branches");
    finish(id);
  }

  @Test
  void whatOneBranchHasTakenUpIsNotTakenBackFromAny() {
    var id = planned("police", "health");
    var letter = item(id, "user_write");
    verbs.claim(letter.id(), letter.version(), accounts.actor("education.handler2"));

    assertThatThrownBy(() -> withdraw(id, "user_plan")).isInstanceOfSatisfying(Conflict.class, conflict -> {
      assertThat(conflict.key()).isEqualTo("inbox.conflict.taken-up");
      assertThat(conflict.arguments()).containsExactly(accounts.name("education.handler2"));
    });
    assertThat(open(id)).containsExactly("user_consult", "user_consult", "user_survey", "user_write");
    finish(id);
  }

  @Test
  void whatWasSentOnWithinABranchIsTakenBackThere() {
    var id = planned("police");
    complete(id, "user_survey");
    complete(id, "user_consult");

    withdraw(id, "user_survey");

    assertThat(open(id)).containsExactly("user_survey", "user_write");
    finish(id);
  }

  @Test
  void whatWaitsAtTheJoinIsTakenBackWhileTheOthersWork() {
    var id = planned("police");
    complete(id, "user_survey");
    complete(id, "user_measure");
    complete(id, "user_consult");

    withdraw(id, "user_measure");

    assertThat(open(id)).containsExactly("user_measure", "user_write");
    complete(id, "user_write");
    complete(id, "user_seal");
    assertThat(open(id)).containsExactly("user_measure");
    finish(id);
  }

  @Test
  void whatOneUnitHasSaidIsTakenBackWhileTheOthersAreStillAsked() {
    var id = planned("police", "health");
    var said = item(id, "user_consult");
    complete(said);

    returns.withdraw(said.id(), actor(said));

    assertThat(open(id)).containsExactly("user_consult", "user_consult", "user_survey", "user_write");
    assertThat(processes.openTasks(id)).extracting(OpenTask::group).contains("handler@police", "handler@health");
    finish(id);
  }

  @Test
  void theLastStepOfACalledProcessThatIsOverIsNotTakenBack() {
    var id = planned("police");
    complete(id, "user_write");
    complete(id, "user_seal");

    assertThatThrownBy(() -> withdraw(id, "user_seal")).isInstanceOfSatisfying(Conflict.class,
        conflict -> assertThat(conflict.key()).isEqualTo("engine.conflict.gone-on"));
    assertThat(open(id)).containsExactly("user_consult", "user_survey");
    finish(id);
  }

  @Test
  void theLastToArriveIsTakenBackFromBehindTheJoin() {
    var id = planned("police");
    complete(id, "user_survey");
    complete(id, "user_measure");
    complete(id, "user_write");
    complete(id, "user_seal");
    complete(id, "user_consult");
    assertThat(open(id)).containsExactly("user_report");

    withdraw(id, "user_consult");

    assertThat(open(id)).containsExactly("user_consult");
    finish(id);
  }

  @Test
  void aReturnIsNotTakenBack() {
    var id = gathered("police");
    var report = item(id, "user_report");
    sendBack(id, "user_report", "user_survey");

    assertThatThrownBy(() -> returns.withdraw(report.id(), actor(report))).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.key()).isEqualTo("inbox.refused.returned"));
    finish(id);
  }

  @Test
  void takingBackABranchWhileTheLastOtherArrivesHasOneEffect() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var id = planned("police");
      complete(id, "user_write");
      complete(id, "user_seal");
      complete(id, "user_survey");
      complete(id, "user_measure");
      var measured = done(id, "user_measure");
      var consult = item(id, "user_consult");

      var told = Race.between(() -> returns.withdraw(measured.id(), actor(measured)), () -> complete(consult));

      assertThat(told).hasSizeLessThanOrEqualTo(1);
      // Both have their effect when the one was through before the other began; never is a branch lost.
      assertThat(open(id)).isIn(List.of("user_report"), List.of("user_measure"),
          List.of("user_consult", "user_measure"));
      finish(id);
    }
  }

  @Test
  void takingBackOneUnitsWordWhileTheLastOtherSpeaksHasOneEffect() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var id = planned("police", "health");
      var first = item(id, "user_consult");
      complete(first);
      var last = item(id, "user_consult");

      Race.between(() -> returns.withdraw(first.id(), actor(first)), () -> complete(last));

      finish(id);
    }
  }

  private CaseId planned(String... units) {
    var id = soundness.watch(errands.branches(units));
    complete(id, "user_plan");
    return id;
  }

  /** Every branch has arrived. */
  private CaseId gathered(String... units) {
    var id = planned(units);
    while (!open(id).equals(List.of("user_report"))) {
      complete(item(id, open(id).get(0)));
    }
    return id;
  }

  /** The rest of the way: whoever has something open does it, and the case comes to its end. */
  private void finish(CaseId id) {
    for (var steps = 0; !open(id).isEmpty(); steps++) {
      assertThat(steps).as("steps").isLessThan(20);
      complete(item(id, open(id).get(0)));
    }
    assertThat(jobs.processes(id)).isEmpty();
    over.add(id);
  }

  private void refusedBeside(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.key()).isEqualTo("engine.refused.beside"));
  }

  private void sendBack(CaseId id, String from, String to) {
    var item = item(id, from);
    var target = returns.targets(item).stream().map(Returns.Target::step).filter(step -> step.kind().equals(to))
        .findFirst().orElseThrow();
    returns.sendBack(item.id(), item.version(), target.id(), "请再办一次", actor(item));
  }

  private void withdraw(CaseId id, String key) {
    var item = done(id, key);
    returns.withdraw(item.id(), actor(item));
  }

  private void complete(CaseId id, String key) {
    complete(item(id, key));
  }

  private void complete(WorkItem item) {
    processes.complete(item.id(), actor(item), Facts.none());
  }

  /** The first handler of the unit whose work it is. */
  private Actor actor(WorkItem item) {
    return accounts.actor(item.assignee().orElse(item.unit() + ".handler"));
  }

  private WorkItem item(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).map(OpenTask::group).sorted()
        .findFirst().flatMap(group -> processes.openTasks(id).stream()
            .filter(task -> task.key().equals(key) && task.group().equals(group)).findFirst())
        .flatMap(task -> items.find(task.id())).orElseThrow();
  }

  private WorkItem done(CaseId id, String key) {
    return items.passed(id, Set.of(key)).get(0);
  }

  private List<String> open(CaseId id) {
    return processes.openTasks(id).stream().map(OpenTask::key).sorted().toList();
  }
}
