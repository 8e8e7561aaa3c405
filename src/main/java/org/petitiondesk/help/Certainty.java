package org.petitiondesk.help;

/** How sure the rule behind a word is. Named by the messages {@code help.certainty.*}. */
public enum Certainty {
  /** Official text */
  LAW,
  /** An older or a local text, to be compared with the rules of the place */
  LOCAL,
  /** Common practice */
  PRACTICE,
  /** How this desk works */
  OURS
}
