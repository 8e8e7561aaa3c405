package org.petitiondesk.accountability.web;

import java.util.List;

/** Who is asked for an own statement. */
record AskHearingForm(String item, List<String> persons) {

  AskHearingForm {
    item = Text.plain(item);
    persons = persons == null ? List.of() : List.copyOf(persons);
  }
}
