package org.petitiondesk.accountability.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.petitiondesk.accountability.AccountabilityReview.KEY;
import static org.petitiondesk.accountability.AccountabilityReview.REVIEW_ID;
import static org.petitiondesk.accountability.AccountabilityReview.TIMER_STATEMENT_LAPSED;
import static org.petitiondesk.accountability.AccountabilityReview.TRACK_REOPENED;
import static org.petitiondesk.accountability.AccountabilityReview.USER_CLAIM;
import static org.petitiondesk.accountability.AccountabilityReview.USER_JUDGE;
import static org.petitiondesk.accountability.AccountabilityReview.USER_NAME_PANEL;
import static org.petitiondesk.accountability.AccountabilityReview.USER_SIGN;
import static org.petitiondesk.accountability.AccountabilityReview.USER_SIGN_LIMITATION;
import static org.petitiondesk.accountability.AccountabilityReview.USER_STATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewRecord;
import org.petitiondesk.accountability.ReviewState;
import org.petitiondesk.accountability.ReviewSteps;
import org.petitiondesk.accountability.ReviewTrack;
import org.petitiondesk.accountability.ReviewTrack.Phase;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;

@Deployment(resources = "processes/accountability/accountability_review.bpmn")
class AccountabilityReviewProcessTests {

  private static final ReviewRecord RECORD = mock(ReviewRecord.class);
  private static final ReviewSteps STEPS = mock(ReviewSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("reviewFacts", new ReviewFacts(RECORD),
      "endReviewDelegate", new EndReviewDelegate(STEPS), "lapseStatementsDelegate",
      new LapseStatementsDelegate(STEPS)));

  private final ReviewId id = new ReviewId(UUID.randomUUID());

  /** The record, as the services would write it. */
  private final EnumSet<Track> open = EnumSet.allOf(Track.class);
  private boolean panel;
  private boolean limiting;
  private boolean signed;
  private List<String> toHear = List.of();
  private boolean ended;
  private EnumSet<Track> openAtTheEnd;

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    given(RECORD.get(id)).willReturn(new Review(id, new CaseId(UUID.randomUUID()), "housing", "leader@xfj",
        Trigger.OVERDUE, "", "", "system", Instant.EPOCH, new LetterText("", "审1", ""), ReviewState.OPEN, ""));
    given(RECORD.hasPanel(id)).willAnswer(call -> panel);
    given(RECORD.chair(id)).willReturn(Optional.of("office.leader"));
    given(RECORD.isLimiting(id)).willAnswer(call -> limiting);
    given(RECORD.isSigned(id)).willAnswer(call -> signed);
    given(RECORD.openTracks(id)).willAnswer(call -> List.copyOf(open));
    given(RECORD.claimers(any(), any())).willReturn(new Group(Role.LEADER, "housing"));
    given(RECORD.track(any(), any())).willAnswer(call -> new ReviewTrack(call.getArgument(1), true, Phase.CLAIM,
        Instant.EPOCH, Optional.of(LocalDate.of(2099, 3, 6)), Optional.of("reviewer")));
    given(RECORD.reviewer(any(), any())).willReturn(Optional.of("reviewer"));
    given(RECORD.toHear(id)).willAnswer(call -> toHear);
    given(RECORD.statementsUntil(id)).willReturn(LocalDate.of(2099, 3, 2));
    willAnswer(call -> {
      toHear = List.of();
      return null;
    }).given(STEPS).lapseStatements(id);
    willAnswer(call -> {
      ended = true;
      openAtTheEnd = EnumSet.copyOf(open.isEmpty() ? EnumSet.noneOf(Track.class) : open);
      return null;
    }).given(STEPS).end(id);
  }

  @Test
  void fourTracksAreClaimedAndJudgedAndThenTheChairSigns() {
    var instance = started();
    var naming = only(instance, USER_NAME_PANEL);
    assertThat(page(naming)).isEqualTo("reviews/" + id + "/panel?item={item}");

    complete(naming);
    assertThat(tasks(instance, USER_CLAIM)).hasSize(4).extracting(this::page)
        .contains("reviews/" + id + "/CAUSE/claim?item={item}", "reviews/" + id + "/LESSON/claim?item={item}");
    tasks(instance, USER_CLAIM).forEach(this::complete);
    assertThat(tasks(instance, USER_JUDGE)).hasSize(4).extracting(Task::getAssignee).containsOnly("reviewer");
    List.of(Track.values()).forEach(track -> pass(instance, track));

    var signing = only(instance, USER_SIGN);
    assertThat(signing.getAssignee()).isEqualTo("office.leader");
    signed = true;
    complete(signing);

    assertThat(ended).isTrue();
    assertThat(isRunning(instance)).isFalse();
  }

  @Test
  void whatIsNotLetGoIsClaimedAgainUntilItHasPassed() {
    panel = true;
    open.retainAll(EnumSet.of(Track.CAUSE));
    var instance = started();

    complete(only(instance, USER_CLAIM));
    complete(only(instance, USER_JUDGE));
    complete(only(instance, USER_CLAIM));
    pass(instance, Track.CAUSE);

    only(instance, USER_SIGN);
  }

  @Test
  void aLimitationWaitsForItsSecondSignature() {
    var instance = started();
    limiting = true;
    complete(only(instance, USER_NAME_PANEL));

    var signature = only(instance, USER_SIGN_LIMITATION);
    assertThat(signature.getAssignee()).isEqualTo("office.leader");
    limiting = false;
    open.removeAll(EnumSet.of(Track.RESPONSIBILITY, Track.LESSON));
    complete(signature);

    assertThat(tasks(instance, USER_CLAIM)).hasSize(2);
  }

  @Test
  void peopleAreHeardBeforeAnythingIsDecidedAndTheirDayMayPass() {
    panel = true;
    open.retainAll(EnumSet.of(Track.RESPONSIBILITY));
    var instance = started();
    toHear = List.of("housing.handler", "housing.handler2");
    complete(only(instance, USER_CLAIM));
    assertThat(tasks(instance, USER_STATE)).extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("housing.handler", "housing.handler2");

    complete(tasks(instance, USER_STATE).get(0));
    execute(job(TIMER_STATEMENT_LAPSED, instance));
    assertThat(tasks(instance, USER_STATE)).isEmpty();

    toHear = List.of("housing.leader");
    complete(only(instance, USER_CLAIM));
    toHear = List.of();
    complete(only(instance, USER_STATE));
    complete(only(instance, USER_CLAIM));
    only(instance, USER_JUDGE);
  }

  @Test
  void oneTrackIsOpenedAgainAlone() {
    panel = true;
    open.retainAll(EnumSet.of(Track.CAUSE, Track.LESSON));
    var instance = started();
    claimAndPass(instance, Track.CAUSE);
    open.add(Track.RECTIFICATION);
    claimAndPass(instance, Track.LESSON);
    assertThat(page(only(instance, USER_CLAIM))).contains("RECTIFICATION");
    claimAndPass(instance, Track.RECTIFICATION);

    open.add(Track.LESSON);
    complete(only(instance, USER_SIGN));
    claimAndPass(instance, Track.LESSON);

    only(instance, USER_SIGN);
    open.add(Track.RECTIFICATION);
    runtimeService().createMessageCorrelation(TRACK_REOPENED).processInstanceId(instance.getId()).correlate();
    assertThat(tasks(instance, USER_SIGN)).isEmpty();
    claimAndPass(instance, Track.RECTIFICATION);
    only(instance, USER_SIGN);
  }

  /** Whatever people do in whatever order, the end is never reached while the record has an open track. */
  @Test
  void noOrderOfActsReachesTheEndWhileATrackIsOpen() {
    for (var seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      panel = random.nextBoolean();
      limiting = random.nextBoolean();
      signed = false;
      ended = false;
      toHear = List.of();
      open.clear();
      EnumSet.allOf(Track.class).stream().filter(track -> random.nextInt(4) > 0).forEach(open::add);
      var instance = started();
      for (var act = 0; act < 80 && isRunning(instance); act++) {
        var tasks = taskService().createTaskQuery().processInstanceId(instance.getId()).list();
        assertThat(tasks).as("seed %s: somebody has the word", seed).isNotEmpty();
        actAtRandom(instance, tasks.get(random.nextInt(tasks.size())), random);
        assertThat(ended).as("seed %s", seed).isEqualTo(!isRunning(instance));
      }
      if (ended) {
        assertThat(openAtTheEnd).as("seed %s", seed).isEmpty();
      }
    }
  }

  private void actAtRandom(ProcessInstance instance, Task task, Random random) {
    var track = Track.values()[random.nextInt(4)];
    switch (task.getTaskDefinitionKey()) {
      case USER_SIGN_LIMITATION -> limiting = false;
      case USER_CLAIM -> toHear = page(task).contains("RESPONSIBILITY") && random.nextInt(4) == 0
          ? List.of("somebody")
          : List.of();
      case USER_STATE -> toHear = List.of();
      case USER_JUDGE -> {
        if (random.nextInt(3) > 0) {
          open.remove(trackOf(task));
        }
        // A failed return visit, at any moment.
        if (random.nextInt(6) == 0 && !trackOf(task).equals(track)) {
          open.add(track);
        }
      }
      case USER_SIGN -> {
        if (random.nextInt(3) == 0) {
          open.add(track);
        } else {
          signed = open.isEmpty();
        }
      }
      default -> panel = true;
    }
    complete(task);
  }

  private void claimAndPass(ProcessInstance instance, Track track) {
    complete(tasks(instance, USER_CLAIM).stream().filter(task -> page(task).contains(track.name())).findFirst()
        .orElseThrow());
    pass(instance, track);
  }

  private void pass(ProcessInstance instance, Track track) {
    var task = tasks(instance, USER_JUDGE).stream().filter(each -> trackOf(each) == track).findFirst().orElseThrow();
    open.remove(track);
    complete(task);
  }

  private ProcessInstance started() {
    return runtimeService().startProcessInstanceByKey(KEY, UUID.randomUUID().toString(),
        REVIEW_ID.with(id.toString()).asMap());
  }

  private Task only(ProcessInstance instance, String key) {
    assertThat(tasks(instance, key)).as(key).hasSize(1);
    return tasks(instance, key).get(0);
  }

  private static List<Task> tasks(ProcessInstance instance, String key) {
    return taskService().createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(key)
        .initializeFormKeys().list();
  }

  private Track trackOf(Task task) {
    return Track.valueOf(page(task).split("/")[2]);
  }

  private String page(Task task) {
    return engine.getProcessEngine().getFormService().getTaskFormData(task.getId()).getFormKey();
  }

  private void complete(Task task) {
    taskService().complete(task.getId());
  }

  private boolean isRunning(ProcessInstance instance) {
    return runtimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count() > 0;
  }
}
