package org.petitiondesk.casefile;

/** The side of a party: who asks (信访人), or who is complained about (被反映人、被反映单位). */
public enum PartyRole {
  PETITIONER, RESPONDENT
}
