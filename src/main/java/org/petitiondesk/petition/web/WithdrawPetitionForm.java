package org.petitiondesk.petition.web;

record WithdrawPetitionForm(String reason) {

  WithdrawPetitionForm {
    reason = reason == null ? "" : reason;
  }

  static WithdrawPetitionForm empty() {
    return new WithdrawPetitionForm("");
  }
}
