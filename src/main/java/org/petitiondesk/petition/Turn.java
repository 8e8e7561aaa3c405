package org.petitiondesk.petition;

/** Who has to do the next thing for a petition. */
public enum Turn {
  /** The office that registered it. */
  OFFICE,
  /** The unit that it was assigned to. */
  UNIT,
  /** The higher body that looks at an opinion once more, or rules between two units. */
  BODY,
  /** The petitioner, who was asked something or may rate. */
  PETITIONER,
  /** It is over. */
  NOBODY
}
