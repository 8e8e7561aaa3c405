package org.petitiondesk.notice.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.petitiondesk.notice.NoticeDelivery.CATCH_NOTICE_REFUSED;
import static org.petitiondesk.notice.NoticeDelivery.CHANNEL;
import static org.petitiondesk.notice.NoticeDelivery.DESK;
import static org.petitiondesk.notice.NoticeDelivery.END_NOTICE_GIVEN_UP;
import static org.petitiondesk.notice.NoticeDelivery.END_NOTICE_HANDED_OVER;
import static org.petitiondesk.notice.NoticeDelivery.END_NOTICE_PUBLISHED;
import static org.petitiondesk.notice.NoticeDelivery.END_NOTICE_SENT;
import static org.petitiondesk.notice.NoticeDelivery.HANDED_OVER;
import static org.petitiondesk.notice.NoticeDelivery.KEY;
import static org.petitiondesk.notice.NoticeDelivery.NOTICE_ID;
import static org.petitiondesk.notice.NoticeDelivery.SERVICE_PUBLISH_NOTICE;
import static org.petitiondesk.notice.NoticeDelivery.SERVICE_SEND_NOTICE;
import static org.petitiondesk.notice.NoticeDelivery.TRY_AGAIN;
import static org.petitiondesk.notice.NoticeDelivery.USER_HAND_OVER_LETTER;
import static org.petitiondesk.notice.NoticeDelivery.USER_REPAIR_NOTICE;

import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.NoticeSteps;
import org.springframework.mail.MailSendException;

@Deployment(resources = "processes/notice/notice_delivery.bpmn")
class NoticeDeliveryProcessTests {

  private static final NoticeSteps STEPS = mock(NoticeSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("sendNoticeDelegate",
      new SendNoticeDelegate(STEPS), "publishNoticeDelegate", new PublishNoticeDelegate(STEPS), "retryCycles",
      Map.of("mail", "PT1M,PT5M")));

  private final NoticeId notice = new NoticeId(UUID.randomUUID());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void mailLeavesInItsOwnTransaction() {
    given(STEPS.send(notice)).willReturn(true);
    var instance = issued(DeliveryMethod.EMAIL);

    assertThat(instance).isWaitingAt(SERVICE_SEND_NOTICE);
    then(STEPS).shouldHaveNoInteractions();

    execute(job(instance));
    assertThat(instance).isEnded().hasPassed(SERVICE_SEND_NOTICE, END_NOTICE_SENT);
    then(STEPS).should().send(notice);
  }

  @Test
  void aServerThatIsDownIsTriedAgainAsOftenAsTheCycleSays() {
    given(STEPS.send(notice)).willThrow(new MailSendException("down"));
    var instance = issued(DeliveryMethod.EMAIL);

    assertThatThrownBy(() -> execute(job(instance))).hasMessageContaining("down");
    assertThat(job(instance)).hasRetries(2);
    Assertions.assertThat(job(instance).getDuedate()).isInTheFuture();
    assertThatThrownBy(() -> execute(job(instance))).hasMessageContaining("down");
    assertThat(job(instance)).hasRetries(1);
    assertThatThrownBy(() -> execute(job(instance))).hasMessageContaining("down");
    assertThat(job(instance)).hasRetries(0);
    Assertions.assertThat(runtimeService().createIncidentQuery().processInstanceId(instance.getId()).count()).isOne();

    reset(STEPS);
    given(STEPS.send(notice)).willReturn(true);
    managementService().setJobRetries(job(instance).getId(), 1);
    execute(job(instance));
    assertThat(instance).isEnded().hasPassed(END_NOTICE_SENT);
  }

  @Test
  void aRefusedAddressWaitsForSomebodyAndGoesOutAgain() {
    given(STEPS.send(notice)).willReturn(false);
    var instance = issued(DeliveryMethod.EMAIL);

    execute(job(instance));
    assertThat(instance).isWaitingAt(USER_REPAIR_NOTICE).hasPassed(CATCH_NOTICE_REFUSED)
        .hasNotPassed(END_NOTICE_SENT);
    assertThat(task(instance)).hasCandidateGroup("handler@housing");
    Assertions.assertThat(page(instance)).isEqualTo("notices/{item}/repair?notice=" + notice);

    var again = new NoticeId(UUID.randomUUID());
    given(STEPS.send(again)).willReturn(true);
    complete(task(instance), facts(again, DeliveryMethod.EMAIL).with(TRY_AGAIN, true).asMap());
    execute(job(instance));
    assertThat(instance).isEnded().hasPassed(END_NOTICE_SENT);
    then(STEPS).should(times(1)).send(notice);
  }

  @Test
  void aLetterOnPaperWaitsUntilItIsHandedOver() {
    var instance = issued(DeliveryMethod.POST);

    assertThat(instance).isWaitingAt(USER_HAND_OVER_LETTER);
    assertThat(task(instance)).hasCandidateGroup("handler@housing");
    Assertions.assertThat(page(instance)).isEqualTo("notices/{item}/handover?notice=" + notice);

    complete(task(instance), HANDED_OVER.with(true).asMap());
    assertThat(instance).isEnded().hasPassed(END_NOTICE_HANDED_OVER);
    then(STEPS).shouldHaveNoInteractions();
  }

  @Test
  void aReturnedLetterMayBeGivenUp() {
    var instance = issued(DeliveryMethod.IN_PERSON);

    complete(task(instance), HANDED_OVER.with(false).asMap());
    assertThat(instance).isWaitingAt(USER_REPAIR_NOTICE);

    complete(task(instance), TRY_AGAIN.with(false).asMap());
    assertThat(instance).isEnded().hasPassed(END_NOTICE_GIVEN_UP).hasNotPassed(END_NOTICE_HANDED_OVER);
  }

  @Test
  void whoeverIssuedTheLetterIsWaitingBeforeItIsPublished() {
    var instance = issued(DeliveryMethod.PORTAL);

    assertThat(instance).isWaitingAt(SERVICE_PUBLISH_NOTICE);
    then(STEPS).shouldHaveNoInteractions();

    execute(job(instance));
    assertThat(instance).isEnded().hasPassed(END_NOTICE_PUBLISHED);
    then(STEPS).should().publish(notice);
  }

  private static String page(ProcessInstance instance) {
    return formService().getTaskFormData(task(instance).getId()).getFormKey();
  }

  private ProcessInstance issued(DeliveryMethod method) {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(), facts(notice, method).asMap());
  }

  private static Facts facts(NoticeId notice, DeliveryMethod method) {
    return Facts.none().with(NOTICE_ID, notice.toString()).with(CHANNEL, method.name()).with(DESK, "handler@housing");
  }
}
