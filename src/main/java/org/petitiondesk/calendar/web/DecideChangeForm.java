package org.petitiondesk.calendar.web;

/** @param moved how many clocks the reader was told would move */
record DecideChangeForm(int moved, String words) {

  DecideChangeForm {
    words = words == null ? "" : words.strip();
  }

  static DecideChangeForm empty() {
    return new DecideChangeForm(0, "");
  }
}
