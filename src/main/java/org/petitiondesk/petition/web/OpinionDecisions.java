package org.petitiondesk.petition.web;

import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationService;
import org.springframework.stereotype.Component;

/** Opinions on reconsiderations and final reviews that wait for the leader of the body. */
@Component
class OpinionDecisions implements DecisionCards {

  private final CaseFiles cases;
  private final ReconsiderationService reconsiderations;
  private final Clocks clocks;

  OpinionDecisions(CaseFiles cases, ReconsiderationService reconsiderations, Clocks clocks) {
    this.cases = cases;
    this.reconsiderations = reconsiderations;
    this.clocks = clocks;
  }

  @Override
  public String kind() {
    return PetitionReconsideration.USER_APPROVE;
  }

  /** Each is decided by itself: it says no to a unit, or to a petitioner for the last time. */
  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var petition = cases.open(id, actor);
    var asked = reconsiderations.open(id)
        .orElseThrow(() -> new Conflict("petition.conflict.not-in-reconsideration"));
    var drafts = reconsiderations.drafts(asked.id());
    var draft = drafts.get(drafts.size() - 1);
    var returned = reconsiderations.approvals(asked.id()).stream().filter(approval -> !approval.approved())
        .filter(approval -> approval.draftNumber() == draft.draftNumber() - 1).findFirst();
    return new DecisionCard("petition/opinion-decision", petition.code(), petition.title(),
        new OpinionDecision(petition, cases.points(id), asked, draft, NextClock.of(clocks.of(id)), returned),
        reconsiderations.bar(id, actor), false);
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    decide(id, item, true, "", actor);
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    decide(id, item, false, reason, actor);
  }

  private void decide(CaseId id, String item, boolean approved, String reason, Actor actor) {
    cases.requireSight(id, actor);
    reconsiderations.decide(id, item, approved, reason, actor);
  }
}
