package org.petitiondesk.documents;

public enum LetterState {
  /** Signed and numbered; on its way. */
  ISSUED,
  /** Arrived, with proof. */
  DELIVERED,
  /** Every way was tried or given up. */
  UNDELIVERABLE
}
