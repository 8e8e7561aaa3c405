package org.petitiondesk.petition.web;

/**
 * A note of the investigation, a contribution of a co-handling unit, or what the petitioner supplied at the counter.
 *
 * @param last true when the investigation ends with it
 */
record WriteNoteForm(String item, @Written(max = 20_000) String text, Boolean last) {

  WriteNoteForm {
    item = Blank.when(item);
    text = Blank.when(text);
    last = Blank.when(last);
  }

  static WriteNoteForm empty(String item) {
    return new WriteNoteForm(item, "", false);
  }
}
