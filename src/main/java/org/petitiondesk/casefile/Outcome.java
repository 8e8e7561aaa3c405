package org.petitiondesk.casefile;

/** What a demand point got: 予以支持, 解释说明, 不予支持. */
public enum Outcome {
  SUPPORTED, EXPLAINED, NOT_SUPPORTED
}
