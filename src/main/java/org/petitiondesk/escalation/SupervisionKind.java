package org.petitiondesk.escalation;

import java.util.EnumSet;
import java.util.Set;

/** How a unit is chased (督办), or what it is advised to do (信访条例第四十条的三项建议). */
public enum SupervisionKind {
  /** 电话督办 */
  PHONE,
  /** 书面催办 */
  WRITTEN,
  /** 约谈督办 */
  TALK,
  /** 实地督办 */
  ON_SITE,
  /** 联合督办 */
  JOINT,
  /** 挂牌督办: public, numbered, with a date; a leader orders it */
  LISTED,
  /** 改进工作建议 */
  IMPROVEMENT,
  /** 完善政策建议 */
  POLICY,
  /** 追究责任建议 */
  ACCOUNTABILITY;

  private static final Set<SupervisionKind> SUGGESTIONS = EnumSet.of(IMPROVEMENT, POLICY, ACCOUNTABILITY);

  /** A suggestion is the petition office's alone, has a number series of its own and thirty days for the answer. */
  public boolean isSuggestion() {
    return SUGGESTIONS.contains(this);
  }

  String template() {
    return isSuggestion() ? "suggestion_notice" : "supervision_notice";
  }

  /** The word of the number series. */
  String series() {
    return isSuggestion() ? "建" : "督";
  }
}
