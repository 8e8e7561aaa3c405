package org.petitiondesk.escalation.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.EscalationPause;
import org.petitiondesk.escalation.PauseRequest;
import org.petitiondesk.escalation.PauseRequests;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.springframework.stereotype.Component;

/** Requests to pause that wait for the leader of the unit. */
@Component
class PauseDecisions implements DecisionCards {

  private final PauseRequests requests;
  private final CaseFiles cases;

  PauseDecisions(PauseRequests requests, CaseFiles cases) {
    this.requests = requests;
    this.cases = cases;
  }

  /** What the leader must know. */
  record Facts(PauseRequest asked, Optional<PauseRequests.Possible> effect) {}

  @Override
  public String kind() {
    return EscalationPause.USER_APPROVE;
  }

  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var file = cases.open(id, actor);
    var asked = requests.asked(id, item, actor);
    var bar = requests.bar(id, actor);
    return new DecisionCard("escalation/pause-card", file.code(), file.title(),
        new Facts(asked, requests.effect(asked)), bar, bar.isEmpty() && !file.isReport());
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    requests.decide(id, item, true, "", actor);
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    requests.decide(id, item, false, reason, actor);
  }
}
