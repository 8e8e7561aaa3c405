package org.petitiondesk.notice;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in transactions of their own: what was tried stays written down when the attempt fails and everything
 * else of it is rolled back, and also when the process is killed in the middle.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class NoticeAttempts {

  private final NoticeRepository notices;

  NoticeAttempts(NoticeRepository notices) {
    this.notices = notices;
  }

  public void begun(NoticeId id, String messageId) {
    notices.attemptBegun(id, messageId);
  }

  /** Only the class of the fault: its text may repeat the address. */
  public void failed(NoticeId id, Throwable fault) {
    var root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    notices.attemptFailed(id, root.getClass().getSimpleName());
  }
}
