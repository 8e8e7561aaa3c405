package org.petitiondesk.intake.web;

/** One demand as typed. A row of its own: a list of plain texts would be split at their commas. */
record PointRow(String text) {

  PointRow {
    text = Typed.text(text);
  }

  boolean isEmpty() {
    return text.isBlank();
  }
}
