package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Hands;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.FilingGate;
import org.petitiondesk.people.Unit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The right to have an opinion looked at once more: it begins when the opinion arrives, and ends with the request or with
 * its time. Until then, and while a request is open, the case is not filed away.
 */
@Component
@Transactional
public class ReconsiderationRights implements FilingGate {

  private static final Set<String> REQUEST_CLOCKS = Set.of(OpinionKind.RECONSIDERATION.requestClock(),
      OpinionKind.FINAL_REVIEW.requestClock());

  private final ReconsiderationRecords records;
  private final ReviewBodies bodies;
  private final CaseFiles cases;
  private final Clocks clocks;
  private final Terms terms;
  private final AuditTrail audit;
  private final Clock clock;

  ReconsiderationRights(ReconsiderationRecords records, ReviewBodies bodies, CaseFiles cases, Clocks clocks,
      Terms terms, AuditTrail audit, Clock clock) {
    this.records = records;
    this.bodies = bodies;
    this.cases = cases;
    this.clocks = clocks;
    this.terms = terms;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of the last opinion; empty while there is none, and when it is final or orders the unit to handle the matter anew. */
  @Transactional(readOnly = true)
  public Optional<ReviewRight> of(CaseId id) {
    return records.lastOpinion(id).flatMap(opinion -> opinion.right().flatMap(clocks::find)
        .map(time -> new ReviewRight(opinion, opinion.kind().next().orElseThrow(), state(id, time), time,
            body(id, opinion).map(Unit::name))));
  }

  private ReviewRight.State state(CaseId id, ClockState time) {
    if (records.open(id).isPresent()) {
      return ReviewRight.State.USED;
    }
    return isOver(time) ? ReviewRight.State.LAPSED : ReviewRight.State.OPEN;
  }

  /** Every opinion that has arrived, oldest first. */
  @Transactional(readOnly = true)
  public List<Opinion> opinions(CaseId id) {
    return records.opinions(id);
  }

  /** Whether a final review stands: the same facts are no longer accepted (不再受理). */
  @Transactional(readOnly = true)
  public boolean isFinal(CaseId id) {
    return records.lastOpinion(id).filter(Opinion::isFinal).isPresent();
  }

  /** Those among the cases of which {@link #isFinal} holds. */
  @Transactional(readOnly = true)
  public Set<CaseId> finals(List<CaseId> ids) {
    return records.finallyReviewed(ids);
  }

  /** Who can be asked, by name; empty when it is not on this desk. */
  @Transactional(readOnly = true)
  public Optional<Unit> bodyAbove(CaseId id, String decided, OpinionKind level) {
    return bodies.of(decided, level, cases.get(id).territory());
  }

  /** The request stands; nobody has to think of it again. */
  @Override
  @Transactional(readOnly = true)
  public Optional<Hold> holds(CaseId id) {
    if (records.open(id).isPresent()) {
      return Optional.of(new Hold("petition.hold.reconsideration", "/petitions/" + id));
    }
    return clocks.of(id).stream().anyMatch(state -> state.running() && REQUEST_CLOCKS.contains(state.kind()))
        ? Optional.of(new Hold("petition.hold.right", "/petitions/" + id))
        : Optional.empty();
  }

  /** An opinion has arrived; the time to ask the next higher body begins. */
  void arrived(CaseId id, OpinionKind kind, String unit, LetterId letter, LocalDate on, Optional<UUID> request,
      Optional<ReviewResult> result) {
    var right = kind.next().filter(next -> !result.equals(Optional.of(ReviewResult.ANEW)))
        .map(next -> begin(id, next, on));
    records.addOpinion(id, new Opinion(UUID.randomUUID(), records.opinions(id).size() + 1, kind, unit, letter, on,
        request, result, right));
  }

  /** A request that was not let in leaves the rest of the time. */
  void leave(CaseId id, Opinion opinion) {
    var time = opinion.right().flatMap(clocks::find).orElseThrow();
    if (!Dates.today(clock).isAfter(time.due().on())) {
      begin(id, opinion.kind().next().orElseThrow(), opinion.deliveredOn());
    }
  }

  /** In the hands of nobody of the house: no unit is late with it. */
  private ClockId begin(CaseId id, OpinionKind level, LocalDate on) {
    return clocks.start(id, level.requestClock(), terms.of(level.requestClock()), on, Hands.PETITIONER, Actor.SYSTEM);
  }

  boolean isOver(ClockState time) {
    return Dates.today(clock).isAfter(time.due().on());
  }

  Optional<Unit> body(CaseId id, Opinion opinion) {
    return bodies.of(opinion.unit(), opinion.kind().next().orElseThrow(), cases.get(id).territory());
  }

  /** The times to ask that have passed while nobody asked. Each case is its own act. */
  List<ClockState> passed() {
    return clocks.runOut(REQUEST_CLOCKS);
  }

  void lapse(ClockState time) {
    records.lockOpinions(time.caseId());
    if (clocks.find(time.id()).filter(ClockState::running).isEmpty()) {
      return;
    }
    clocks.stop(time.caseId(), time.kind(), time.due().on(), Actor.SYSTEM);
    audit.append(time.caseId(), Actor.SYSTEM, "reconsideration.lapsed",
        Map.of("kind", time.kind(), "until", time.due().on().toString()));
    cases.file(time.caseId(), Actor.SYSTEM);
  }
}
