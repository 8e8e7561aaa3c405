package org.petitiondesk.accountability.web;

/** A reason: for opening a review, for stepping down from a panel. */
record ReasonForm(String reason) {

  ReasonForm {
    reason = Text.plain(reason);
  }
}
