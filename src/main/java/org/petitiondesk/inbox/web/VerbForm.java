package org.petitiondesk.inbox.web;

import java.util.List;

/**
 * The one form of all verbs; each takes from it what it needs.
 *
 * @param to accounts
 * @param words the reason, the question, the reminder
 * @param version what the page has seen
 * @param back page to which the act leads
 */
record VerbForm(List<String> to, String words, int version, String back) {

  VerbForm {
    to = to == null ? List.of() : List.copyOf(to);
    words = words == null ? "" : words;
    back = back == null ? "" : back;
  }

  static VerbForm empty(int version, String back) {
    return new VerbForm(List.of(), "", version, back);
  }

  /** The one account that a verb for one person needs; empty when none was chosen. */
  String one() {
    return to.isEmpty() ? "" : to.get(0);
  }
}
