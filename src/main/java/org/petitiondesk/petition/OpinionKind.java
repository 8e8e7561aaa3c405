package org.petitiondesk.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The written opinions of the petition procedure; each opens the way to the next, and the last one ends the chain. */
public enum OpinionKind {
  /** By the competent unit. 处理意见 */
  HANDLING,
  /** By the next higher body. 复查意见 */
  RECONSIDERATION,
  /** By the body above that one. 复核意见 */
  FINAL_REVIEW;

  /** What may be asked for by whoever does not agree. */
  public Optional<OpinionKind> next() {
    return Arrays.stream(values()).filter(kind -> kind.ordinal() == ordinal() + 1).findFirst();
  }

  /** 1 for reconsideration, 2 for final review; as the table {@code petition_review_body} has it. */
  public int level() {
    return ordinal();
  }

  /** Row of {@code clock_terms}: the time for this opinion once it is asked for. */
  String clock() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Row of {@code clock_terms}: the time in which it can be asked for. */
  String requestClock() {
    return clock() + "_request";
  }
}
