package org.petitiondesk.escalation.web;

import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.EscalationExtension;
import org.petitiondesk.escalation.Extension;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.springframework.stereotype.Component;

/** Requests for more time that wait for the head of the unit. */
@Component
class ExtensionDecisions implements DecisionCards {

  private final Extensions extensions;
  private final Clocks clocks;
  private final CaseFiles cases;

  ExtensionDecisions(Extensions extensions, Clocks clocks, CaseFiles cases) {
    this.extensions = extensions;
    this.clocks = clocks;
    this.cases = cases;
  }

  /** What the head of the unit must know. */
  record Facts(Extension asked, Optional<ClockState> clock) {}

  @Override
  public String kind() {
    return EscalationExtension.USER_APPROVE;
  }

  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var file = cases.open(id, actor);
    var asked = extensions.asked(id, item, actor);
    var bar = extensions.bar(id, actor);
    return new DecisionCard("escalation/extension-card", file.code(), file.title(),
        new Facts(asked, clocks.find(asked.clock())), bar, bar.isEmpty() && !file.isReport());
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    extensions.decide(id, item, true, "", actor);
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    extensions.decide(id, item, false, reason, actor);
  }
}
