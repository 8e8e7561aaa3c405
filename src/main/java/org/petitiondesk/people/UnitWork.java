package org.petitiondesk.people;

/** What a module knows to be open for a unit; asked before the unit is dissolved. */
public interface UnitWork {

  /** How many matters are still open for the unit. */
  long openOf(String unit);

  /** Messages key of a sentence that says so; its argument is the number. */
  String sentence();
}
