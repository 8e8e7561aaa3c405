package org.petitiondesk.dispute;

/** Where a dispute stands. */
public enum DisputeState {
  ASKING_CONSENT, ASSIGNING, MEDIATING, SIGNING, PERFORMING, FOLLOWING_UP,
  /** Performed and visited. */
  CLOSED,
  /** A side did not consent, or said nothing. */
  DECLINED,
  /** Mediated without an agreement. */
  FAILED, WITHDRAWN,
  /** Agreed and not performed; the other ways were told. */
  BREACHED;

  public boolean isOpen() {
    return ordinal() < CLOSED.ordinal();
  }

  /** Before anything binds the sides: either may still end it. */
  public boolean isBeforeAgreement() {
    return ordinal() <= SIGNING.ordinal();
  }

  /** A mediator is at work on it. */
  public boolean isMediated() {
    return this == MEDIATING || this == SIGNING;
  }
}
