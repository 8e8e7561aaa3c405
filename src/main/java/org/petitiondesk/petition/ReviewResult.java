package org.petitiondesk.petition;

/** What the higher body makes of an opinion, for one demand point or in all. */
public enum ReviewResult {
  /** The opinion stands. 维持 */
  UPHOLD,
  /** The body answers in the place of the unit. 变更 */
  CHANGE,
  /** The unit has to handle the matter once more. 责令重新办理 */
  ANEW
}
