package org.petitiondesk.dispute.web;

import org.petitiondesk.kernel.Refused;

/**
 * What a side says on its public page; each of its forms asks for some of these.
 *
 * @param act which of them it is, so that its refusal is shown there
 */
record FollowMediationForm(String act, Boolean yes, Integer part, String words, String reason) {

  FollowMediationForm {
    act = Text.plain(act);
    words = Text.plain(words);
    reason = Text.plain(reason);
  }

  static FollowMediationForm empty() {
    return new FollowMediationForm("", null, null, "", "");
  }

  boolean requireYes() {
    if (yes == null) {
      throw Refused.at("yes", "dispute.refused.yes-or-no");
    }
    return yes;
  }
}
