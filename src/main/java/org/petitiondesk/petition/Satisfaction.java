package org.petitiondesk.petition;

/** The three grades of the petitioner's rating. 满意、基本满意、不满意 */
public enum Satisfaction {
  SATISFIED, BASICALLY_SATISFIED, NOT_SATISFIED
}
