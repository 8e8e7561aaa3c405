package org.petitiondesk.petition;

import java.util.Locale;

/** What the petition office decides at screening. Their ways stand in the conditions of the spine. */
public enum ScreeningVerdict {
  /** Petition procedure: goes to a lead unit. 受理 */
  ACCEPT,
  /** Routes 1–5: a guidance notice names the legal path. 引导 */
  GUIDE,
  /** Not accepted or no longer accepted, with the reason. 不予（不再）受理 */
  REFUSE,
  /** The same facts after a final review: no longer accepted, and outside the figures. 不再受理 */
  NO_LONGER,
  /** Something is missing; the clocks pause. 补充 */
  SUPPLEMENT,
  /** The same matter is on the register already. 并案 */
  MERGE,
  /** Two parties in conflict: goes to mediation. 转调解 */
  MEDIATE;

  /** As the conditions of the spine have it: what is no longer accepted goes the way of what is not accepted. */
  public String way() {
    return this == NO_LONGER ? REFUSE.key() : key();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
