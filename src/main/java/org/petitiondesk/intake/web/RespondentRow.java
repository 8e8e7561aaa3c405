package org.petitiondesk.intake.web;

/** One respondent as typed: a unit of the organisation, or the name of anybody else. */
record RespondentRow(String kind, String unit, String name) {

  RespondentRow {
    kind = Typed.text(kind);
    unit = Typed.text(unit);
    name = Typed.text(name);
  }

  static RespondentRow empty() {
    return new RespondentRow("", "", "");
  }

  boolean isEmpty() {
    return unit.isEmpty() && name.isEmpty();
  }
}
