package org.petitiondesk.accountability.web;

/** Words for an item: a claim in writing, an own statement. */
record WriteForm(String item, String words) {

  WriteForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static WriteForm empty(String item) {
    return new WriteForm(item, "");
  }
}
