package org.petitiondesk.petition.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.PetitionObjection;
import org.springframework.stereotype.Component;

/** Objections that wait for the ruling of the common superior. */
@Component
class ObjectionDecisions implements DecisionCards {

  private final CaseFiles cases;
  private final ObjectionService objections;

  ObjectionDecisions(CaseFiles cases, ObjectionService objections) {
    this.cases = cases;
    this.objections = objections;
  }

  @Override
  public String kind() {
    return PetitionObjection.USER_RULE;
  }

  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var petition = cases.open(id, actor);
    return new DecisionCard("petition/objection", petition.code(), petition.title(),
        objections.open(id).orElseThrow(), objections.rulingBar(id, actor), false,
        Optional.of("/petitions/" + id + "/objection/ruling?item=" + item));
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    throw Refused.because("petition.refused.objection.choose");
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    throw Refused.because("petition.refused.objection.choose");
  }
}
