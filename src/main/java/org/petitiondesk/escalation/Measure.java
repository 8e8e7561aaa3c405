package org.petitiondesk.escalation;

/** What a leader may decide about a clock that runs short. */
public enum Measure {
  /** A written reminder in the leader's words. 催办 */
  URGE,
  /** The date is moved, once, as far as the law allows. 延期 */
  EXTEND,
  /** Somebody else of the unit handles the case. 换人承办 */
  HAND_OVER,
  /** Another unit leads the case. 改派 */
  MOVE,
  /** One more unit helps. 增加协办单位 */
  ADD_HELPER,
  /** The leader answers for the case by name from now on. 包案 */
  TAKE_OVER,
  /** The unit is listed under supervision. 列入督办 */
  SUPERVISE,
  /** How the case was handled is reviewed until nothing is let go. 四不放过 */
  REVIEW,
  /** It goes on as it is, for a reason. */
  LEAVE
}
