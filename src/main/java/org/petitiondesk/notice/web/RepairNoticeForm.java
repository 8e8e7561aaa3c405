package org.petitiondesk.notice.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.notice.Notice;
import org.petitiondesk.notice.RepairNotice;
import org.springframework.validation.Errors;

/**
 * @param again true to send once more, false to give up
 */
record RepairNoticeForm(@NotNull Boolean again, DeliveryMethod method, @Size(max = 500) String address,
    @Size(max = 500) String reason) {

  static RepairNoticeForm of(Notice failed) {
    return new RepairNoticeForm(true, failed.channel(), failed.address(), "");
  }

  void check(Errors errors) {
    if (again == null) {
      return;
    }
    if (again && method == null) {
      errors.rejectValue("method", "notice.refused.no-method");
    }
    if (!again && (reason == null || reason.isBlank())) {
      errors.rejectValue("reason", "notice.refused.no-reason");
    }
  }

  RepairNotice toCommand() {
    return new RepairNotice(method, address == null ? "" : address.strip());
  }
}
