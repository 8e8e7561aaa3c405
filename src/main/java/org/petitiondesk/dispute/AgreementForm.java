package org.petitiondesk.dispute;

/** How an agreement is made [People's Mediation Law, art. 28]. */
public enum AgreementForm {
  WRITTEN,
  /** Recorded by the mediator, in force that day. */
  ORAL
}
