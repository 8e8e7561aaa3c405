package org.petitiondesk.petition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LastingClocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.FilingGate;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Not solved": a petitioner who rates "not satisfied" or disputes the closing is called back by somebody outside the
 * handling unit, within a term of its own (term {@code dissatisfaction}, a setting). The matter goes back to the unit, is
 * explained, or its review is proposed; it ends with an answer in writing. Until then the case is not filed away.
 */
@Service
@Transactional
public class DissatisfactionService implements FilingGate, LastingClocks {

  private static final int LONGEST_TEXT = 10_000;

  private final CaseFiles cases;
  private final DissatisfactionRecords records;
  private final PetitionRecords ratings;
  private final OutsideDesk outside;
  private final PetitionWorkflow petition;
  private final DissatisfactionWorkflow workflow;
  private final Clocks clocks;
  private final Terms terms;
  private final Documents documents;
  private final AuditTrail audit;
  private final CaseReviews reviews;
  private final Clock clock;

  DissatisfactionService(CaseFiles cases, DissatisfactionRecords records, PetitionRecords ratings, OutsideDesk outside,
      PetitionWorkflow petition, DissatisfactionWorkflow workflow, Clocks clocks, Terms terms, Documents documents,
      AuditTrail audit, CaseReviews reviews, Clock clock) {
    this.cases = cases;
    this.records = records;
    this.ratings = ratings;
    this.outside = outside;
    this.petition = petition;
    this.workflow = workflow;
    this.clocks = clocks;
    this.terms = terms;
    this.documents = documents;
    this.audit = audit;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** About each answer, the first one first. */
  @Transactional(readOnly = true)
  public List<Dissatisfaction> of(CaseId id) {
    return records.of(id);
  }

  /** The one that waits for a call or for the unit; there is one at a time. */
  @Transactional(readOnly = true)
  public Optional<Dissatisfaction> open(CaseId id) {
    return records.open(id);
  }

  /**
   * Answered in substance and closed, and this answer not disputed yet: then the petitioner may say that it is not solved.
   * Not while an earlier one is open: whoever calls about that asks about this too.
   */
  @Transactional(readOnly = true)
  public boolean mayDispute(CaseId id) {
    return isAnswered(cases.get(id)) && !isRaised(id);
  }

  private boolean isRaised(CaseId id) {
    var answer = ratings.answer(id);
    return records.of(id).stream().anyMatch(known -> known.answer() == answer || known.isOpen());
  }

  /** On the public page, where the caller has checked tracking code and secret. Refused without words. */
  public void dispute(RaiseDissatisfaction command) {
    if (command.words().isBlank()) {
      throw Refused.at("words", "petition.refused.no-words.dispute");
    }
    Texts.check("words", command.words(), LONGEST_TEXT);
    var file = cases.get(command.id());
    if (!isAnswered(file)) {
      throw new Conflict("petition.conflict.not-disputable");
    }
    if (isRaised(file.id())) {
      throw new Conflict("petition.conflict.dissatisfaction-raised");
    }
    records.add(file.id(), ratings.answer(file.id()), DissatisfactionSource.DISPUTE, file.leadUnit().orElseThrow(),
        command.solved(),
        Optional.of(command.procedure()), Optional.of(command.attitude()), command.words(), Actor.PUBLIC);
    begin(file, DissatisfactionSource.DISPUTE, Actor.PUBLIC);
  }

  /** A rating that says "not satisfied" with the unit or "not solved" opens it by itself. */
  void rated(RatePetition rating, Actor actor) {
    if (rating.solved() != Solved.NO && rating.unit() != Satisfaction.NOT_SATISFIED) {
      return;
    }
    if (isRaised(rating.id())) {
      // Disputed already: the rating counts, the question is not opened a second time.
      return;
    }
    var file = cases.get(rating.id());
    records.add(file.id(), ratings.answer(file.id()), DissatisfactionSource.RATING, file.leadUnit().orElseThrow(),
        rating.solved(),
        Optional.empty(), Optional.empty(), rating.comment(), actor);
    begin(file, DissatisfactionSource.RATING, actor);
  }

  /**
   * Needs the item. Refused without a reason, which is what the petitioner is answered, and for whoever handled the case
   * or answered for it.
   */
  public void callBack(CallBack call, Actor actor) {
    petition.requireItem(call.id(), call.item(), PetitionDissatisfaction.USER_CALL_BACK, actor);
    var file = cases.get(call.id());
    if (file.officer().filter(actor::involves).isPresent() || file.leader().filter(actor::involves).isPresent()) {
      throw Refused.because("petition.refused.own-work");
    }
    if (call.reason().isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.call-back");
    }
    Texts.check("reason", call.reason(), LONGEST_TEXT);
    records.add(records.open(call.id()).orElseThrow(), call, actor);
    audit.append(call.id(), actor, "petition.called-back", Map.of("solved", call.solved().name(), "procedure",
        call.procedure().name(), "attitude", call.attitude().name(), "decision", call.decision().name()));
    if (call.decision() == CallBackDecision.REVIEW) {
      reviews.propose(call.id(), trigger(file, call), call.reason(), actor);
    }
    workflow.calledBack(call.item(), call.decision() == CallBackDecision.BACK, actor);
  }

  /** Needs the item. The unit says what it has done since; the petitioner is called again. */
  public void redress(CaseId id, String item, String text, List<Upload> evidence, Actor actor) {
    petition.requireItem(id, item, PetitionDissatisfaction.USER_REDRESS, actor);
    if (text.isBlank()) {
      throw Refused.at("text", "petition.refused.no-redress");
    }
    Texts.check("text", text, LONGEST_TEXT);
    records.addRedress(records.open(id).orElseThrow(), text, actor);
    evidence.forEach(upload -> documents.add(id, DocumentKind.EVIDENCE, upload, actor));
    audit.append(id, actor, "petition.redressed", Map.of("files", evidence.size()));
    workflow.redressed(item, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Hold> holds(CaseId id) {
    return records.open(id)
        .map(open -> new Hold("petition.filing.dissatisfied", "/petitions/" + id));
  }

  private void begin(CaseFile file, DissatisfactionSource source, Actor actor) {
    var callers = outside.of(file, Role.OFFICER);
    audit.append(file.id(), actor, "petition.dissatisfied", Map.of("source", source.name(), "unit", callers.unit()));
    clocks.start(file.id(), Terms.DISSATISFACTION, terms.of(Terms.DISSATISFACTION), Dates.today(clock), callers.unit(),
        Actor.SYSTEM);
    cases.takeOut(file.id(), Actor.SYSTEM);
    workflow.begin(file.id(), callers, file.leadUnit().orElseThrow());
  }

  /** Closed as solved, and the petitioner says that nothing is. */
  private static CaseReviews.Trigger trigger(CaseFile file, CallBack call) {
    return call.solved() == Solved.NO && file.closingState().equals(Optional.of(ClosingState.SOLVED))
        ? CaseReviews.Trigger.FALSE_CLOSING
        : CaseReviews.Trigger.UNSATISFIED;
  }

  private static boolean isAnswered(CaseFile file) {
    return !file.isReport() && file.leadUnit().isPresent() && file.closingState().filter(
        state -> List.of(ClosingState.SOLVED, ClosingState.EXPLAINED, ClosingState.ANSWERED).contains(state))
        .isPresent();
  }

  /** The call-back is owed also when a new answer arrives meanwhile. */
  @Override
  public Set<String> kinds() {
    return Set.of(Terms.DISSATISFACTION);
  }
}
