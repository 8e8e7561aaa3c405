package org.petitiondesk.petition.web;

/** What the petitioner says on the own page. */
record AskReconsiderationForm(@Written(max = 20_000) String reasons) {

  AskReconsiderationForm {
    reasons = Blank.when(reasons);
  }

  static AskReconsiderationForm empty() {
    return new AskReconsiderationForm("");
  }
}
