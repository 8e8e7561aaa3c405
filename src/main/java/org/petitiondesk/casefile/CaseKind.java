package org.petitiondesk.casefile;

/** What a case is about: somebody asks an authority (信访事项), or two parties are in conflict (矛盾纠纷). */
public enum CaseKind {
  PETITION, DISPUTE
}
