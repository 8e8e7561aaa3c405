package org.petitiondesk.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.NoticeSteps;
import org.springframework.stereotype.Component;

/** {@value NoticeDelivery#SERVICE_PUBLISH_NOTICE} in notice_delivery. */
@Component
class PublishNoticeDelegate implements JavaDelegate {

  private final NoticeSteps steps;

  PublishNoticeDelegate(NoticeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.publish(NoticeId.of(NoticeDelivery.NOTICE_ID.from(execution)));
  }
}
