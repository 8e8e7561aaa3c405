package org.petitiondesk.calendar.web;

record DecideCorrectionForm(String words) {

  DecideCorrectionForm {
    words = words == null ? "" : words.strip();
  }

  static DecideCorrectionForm empty() {
    return new DecideCorrectionForm("");
  }
}
