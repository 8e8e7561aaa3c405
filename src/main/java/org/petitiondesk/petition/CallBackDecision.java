package org.petitiondesk.petition;

/** What follows from calling a dissatisfied petitioner back. */
public enum CallBackDecision {
  /** The unit has to do what is still missing and say what it did; then the petitioner is called again. */
  BACK,
  /** It was explained; the answer goes to the petitioner in writing. */
  EXPLAINED,
  /** The same, and a review of how the case was handled is proposed. */
  REVIEW
}
