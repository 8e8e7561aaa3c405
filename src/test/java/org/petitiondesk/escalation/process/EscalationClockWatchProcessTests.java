package org.petitiondesk.escalation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.escalation.EscalationClockWatch.ALARM_AT;
import static org.petitiondesk.escalation.EscalationClockWatch.CATCH_CLOCK_CHANGED;
import static org.petitiondesk.escalation.EscalationClockWatch.CATCH_CLOCK_GOES_ON;
import static org.petitiondesk.escalation.EscalationClockWatch.CATCH_DECISION_MOOT;
import static org.petitiondesk.escalation.EscalationClockWatch.CLOCK_CHANGED;
import static org.petitiondesk.escalation.EscalationClockWatch.CLOCK_STOPPED;
import static org.petitiondesk.escalation.EscalationClockWatch.END_CLOCK_STOPPED;
import static org.petitiondesk.escalation.EscalationClockWatch.GW_AWAIT_ALARM;
import static org.petitiondesk.escalation.EscalationClockWatch.KEY;
import static org.petitiondesk.escalation.EscalationClockWatch.SERVICE_FIRE_ALARM;
import static org.petitiondesk.escalation.EscalationClockWatch.TIMER_ALARM_DUE;
import static org.petitiondesk.escalation.EscalationClockWatch.TIMER_DECISION_DUE;
import static org.petitiondesk.escalation.EscalationClockWatch.USER_DECIDE;

import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.escalation.AlarmSteps;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/escalation/escalation_clock_watch.bpmn")
class EscalationClockWatchProcessTests {

  private static final String MAY = "2026-05-06T00:30:00Z";
  private static final String JUNE = "2026-06-08T00:30:00Z";
  private static final String NOBODY = "";
  private static final String LEADER = "leader@housing";

  private static final AlarmSteps STEPS = mock(AlarmSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("fireAlarmDelegate", new FireAlarmDelegate(STEPS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void anAlarmGoesOffAtItsMomentAndTheNextIsArmed() {
    var watch = watch(MAY);
    assertThat(watch).isWaitingAt(GW_AWAIT_ALARM);
    Assertions.assertThat(armedAt(watch)).isEqualTo(Instant.parse(MAY));

    then(STEPS).shouldHaveNoInteractions();
    goesOn(watch, JUNE, NOBODY);
    execute(job(watch));

    then(STEPS).should().fire(watch.getId());
    assertThat(watch).hasPassed(TIMER_ALARM_DUE, SERVICE_FIRE_ALARM).isWaitingAt(GW_AWAIT_ALARM);
    Assertions.assertThat(armedAt(watch)).isEqualTo(Instant.parse(JUNE));
  }

  @Test
  void aClockThatChangesArmsItsAlarmAnew() {
    var watch = watch(MAY);

    tell(watch, CLOCK_CHANGED, JUNE);

    assertThat(watch).hasPassed(CATCH_CLOCK_CHANGED).isWaitingAt(GW_AWAIT_ALARM);
    Assertions.assertThat(armedAt(watch)).isEqualTo(Instant.parse(JUNE));
    then(STEPS).shouldHaveNoInteractions();
  }

  @Test
  void aPausedClockArmsNothingUntilItGoesOn() {
    var watch = watch(MAY);

    tell(watch, CLOCK_CHANGED, "");
    assertThat(watch).isWaitingAt(CATCH_CLOCK_GOES_ON);
    assertThat(job(watch)).isNull();

    tell(watch, CLOCK_CHANGED, JUNE);
    assertThat(watch).isWaitingAt(GW_AWAIT_ALARM);
    Assertions.assertThat(armedAt(watch)).isEqualTo(Instant.parse(JUNE));
  }

  @Test
  void aLeaderDecidesAndOnlyThatMovesIt() {
    var watch = watch(MAY);
    goesOn(watch, JUNE, LEADER);

    execute(job(watch));
    assertThat(watch).isWaitingAt(USER_DECIDE);
    assertThat(task(watch)).hasCandidateGroup(LEADER);
    Assertions.assertThat(formService().getTaskFormData(task(watch).getId()).getFormKey())
        .isEqualTo("escalation/{case}/decision?item={item}&run=" + watch.getId());

    complete(task(watch), ALARM_AT.with(JUNE).asMap());
    assertThat(watch).isWaitingAt(GW_AWAIT_ALARM);
  }

  @Test
  void aDecisionThatIsNotTakenInTimeGoesOneLevelUp() {
    var watch = watch(MAY);
    goesOn(watch, JUNE, LEADER);
    execute(job(watch));

    goesOn(watch, "2026-06-10T00:30:00Z", "leader@linjiang");
    execute(job(watch));

    assertThat(watch).hasPassed(TIMER_DECISION_DUE).isWaitingAt(USER_DECIDE);
    assertThat(task(watch)).hasCandidateGroup("leader@linjiang");
  }

  @Test
  void aClockThatChangesTakesTheDecisionAway() {
    var watch = watch(MAY);
    goesOn(watch, JUNE, LEADER);
    execute(job(watch));

    tell(watch, CLOCK_CHANGED, JUNE);

    assertThat(watch).hasPassed(CATCH_DECISION_MOOT).isWaitingAt(GW_AWAIT_ALARM);
  }

  @Test
  void aClockThatStopsEndsItWhereverItWaits() {
    var armed = watch(MAY);
    runtimeService().createMessageCorrelation(CLOCK_STOPPED).processInstanceId(armed.getId()).correlate();
    assertThat(armed).isEnded().hasPassed(END_CLOCK_STOPPED);

    var deciding = watch(MAY);
    goesOn(deciding, JUNE, LEADER);
    execute(job(deciding));
    runtimeService().createMessageCorrelation(CLOCK_STOPPED).processInstanceId(deciding.getId()).correlate();
    assertThat(deciding).isEnded().hasPassed(END_CLOCK_STOPPED);
  }

  private ProcessInstance watch(String alarmAt) {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(), ALARM_AT.with(alarmAt).asMap());
  }

  private static void goesOn(ProcessInstance watch, String at, String decider) {
    given(STEPS.fire(watch.getId())).willReturn(new AlarmSteps.Next(at, decider));
  }

  private static void tell(ProcessInstance watch, String message, String alarmAt) {
    runtimeService().createMessageCorrelation(message).processInstanceId(watch.getId())
        .setVariables(ALARM_AT.with(alarmAt).asMap()).correlate();
  }

  private static Instant armedAt(ProcessInstance watch) {
    return job(watch).getDuedate().toInstant();
  }
}
