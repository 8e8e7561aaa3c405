package org.petitiondesk.kernel;

import java.util.Set;

/**
 * The review of how a case was handled (四不放过), for modules that see a reason for one and do not know how it goes. A
 * case has one open review at most.
 */
public interface CaseReviews {

  /** Why a case may be reviewed. */
  enum Trigger {
    /** A legal day passed and nobody answered for it. 超期 */
    OVERDUE,
    /** The petitioner is not satisfied, or says that it is not solved. 不满意 */
    UNSATISFIED,
    /** The same matter comes again. 重复信访 */
    REPEAT,
    /** Many ask together; from how many on, the table says. 集体访 */
    GROUP,
    /** A major or urgent matter. 重大事项 */
    MAJOR,
    /** Closed as solved, and it was not. 虚假办结 */
    FALSE_CLOSING,
    /** What was mended did not last. 回头看不合格 */
    RETURN_VISIT_FAILED,
    /** Every step of supervision was taken and the unit has still not answered. 督办无果 */
    SUPERVISION_SPENT,
    /** A leader orders it. 领导决定 */
    LEADER
  }

  /**
   * Says that there is a reason. The table {@code accountability_trigger} decides whether a review opens; when it does
   * not, that it was proposed stays on record. Nothing happens to a case whose review is open, other than that.
   *
   * @param reason in words, for the panel
   * @return whether the case is under review now
   */
  boolean propose(CaseId id, Trigger trigger, String reason, Actor actor);

  /**
   * A leader opens one, whatever the table says.
   *
   * @throws Refused at {@code reason} without a reason
   * @throws Conflict when one is open
   * @throws Forbidden when the actor may not, see {@link #mayOpen}
   */
  void open(CaseId id, String reason, Actor leader);

  /**
   * Whether the actor may open one now: as leader of the office that registered the case or of a unit above the
   * handling one, never of the handling unit itself, and while none is open. The caller has checked sight of the case.
   */
  boolean mayOpen(CaseId id, Actor actor);

  boolean isOpen(CaseId id);

  /** Accounts that sit on the panel of the open review, by id; empty without one. */
  Set<String> panel(CaseId id);
}
