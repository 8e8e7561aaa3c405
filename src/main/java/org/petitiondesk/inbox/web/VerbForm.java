package org.petitiondesk.inbox.web;

import java.util.List;
import org.petitiondesk.inbox.FormToken;

/**
 * The one form of all verbs; each takes from it what it needs.
 *
 * @param to accounts
 * @param choice one of the ways that a verb knows
 * @param words the reason, the question, the reminder
 * @param version what the page has seen; without it, one that no item has
 * @param back page to which the act leads
 * @param token tells a form that is sent twice, see {@link FormToken}
 */
record VerbForm(List<String> to, String choice, String words, Integer version, String back, String token) {

  VerbForm {
    to = to == null ? List.of() : List.copyOf(to);
    choice = choice == null ? "" : choice;
    words = words == null ? "" : words;
    version = version == null ? -1 : version;
    back = back == null ? "" : back;
    token = token == null ? "" : token;
  }

  /** Nothing chosen but the way that is usual. */
  static VerbForm empty(String choice, int version, String back) {
    return new VerbForm(List.of(), choice, "", version, back, FormToken.fresh().value());
  }

  /** The one account that a verb for one person needs; empty when none was chosen. */
  String one() {
    return to.isEmpty() ? "" : to.get(0);
  }
}
