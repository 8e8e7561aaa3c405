package org.petitiondesk.casefile;

/** How a case ended, honestly: closed never pretends solved. */
public enum ClosingState {
  /** Every demand point that was supported is carried out. */
  SOLVED,
  /** Reasonable, but without a legal basis: explained to the petitioner. */
  EXPLAINED,
  /** Answered in writing. */
  ANSWERED,
  /** Guided to the legal path and body that it belongs to. */
  NOT_OURS,
  /** Not accepted, or no longer accepted. */
  NOT_ACCEPTED,
  /** Passed on to mediation. */
  REFERRED, WITHDRAWN, MERGED
}
