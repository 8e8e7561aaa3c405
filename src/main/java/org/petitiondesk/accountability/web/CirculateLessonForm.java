package org.petitiondesk.accountability.web;

import java.util.List;

/** To whom a lesson goes. */
record CirculateLessonForm(List<String> people, List<String> units) {

  CirculateLessonForm {
    people = people == null ? List.of() : List.copyOf(people);
    units = units == null ? List.of() : List.copyOf(units);
  }
}
