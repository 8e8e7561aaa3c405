package org.petitiondesk.help;

/** What the words are about, in the order of the help page. Named by the messages {@code help.topic.*}. */
public enum Topic {
  /** From registering to the file */
  PATH,
  /** Classes of demand and the six routes */
  ROUTE,
  /** What is done with an item of the work list */
  VERB,
  /** Who answers for what */
  PEOPLE,
  /** Terms and control */
  TIME
}
