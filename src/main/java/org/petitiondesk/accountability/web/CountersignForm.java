package org.petitiondesk.accountability.web;

import jakarta.validation.constraints.NotNull;

/** The second signature, under what somebody else has proposed. */
record CountersignForm(String item, @NotNull(message = "{accountability.form.choose}") Boolean granted,
    String words) {

  CountersignForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static CountersignForm empty(String item) {
    return new CountersignForm(item, null, "");
  }
}
