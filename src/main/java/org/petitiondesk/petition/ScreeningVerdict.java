package org.petitiondesk.petition;

import java.util.Locale;

/** What the petition office decides at screening. The keys stand in the conditions of the spine. */
public enum ScreeningVerdict {
  /** Petition procedure: goes to a lead unit. 受理 */
  ACCEPT,
  /** Routes 1–5: a guidance notice names the legal path. 引导 */
  GUIDE,
  /** Not accepted or no longer accepted, with the reason. 不予（不再）受理 */
  REFUSE,
  /** Something is missing; the clocks pause. 补充 */
  SUPPLEMENT,
  /** The same matter is on the register already. 并案 */
  MERGE,
  /** Two parties in conflict: goes to mediation. 转调解 */
  MEDIATE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
