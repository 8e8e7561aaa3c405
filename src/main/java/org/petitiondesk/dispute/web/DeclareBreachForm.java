package org.petitiondesk.dispute.web;

/** An agreement will not be performed. */
record DeclareBreachForm(String item, String words) {

  DeclareBreachForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static DeclareBreachForm empty(String item) {
    return new DeclareBreachForm(item, "");
  }
}
