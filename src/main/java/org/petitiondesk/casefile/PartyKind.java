package org.petitiondesk.casefile;

public enum PartyKind {
  PERSON, ORGANISATION
}
