package org.petitiondesk.matter.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;

@Deployment(resources = "processes/matter/certification_campaign.bpmn")
class CertificationCampaignProcessTests {

  private static final MatterSteps STEPS = mock();

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("startClockDelegate",
      new StartClockDelegate(STEPS), "stopClockDelegate", new StopClockDelegate(STEPS), "announceMatterDelegate",
      new AnnounceMatterDelegate(STEPS), "sendMessageDelegate", new SendMessageDelegate(STEPS), "remindDelegate",
      new RemindDelegate(STEPS), "writeNoteDelegate", new WriteNoteDelegate(STEPS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void aCommunityIsNamedRecheckedEveryYearAndLosesItsTitle() {
    var campaign = reported();
    assertThat(task(campaign)).hasCandidateGroup("leader@liuyin");
    examined(campaign, "user_examine_street", "improve");
    finish(campaign, "user_self_check", "ready", "yes");
    examined(campaign, "user_examine_street", "pass");
    assertThat(task(campaign)).hasCandidateGroup("officer@xfj");
    examined(campaign, "user_examine_district", "improve");
    finish(campaign, "user_self_check", "ready", "yes");
    examined(campaign, "user_examine_street", "pass");
    examined(campaign, "user_examine_district", "pass");
    examined(campaign, "user_examine_city", "improve");
    finish(campaign, "user_self_check", "ready", "yes");
    named(campaign);

    execute(job("timer_recheck_due", campaign));
    execute(job("timer_recheck_slow", campaign));
    finish(campaign, "user_recheck", "keep", "keep");
    execute(job("timer_recheck_due", campaign));
    finish(campaign, "user_recheck", "keep", "withdraw");
    finish(campaign, "user_withdraw", "withdrawn", "no");
    execute(job("timer_recheck_due", campaign));
    finish(campaign, "user_recheck", "keep", "withdraw");
    finish(campaign, "user_withdraw", "withdrawn", "yes");

    assertThat(campaign).isEnded().hasPassed("end_withdrawn");
    var matter = MatterId.of(campaign.getBusinessKey());
    verify(STEPS).remind(eq(matter), anyString());
    verify(STEPS).tell(eq(matter), eq("grid_officer@liuyin-guihua"), anyString());
    verify(STEPS, times(3)).startClock(matter, "certification_recheck", "liuyin");
    verify(STEPS, times(3)).stopClock(matter, "certification_recheck");
    verify(STEPS).note(eq(matter), anyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_examine_street", "user_examine_district", "user_examine_city"})
  void whoeverExaminesCanRefuse(String step) {
    var campaign = reported();
    while (!task(campaign).getTaskDefinitionKey().equals(step)) {
      complete(task(campaign), Map.of("outcome", "pass"));
    }

    examined(campaign, step, "refuse");

    assertThat(campaign).isEnded().hasPassed("end_not_named");
  }

  @Test
  void whatIsNotReadyIsTakenBack() {
    var campaign = begun();

    finish(campaign, "user_self_check", "ready", "no");

    assertThat(campaign).isEnded().hasPassed("end_application_withdrawn");
  }

  @Test
  void anObjectionThatIsRightKeepsTheCommunityFromItsTitle() {
    var campaign = published();

    finish(campaign, "user_check_objections", "standing", "upheld");

    assertThat(campaign).isEnded().hasPassed("end_not_named");
  }

  @Test
  void whoNamesMayDecideAgainstIt() {
    var campaign = published();
    finish(campaign, "user_check_objections", "standing", "stands");

    finish(campaign, "user_name_community", "named", "no");

    assertThat(campaign).isEnded().hasPassed("end_not_named");
  }

  private static ProcessInstance begun() {
    return runtimeService().startProcessInstanceByKey("certification_campaign", CaseId.next().toString(),
        Map.of("ownUnit", "liuyin-guihua", "street", "liuyin", "district", "xfj", "city", "xfj"));
  }

  private static ProcessInstance reported() {
    var campaign = begun();
    assertThat(task(campaign)).hasCandidateGroup("grid_officer@liuyin-guihua");
    finish(campaign, "user_self_check", "ready", "yes");
    return campaign;
  }

  private static ProcessInstance published() {
    var campaign = reported();
    examined(campaign, "user_examine_street", "pass");
    examined(campaign, "user_examine_district", "pass");
    examined(campaign, "user_examine_city", "pass");
    verify(STEPS).stopClock(MatterId.of(campaign.getBusinessKey()), "certification_examination");
    verify(STEPS).publish(eq(MatterId.of(campaign.getBusinessKey())), anyString(), anyString(), eq(7));
    execute(job("timer_notice_over", campaign));
    return campaign;
  }

  private static void named(ProcessInstance campaign) {
    examined(campaign, "user_examine_street", "pass");
    examined(campaign, "user_examine_district", "pass");
    examined(campaign, "user_examine_city", "pass");
    execute(job("timer_notice_over", campaign));
    finish(campaign, "user_check_objections", "standing", "stands");
    finish(campaign, "user_name_community", "named", "yes");
  }

  private static void examined(ProcessInstance campaign, String step, String outcome) {
    finish(campaign, step, "outcome", outcome);
  }

  private static void finish(ProcessInstance campaign, String step, String fact, String value) {
    assertThat(campaign).isWaitingAt(step);
    complete(task(campaign), Map.of(fact, value));
  }
}
