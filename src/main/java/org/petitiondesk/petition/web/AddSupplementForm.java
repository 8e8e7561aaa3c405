package org.petitiondesk.petition.web;

record AddSupplementForm(String text) {

  AddSupplementForm {
    text = text == null ? "" : text;
  }

  static AddSupplementForm empty() {
    return new AddSupplementForm("");
  }
}
