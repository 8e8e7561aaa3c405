package org.petitiondesk.dispute.web;

import org.petitiondesk.dispute.Dispute.Mediator;

/** The head appoints a mediator. */
record AppointMediatorForm(String item, String account, Mediator.How how, String reason, Boolean unrelated) {

  AppointMediatorForm {
    item = Text.plain(item);
    unrelated = Boolean.TRUE.equals(unrelated);
    account = Text.plain(account);
    reason = Text.plain(reason);
  }

  static AppointMediatorForm empty(String item) {
    return new AppointMediatorForm(item, "", null, "", false);
  }
}
