package org.petitiondesk.petition.web;

record WithdrawPetitionForm(@Written String reason) {

  WithdrawPetitionForm {
    reason = Blank.when(reason);
  }

  static WithdrawPetitionForm empty() {
    return new WithdrawPetitionForm("");
  }
}
