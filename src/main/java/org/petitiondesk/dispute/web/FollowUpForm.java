package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import org.petitiondesk.dispute.Dispute.FollowUp;

/** The visit after the performance. */
record FollowUpForm(String item, LocalDate on, FollowUp.Way way, Boolean holds, String words) {

  FollowUpForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static FollowUpForm empty(String item, LocalDate today) {
    return new FollowUpForm(item, today, null, null, "");
  }
}
