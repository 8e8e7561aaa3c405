package org.petitiondesk.notice.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.NoticeSteps;
import org.springframework.stereotype.Component;

/** {@value NoticeDelivery#SERVICE_SEND_NOTICE} in notice_delivery. */
@Component
class SendNoticeDelegate implements JavaDelegate {

  private final NoticeSteps steps;

  SendNoticeDelegate(NoticeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (!steps.send(NoticeId.of(NoticeDelivery.NOTICE_ID.from(execution)))) {
      throw new BpmnError(NoticeDelivery.NOTICE_REFUSED);
    }
  }
}
