package org.petitiondesk.petition;

/** Whether the petitioner says that the matter is solved. */
public enum Solved {
  YES, PARTLY, NO
}
