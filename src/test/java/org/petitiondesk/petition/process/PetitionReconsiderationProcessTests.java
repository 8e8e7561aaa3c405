package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.petitiondesk.petition.PetitionReconsideration.*;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ReconsiderationSteps;

/** Reconsideration and final review, from the request to each of its ends. */
@Deployment(resources = PetitionModels.FOLDER + "petition_reconsideration.bpmn")
class PetitionReconsiderationProcessTests {

  private static final ReconsiderationSteps STEPS = mock(ReconsiderationSteps.class);
  private static final String REVIEWER_ACCOUNT = "review.reviewer";

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE = ModelEngine.with(PetitionModels.delegates(STEPS));

  private final CaseId id = CaseId.next();

  @BeforeEach
  void init() {
    ModelEngine.init(ENGINE);
    reset(STEPS);
  }

  @Test
  void aRequestWaitsForAReviewerOfTheBody() {
    var instance = asked("");

    assertThat(instance).isWaitingAtExactly(USER_ADMIT);
    assertThat(task(instance)).hasCandidateGroup("reviewer@linjiang-review").isNotAssigned();
  }

  @Test
  void aRequestThatIsNotLetInEndsWithItsLetter() {
    var instance = asked("");

    complete(task(instance), ADMITTED.with(false).with(REVIEWER, REVIEWER_ACCOUNT).asMap());

    assertThat(instance).isEnded().hasPassed(SERVICE_REFUSE, END_REFUSED);
    then(STEPS).should().refuse(id);
    then(STEPS).should(never()).admit(id);
  }

  @Test
  void whoLetTheRequestInExaminesItAndTheLeaderOfTheBodyDecides() {
    var instance = admitted();

    assertThat(task(instance)).isAssignedTo(REVIEWER_ACCOUNT);
    complete(task(instance), HEARING_WANTED.with(false).asMap());
    assertThat(instance).isWaitingAtExactly(USER_APPROVE);
    assertThat(task(instance)).hasCandidateGroup("leader@linjiang-review").isNotAssigned();
  }

  @Test
  void anApprovedOpinionIsIssuedDeliveredAndRecorded() {
    var instance = issued();

    assertThat(instance).isWaitingAtExactly(GW_AWAIT_DELIVERY);
    message(OPINION_DELIVERED);

    assertThat(instance).isEnded().hasPassed(SERVICE_RECORD, END_DELIVERED);
    then(STEPS).should().issue(id);
    then(STEPS).should().record(id);
  }

  @Test
  void aReturnedDraftIsWrittenAnew() {
    var instance = drafted();

    complete(task(instance), OPINION_APPROVED.with(false).asMap());

    assertThat(instance).isWaitingAtExactly(USER_EXAMINE);
    then(STEPS).should(never()).issue(id);
  }

  @Test
  void aHearingIsApprovedHeldAndLeadsBackToTheExamination() {
    var instance = admitted();
    complete(task(instance), HEARING_WANTED.with(true).asMap());

    assertThat(task(instance)).hasCandidateGroup("leader@linjiang-review");
    complete(task(instance), HEARING_APPROVED.with(true).asMap());
    assertThat(instance).isWaitingAtExactly(USER_RECORD_HEARING).hasPassed(SERVICE_CALL_HEARING);
    then(STEPS).should().callHearing(id);
    then(STEPS).should(never()).endHearing(id);
    complete(task(instance));

    assertThat(instance).isWaitingAtExactly(USER_EXAMINE);
    then(STEPS).should().endHearing(id);
  }

  @Test
  void aRequestThatIsTakenBackLeavesNothingOpen() {
    var instance = drafted();

    message(RECONSIDERATION_WITHDRAWN);

    assertThat(instance).isEnded().hasPassed(SERVICE_WITHDRAW, END_WITHDRAWN);
    then(STEPS).should().withdraw(id);
  }

  @Test
  void aHearingThatIsNotApprovedLeadsBackToTheExaminationAndNothingIsPaused() {
    var instance = admitted();
    complete(task(instance), HEARING_WANTED.with(true).asMap());

    complete(task(instance), HEARING_APPROVED.with(false).asMap());

    assertThat(instance).isWaitingAtExactly(USER_EXAMINE);
    then(STEPS).should(never()).callHearing(id);
  }

  @Test
  void anOpinionThatCanNotBeDeliveredGoesAnotherWay() {
    var instance = issued();

    message(OPINION_UNDELIVERABLE);
    assertThat(task(instance)).hasDefinitionKey(USER_CHANGE_DELIVERY).isAssignedTo(REVIEWER_ACCOUNT);
    complete(task(instance));
    message(OPINION_DELIVERED);

    assertThat(instance).isEnded();
    then(STEPS).should(times(2)).issue(id);
  }

  @Test
  void aRequestThatWasLetInBeforeBeginsAgainWithItsReviewer() {
    var instance = asked(REVIEWER_ACCOUNT);

    assertThat(instance).isWaitingAtExactly(USER_EXAMINE);
    assertThat(task(instance)).isAssignedTo(REVIEWER_ACCOUNT);
    then(STEPS).should(never()).admit(id);
  }

  private ProcessInstance asked(String reviewer) {
    return PetitionModels.start(KEY, id, REVIEW_BODY.with("linjiang-review").with(REVIEWER, reviewer));
  }

  private ProcessInstance admitted() {
    var instance = asked("");
    complete(task(instance), ADMITTED.with(true).with(REVIEWER, REVIEWER_ACCOUNT).asMap());
    assertThat(instance).isWaitingAtExactly(USER_EXAMINE);
    return instance;
  }

  private ProcessInstance drafted() {
    var instance = admitted();
    complete(task(instance), HEARING_WANTED.with(false).asMap());
    return instance;
  }

  private ProcessInstance issued() {
    var instance = drafted();
    complete(task(instance), OPINION_APPROVED.with(true).asMap());
    return instance;
  }

  private void message(String name) {
    runtimeService().createMessageCorrelation(name).processInstanceBusinessKey(id.toString()).correlate();
  }
}
