package org.petitiondesk.audit;

import org.petitiondesk.kernel.CaseId;

/**
 * The first place where a chain does not hold.
 *
 * @param seq of the entry; for {@link Fault#ANCHOR} the number of the anchor
 */
public record BrokenLink(CaseId chain, long seq, Fault fault) {

  /** For operators; pages say it in the reader's language. */
  @Override
  public String toString() {
    return switch (fault) {
      case MISSING -> "chain " + chain + ", entry " + seq + ": missing";
      case CHANGED -> "chain " + chain + ", entry " + seq + ": changed after it was written";
      case UNLINKED -> "chain " + chain + ", entry " + seq + ": does not continue the entry before it";
      case EXTRA -> "chain " + chain + ", entry " + seq + ": added past the head of the chain";
      case HEAD -> "chain " + chain + ", head after entry " + seq + ": gone or changed";
      case ANCHORED_OTHERWISE -> "chain " + chain + ", entry " + seq + ": not the entry that was anchored";
      case ANCHOR -> "anchor " + seq + ": changed after it was made";
    };
  }
}
