package org.petitiondesk.accountability.web;

import jakarta.validation.constraints.NotNull;

/** The second signature under a limitation of the scope. */
record SignLimitationForm(String item, @NotNull(message = "{accountability.form.choose}") Boolean granted,
    String words) {

  SignLimitationForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static SignLimitationForm empty(String item) {
    return new SignLimitationForm(item, null, "");
  }
}
