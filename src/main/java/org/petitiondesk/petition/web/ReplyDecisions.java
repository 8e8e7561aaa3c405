package org.petitiondesk.petition.web;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.Reply;
import org.petitiondesk.petition.ReplyService;
import org.springframework.stereotype.Component;

/** Replies that wait for the leader's approval. */
@Component
class ReplyDecisions implements DecisionCards {

  private final CaseFiles cases;
  private final PetitionHistory history;
  private final ReplyService replies;
  private final Clocks clocks;

  ReplyDecisions(CaseFiles cases, PetitionHistory history, ReplyService replies, Clocks clocks) {
    this.cases = cases;
    this.history = history;
    this.replies = replies;
    this.clocks = clocks;
  }

  @Override
  public String kind() {
    return PetitionReply.USER_APPROVE_REPLY;
  }

  /** Reports are decided one by one: each is opened, and that is on record. */
  @Override
  public DecisionCard card(CaseId id, String item, Actor actor) {
    var petition = cases.open(id, actor);
    var drafts = history.replies(id);
    var draft = drafts.get(drafts.size() - 1);
    var returned = history.approvals(id).stream().filter(approval -> !approval.approved())
        .filter(approval -> approval.draftNumber() == draft.draftNumber() - 1).findFirst();
    var facts = new ReplyDecision(petition, cases.points(id), draft, NextClock.of(clocks.of(id)), returned,
        returned.flatMap(approval -> numbered(drafts, approval.draftNumber()))
            .map(before -> DraftChange.between(before, draft)).orElse(List.of()));
    var bar = replies.bar(id, actor);
    return new DecisionCard("petition/decision", petition.code(), petition.title(), facts, bar,
        bar.isEmpty() && !petition.isReport());
  }

  @Override
  public void approve(CaseId id, String item, Actor actor) {
    cases.requireSight(id, actor);
    replies.decide(id, item, true, "", actor);
  }

  @Override
  public void giveBack(CaseId id, String item, String reason, Actor actor) {
    cases.requireSight(id, actor);
    replies.decide(id, item, false, reason, actor);
  }

  private static Optional<Reply> numbered(List<Reply> drafts, int number) {
    return drafts.stream().filter(draft -> draft.draftNumber() == number).findFirst();
  }
}
