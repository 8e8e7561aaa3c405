package org.petitiondesk.notice.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.notice.RepairNotice;

record RerouteNoticeForm(@NotNull(message = "{notice.refused.no-method}") DeliveryMethod method,
    @Size(max = 500) String address,
    @NotBlank(message = "{notice.refused.no-reason}") @Size(max = 500) String reason) {

  static RerouteNoticeForm of(Letter letter) {
    return new RerouteNoticeForm(DeliveryMethod.POST, letter.recipient().address(), "");
  }

  RepairNotice toCommand() {
    return new RepairNotice(method, address == null ? "" : address.strip());
  }
}
