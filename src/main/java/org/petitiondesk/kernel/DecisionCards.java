package org.petitiondesk.kernel;

/**
 * A kind of decision that waits for a leader. A business module offers one for each of its user tasks that a leader
 * decides; the page of decisions finds them all and knows none of them.
 */
public interface DecisionCards {

  /** Element id of the user task in its model, {@code user_approve_reply}. */
  String kind();

  /** By the row rule: {@link NotFound} for a case that the actor may not see. */
  DecisionCard card(CaseId id, String item, Actor actor);

  void approve(CaseId id, String item, Actor actor);

  /** Refused without a reason. */
  void giveBack(CaseId id, String item, String reason, Actor actor);
}
