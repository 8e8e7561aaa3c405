package org.petitiondesk.dispute.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.dispute.DisputeMediation.AGREEMENT_PERFORMED;
import static org.petitiondesk.dispute.DisputeMediation.ARRANGED;
import static org.petitiondesk.dispute.DisputeMediation.COMMITTEE;
import static org.petitiondesk.dispute.DisputeMediation.CONSENTED;
import static org.petitiondesk.dispute.DisputeMediation.CONSENT_LAPSES_AT;
import static org.petitiondesk.dispute.DisputeMediation.CONSENT_REMIND_AT;
import static org.petitiondesk.dispute.DisputeMediation.CONSENT_SETTLED;
import static org.petitiondesk.dispute.DisputeMediation.DISPUTE_WITHDRAWN;
import static org.petitiondesk.dispute.DisputeMediation.END_BREACHED;
import static org.petitiondesk.dispute.DisputeMediation.END_CLOSED;
import static org.petitiondesk.dispute.DisputeMediation.END_DECLINED;
import static org.petitiondesk.dispute.DisputeMediation.END_FAILED;
import static org.petitiondesk.dispute.DisputeMediation.END_WITHDRAWN;
import static org.petitiondesk.dispute.DisputeMediation.FOLLOW_UP_BY;
import static org.petitiondesk.dispute.DisputeMediation.KEY;
import static org.petitiondesk.dispute.DisputeMediation.MEDIATOR;
import static org.petitiondesk.dispute.DisputeMediation.OTHER_NAMED;
import static org.petitiondesk.dispute.DisputeMediation.SESSION_AT;
import static org.petitiondesk.dispute.DisputeMediation.SESSION_RESULT;
import static org.petitiondesk.dispute.DisputeMediation.SIGNING_RESULT;
import static org.petitiondesk.dispute.DisputeMediation.TIMER_LAPSED;
import static org.petitiondesk.dispute.DisputeMediation.TIMER_SILENT;
import static org.petitiondesk.dispute.DisputeMediation.USER_ARRANGE;
import static org.petitiondesk.dispute.DisputeMediation.USER_ASSIGN;
import static org.petitiondesk.dispute.DisputeMediation.USER_CONSENT;
import static org.petitiondesk.dispute.DisputeMediation.USER_FOLLOW_UP;
import static org.petitiondesk.dispute.DisputeMediation.USER_HOLD;
import static org.petitiondesk.dispute.DisputeMediation.USER_NAME;
import static org.petitiondesk.dispute.DisputeMediation.USER_SIGN;
import static org.petitiondesk.dispute.DisputeMediation.USER_WATCH;
import static org.petitiondesk.dispute.DisputeMediation.USER_WRITE;
import static org.petitiondesk.dispute.DisputeMediation.WRITTEN;

import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/dispute/dispute_mediation.bpmn")
class DisputeMediationProcessTests {

  private static final DisputeSteps STEPS = mock(DisputeSteps.class);
  private static final String LATER = "2099-03-12T09:00+08:00";

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.ofEntries(
      Map.entry("askConsentDelegate", new AskConsentDelegate(STEPS)),
      Map.entry("remindSilentSideDelegate", new RemindSilentSideDelegate(STEPS)),
      Map.entry("declineMediationDelegate", new DeclineMediationDelegate(STEPS)),
      Map.entry("beginMediationDelegate", new BeginMediationDelegate(STEPS)),
      Map.entry("failMediationDelegate", new FailMediationDelegate(STEPS)),
      Map.entry("putInForceDelegate", new PutInForceDelegate(STEPS)),
      Map.entry("guideBreachDelegate", new GuideBreachDelegate(STEPS)),
      Map.entry("closeDisputeDelegate", new CloseDisputeDelegate(STEPS)),
      Map.entry("withdrawMediationDelegate", new WithdrawMediationDelegate(STEPS))));

  private final CaseId id = CaseId.next();

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
    given(STEPS.askConsent(any())).willReturn(CONSENT_REMIND_AT.with(LATER).with(CONSENT_LAPSES_AT, LATER));
  }

  @Test
  void aDisputeGoesFromTheConsentToTheVisit() {
    var instance = opened();
    assertThat(instance).isWaitingAt(USER_CONSENT);
    assertThat(task(instance)).hasCandidateGroup("mediator@liuyin").isNotAssigned();
    Assertions.assertThat(page(instance)).isEqualTo("disputes/{case}/consent?item={item}");

    complete(task(instance), CONSENTED.with(true).asMap());
    assertThat(instance).isWaitingAt(USER_ASSIGN);
    assertThat(task(instance)).hasCandidateGroup("leader@liuyin");

    complete(task(instance), MEDIATOR.with("mediator").asMap());
    then(STEPS).should().begin(id);
    assertThat(task(instance)).hasDefinitionKey(USER_ARRANGE).isAssignedTo("mediator");

    session(instance, "again");
    assertThat(instance).isWaitingAt(USER_ARRANGE);
    session(instance, "agreed");
    assertThat(instance).isWaitingAt(USER_WRITE);

    complete(task(instance), WRITTEN.with(true).asMap());
    assertThat(instance).isWaitingAt(USER_SIGN);
    complete(task(instance), SIGNING_RESULT.with("signed").asMap());
    then(STEPS).should().putInForce(id);
    assertThat(instance).isWaitingAt(USER_WATCH);

    send(AGREEMENT_PERFORMED, FOLLOW_UP_BY.with(LATER));
    assertThat(instance).isWaitingAt(USER_FOLLOW_UP);

    complete(task(instance));
    then(STEPS).should().close(id);
    assertThat(instance).isEnded().hasPassed(END_CLOSED);
  }

  @Test
  void aRefusalEndsItAlsoOnThePublicPage() {
    var instance = opened();

    send(CONSENT_SETTLED, CONSENTED.with(false));

    then(STEPS).should().decline(id);
    assertThat(instance).isEnded().hasPassed(END_DECLINED);
  }

  @Test
  void aSilentSideIsRemindedAndThenItEnds() {
    var instance = opened();

    execute(job(TIMER_SILENT, instance));
    then(STEPS).should().remindSilent(id);
    assertThat(instance).isWaitingAt(USER_CONSENT);

    execute(job(TIMER_LAPSED, instance));
    then(STEPS).should().decline(id);
    assertThat(instance).isEnded().hasPassed(END_DECLINED);
  }

  @Test
  void sidesWhoDoNotAgreeHearOfTheOtherWays() {
    var instance = mediated();

    session(instance, "failed");

    then(STEPS).should().fail(id);
    assertThat(instance).isEnded().hasPassed(END_FAILED);
  }

  @Test
  void aSideThatDoesNotSignTakesItBackToASessionOrToItsEnd() {
    var instance = mediated();
    session(instance, "agreed");
    complete(task(instance), WRITTEN.with(true).asMap());

    complete(task(instance), SIGNING_RESULT.with("again").asMap());
    assertThat(instance).isWaitingAt(USER_ARRANGE);

    session(instance, "agreed");
    complete(task(instance), WRITTEN.with(true).asMap());
    complete(task(instance), SIGNING_RESULT.with("failed").asMap());
    assertThat(instance).isEnded().hasPassed(END_FAILED);
  }

  @Test
  void anOralAgreementIsInForceAtOnceAndItsBreachIsTold() {
    var instance = mediated();
    session(instance, "agreed");

    complete(task(instance), WRITTEN.with(false).asMap());
    then(STEPS).should().putInForce(id);
    assertThat(instance).isWaitingAt(USER_WATCH);

    complete(task(instance));
    then(STEPS).should().guideBreach(id);
    assertThat(instance).isEnded().hasPassed(END_BREACHED);
  }

  @Test
  void aSideMayEndIt() {
    var instance = mediated();

    send(DISPUTE_WITHDRAWN, Facts.none());

    then(STEPS).should().withdraw(id);
    assertThat(instance).isEnded().hasPassed(END_WITHDRAWN);
  }

  @Test
  void aSideThatNobodyHasNamedIsAskedOnceItIs() {
    var instance = opened(false);
    assertThat(instance).isWaitingAt(USER_NAME);
    then(STEPS).shouldHaveNoInteractions();

    complete(task(instance));
    then(STEPS).should().askConsent(id);
    assertThat(instance).isWaitingAt(USER_CONSENT);
  }

  @Test
  void aMediatorMayGiveUpInsteadOfArrangingAnotherSession() {
    var instance = mediated();

    complete(task(instance), ARRANGED.with(false).asMap());

    then(STEPS).should().fail(id);
    assertThat(instance).isEnded().hasPassed(END_FAILED);
  }

  private ProcessInstance opened() {
    return opened(true);
  }

  private ProcessInstance opened(boolean otherNamed) {
    return runtimeService().startProcessInstanceByKey(KEY, id.toString(),
        COMMITTEE.with("liuyin").with(MEDIATOR, "").with(OTHER_NAMED, otherNamed).asMap());
  }

  private ProcessInstance mediated() {
    var instance = opened();
    send(CONSENT_SETTLED, CONSENTED.with(true));
    complete(task(instance), MEDIATOR.with("mediator").asMap());
    return instance;
  }

  private static void session(ProcessInstance instance, String result) {
    complete(task(instance), ARRANGED.with(true).with(SESSION_AT, LATER).asMap());
    assertThat(task(instance)).hasDefinitionKey(USER_HOLD);
    complete(task(instance), SESSION_RESULT.with(result).asMap());
  }

  private void send(String message, Facts facts) {
    runtimeService().createMessageCorrelation(message).processInstanceBusinessKey(id.toString())
        .setVariables(facts.asMap()).correlate();
  }

  private static String page(ProcessInstance instance) {
    return formService().getTaskFormData(task(instance).getId()).getFormKey();
  }
}
