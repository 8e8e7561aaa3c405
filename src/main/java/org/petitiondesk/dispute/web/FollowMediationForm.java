package org.petitiondesk.dispute.web;

import org.petitiondesk.dispute.Side;
import org.petitiondesk.kernel.Refused;

/**
 * What a side says on its public page; each of its forms asks for some of these.
 *
 * @param act which of them it is, so that its refusal is shown there
 * @param side with the code of the case: whose page the browser has shown; another side may have opened its page since
 * @param number of the session or the agreement that the page has shown
 */
record FollowMediationForm(String act, Side side, String code, Integer number, Boolean yes, Integer part, String words,
    String reason) {

  FollowMediationForm {
    act = Text.plain(act);
    code = Text.plain(code);
    words = Text.plain(words);
    reason = Text.plain(reason);
  }

  static FollowMediationForm empty() {
    return new FollowMediationForm("", null, "", null, null, null, "", "");
  }

  int shown() {
    return number == null ? 0 : number;
  }

  boolean requireYes() {
    if (yes == null) {
      throw Refused.at("yes", "dispute.refused.yes-or-no");
    }
    return yes;
  }
}
