package org.petitiondesk.dispute.web;

/** What the sides have said to being mediated; nothing for one that has not. */
record RecordConsentForm(String item, Boolean applicant, Boolean other, String words) {

  RecordConsentForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static RecordConsentForm empty(String item) {
    return new RecordConsentForm(item, null, null, "");
  }
}
