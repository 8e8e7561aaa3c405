package org.petitiondesk.escalation.web;

import java.util.Optional;
import org.petitiondesk.escalation.EscalationClockWatch;
import org.petitiondesk.escalation.LeaderDecisions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;

/** Clocks that run short and wait for a leader. */
@Component
class LeaderDecisionCards implements DecisionCards {

  private final LeaderDecisions decisions;

  LeaderDecisionCards(LeaderDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String kind() {
    return EscalationClockWatch.USER_DECIDE;
  }

  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var sheet = decisions.sheet(id, item, actor);
    return new DecisionCard("escalation/parts", sheet.file().code(), sheet.file().title(), sheet, sheet.bar(), false,
        Optional.of("/escalation/" + id + "/decision?item=" + item));
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    throw Refused.because("escalation.refused.choose");
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    throw Refused.because("escalation.refused.choose");
  }
}
