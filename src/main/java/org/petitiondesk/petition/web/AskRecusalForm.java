package org.petitiondesk.petition.web;

/** @param account whom it is about; for oneself the own one */
record AskRecusalForm(String account, @Written(max = 2000) String reason) {

  AskRecusalForm {
    account = Blank.when(account);
    reason = Blank.when(reason);
  }

  static AskRecusalForm empty() {
    return new AskRecusalForm("", "");
  }
}
