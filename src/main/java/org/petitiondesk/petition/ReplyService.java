package org.petitiondesk.petition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handling opinion (处理意见书): draft, approval, way of delivery. */
@Service
@Transactional
public class ReplyService {

  private final CaseFiles cases;
  private final Letters letters;
  private final PetitionLetters petitionLetters;
  private final Terms terms;
  private final PetitionRecords records;
  private final ReconsiderationRights rights;
  private final OrdersAnew orders;
  private final Units units;
  private final AuditTrail audit;
  private final PetitionWorkflow workflow;

  ReplyService(CaseFiles cases, Letters letters, PetitionLetters petitionLetters, Terms terms, PetitionRecords records,
      ReconsiderationRights rights, OrdersAnew orders, Units units, AuditTrail audit, PetitionWorkflow workflow) {
    this.cases = cases;
    this.letters = letters;
    this.petitionLetters = petitionLetters;
    this.terms = terms;
    this.records = records;
    this.rights = rights;
    this.orders = orders;
    this.units = units;
    this.audit = audit;
    this.workflow = workflow;
  }

  /** The letter as it would go out for this draft. */
  @Transactional(readOnly = true)
  public String preview(CaseId id, Reply reply) {
    return letters.preview(petitionLetters.reply(id, reply.answers(), reply.remedy(), reply.method()));
  }

  /** The letter of a draft that is being written; refused like the draft itself while a part is missing. */
  @Transactional(readOnly = true)
  public String preview(DraftReply draft, Actor actor) {
    workflow.requireItem(draft.id(), draft.item(), PetitionReply.USER_DRAFT_REPLY, actor);
    check(draft);
    return letters.preview(petitionLetters.reply(draft.id(), draft.answers(), draft.remedy(), draft.method()));
  }

  /** What the paragraph on remedies usually says: whom to ask for reconsideration, and until when. */
  @Transactional(readOnly = true)
  public String usualRemedy(CaseId id) {
    return petitionLetters.remedy(
        rights.bodyAbove(id, cases.get(id).leadUnit().orElseThrow(), OpinionKind.RECONSIDERATION),
        terms.of(OpinionKind.RECONSIDERATION.requestClock()));
  }

  /** Needs the handling officer. Every demand point is answered with facts, basis and outcome, or it is refused; also while a unit that was asked late has not said its word. */
  public void draft(DraftReply draft, Actor actor) {
    workflow.requireItem(draft.id(), draft.item(), PetitionReply.USER_DRAFT_REPLY, actor);
    var missing = workflow.contributing(draft.id());
    if (!missing.isEmpty()) {
      throw Refused.because("petition.refused.contribution-missing",
          missing.stream().map(units::name).collect(Collectors.joining("、")));
    }
    check(draft);
    records.addReply(draft, actor);
    if (cases.get(draft.id()).status() == CaseStatus.HANDLING) {
      cases.move(draft.id(), CaseStatus.REPLYING, actor);
    }
    audit.append(draft.id(), actor, "reply.drafted", Map.of("points", draft.answers().size(), "method",
        draft.method().name()));
    workflow.done(draft.item(), actor);
  }

  /**
   * Needs the leader in charge. Nobody decides on their own work, also not for or through somebody else: not who drafted
   * the reply, and not who accepted or investigated the matter. Returning needs a reason.
   */
  public void decide(CaseId id, String item, boolean approved, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReply.USER_APPROVE_REPLY, actor);
    var reply = records.lastReply(id).orElseThrow();
    bar(id, actor).ifPresent(bar -> {
      throw bar;
    });
    if (!approved && reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.return");
    }
    records.addApproval(id, reply.draftNumber(), approved, reason, actor);
    audit.append(id, actor, approved ? "reply.approved" : "reply.returned",
        Map.of("draft", reply.draftNumber(), "reason", reason));
    workflow.approved(item, approved, actor);
  }

  /** After a letter could not be delivered: another way. Needs the handling officer. */
  public void changeDelivery(CaseId id, String item, DeliveryMethod method, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReply.USER_CHANGE_DELIVERY, actor);
    checkMethod(id, method);
    if (reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.delivery");
    }
    records.addDeliveryChange(id, method, reason, actor);
    audit.append(id, actor, "reply.delivery-changed", Map.of("method", method.name(), "reason", reason));
    workflow.done(item, actor);
  }

  /** Why this person may not decide on the last draft: it is their own work, or that of whom they come for. */
  @Transactional(readOnly = true)
  public Optional<Refused> bar(CaseId id, Actor actor) {
    if (actor.involves(records.lastReply(id).orElseThrow().draftedBy())) {
      return Optional.of(Refused.because("petition.refused.own-draft"));
    }
    var hands = Stream.concat(cases.get(id).officer().stream(),
        Stream.concat(records.acceptances(id).stream().map(Acceptance::decidedBy),
            records.notes(id).stream().filter(note -> note.kind() == NoteKind.INVESTIGATION).map(Note::writtenBy)));
    return hands.anyMatch(actor::involves)
        ? Optional.of(Refused.because("petition.refused.own-work"))
        : Optional.empty();
  }

  private void check(DraftReply draft) {
    checkAnswers(draft);
    if (draft.remedy().isBlank()) {
      throw Refused.at("remedy", "petition.refused.no-remedy");
    }
    checkMethod(draft.id(), draft.method());
  }

  private void checkAnswers(DraftReply draft) {
    Map<Integer, PointAnswer> answers = draft.answers().stream()
        .collect(Collectors.toMap(PointAnswer::number, Function.identity(), (first, second) -> second));
    var points = cases.points(draft.id());
    for (var i = 0; i < points.size(); i++) {
      var point = points.get(i);
      var answer = answers.get(point.number());
      if (answer == null || answer.outcome() == null) {
        throw Refused.at("answers[" + i + "].outcome", "petition.refused.no-outcome", point.number());
      }
      if (answer.facts().isBlank()) {
        throw Refused.at("answers[" + i + "].facts", "petition.refused.no-facts", point.number());
      }
      if (answer.basis().isBlank()) {
        throw Refused.at("answers[" + i + "].basis", "petition.refused.no-basis", point.number());
      }
    }
    var known = points.stream().map(point -> point.number()).collect(Collectors.toSet());
    if (!known.containsAll(answers.keySet())) {
      throw Refused.because("petition.refused.unknown-point");
    }
    orders.check(draft);
  }

  void checkMethod(CaseId id, DeliveryMethod method) {
    var recipient = cases.recipient(id);
    if (method == DeliveryMethod.EMAIL && recipient.email().isBlank()) {
      throw Refused.at("method", "petition.refused.no-email");
    }
    if (method == DeliveryMethod.POST && recipient.address().isBlank()) {
      throw Refused.at("method", "petition.refused.no-address");
    }
  }

  /** The ways that this petition's reply can take, the preferred one first. */
  @Transactional(readOnly = true)
  public List<DeliveryMethod> methods(CaseId id) {
    var recipient = cases.recipient(id);
    var preferred = cases.preferredMethod(id);
    return Stream.concat(Stream.of(preferred), Arrays.stream(DeliveryMethod.values()))
        .distinct().filter(method -> method != DeliveryMethod.EMAIL || !recipient.email().isBlank())
        .filter(method -> method != DeliveryMethod.POST || !recipient.address().isBlank()).toList();
  }
}
