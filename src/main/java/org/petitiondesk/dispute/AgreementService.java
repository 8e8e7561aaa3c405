package org.petitiondesk.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.dispute.Dispute.Agreement;
import org.petitiondesk.dispute.Dispute.Confirmation;
import org.petitiondesk.dispute.Dispute.FollowUp;
import org.petitiondesk.dispute.Dispute.Part;
import org.petitiondesk.dispute.Dispute.Signature;
import org.petitiondesk.dispute.Dispute.Signer;
import org.petitiondesk.dispute.DisputeWorkflow.Signing;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreement: written, signed, performed part by part, confirmed by a court where both sides ask for it. */
@Service
@Transactional
public class AgreementService {

  public static final int MOST_PARTS = 20;

  private static final int WORDS = 4_000;
  private static final int TEXT = 20_000;

  private final DisputeTable disputes;
  private final Committees committees;
  private final DisputeTimes times;
  private final DisputeWorkflow workflow;
  private final CaseFiles cases;
  private final Clocks clocks;
  private final Documents documents;
  private final AuditTrail audit;

  AgreementService(DisputeTable disputes, Committees committees, DisputeTimes times, DisputeWorkflow workflow,
      CaseFiles cases, Clocks clocks, Documents documents, AuditTrail audit) {
    this.disputes = disputes;
    this.committees = committees;
    this.times = times;
    this.workflow = workflow;
    this.cases = cases;
    this.clocks = clocks;
    this.documents = documents;
    this.audit = audit;
  }

  /** Each part says who does what, how much, until when and in which way; one without a day is refused. */
  public void write(CaseId id, String item, AgreementForm form, String facts, String responsibility,
      List<NewPart> parts, Actor actor) {
    lock(id, item, DisputeMediation.USER_WRITE, DisputeState.MEDIATING, actor);
    if (form == null) {
      throw Refused.at("form", "dispute.refused.form");
    }
    MediationService.requireText("facts", facts, TEXT);
    MediationService.requireText("responsibility", responsibility, TEXT);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      throw Refused.at("parts", "dispute.refused.parts", MOST_PARTS);
    }
    for (var i = 0; i < parts.size(); i++) {
      check("parts[" + i + "].", parts.get(i));
    }
    disputes.addAgreement(id, form, facts, responsibility, parts, actor.id());
    if (form == AgreementForm.WRITTEN) {
      disputes.move(id, DisputeState.SIGNING);
    }
    audit.append(id, actor, "dispute.agreement-written", Map.of("form", form.name(), "parts", parts.size()));
    workflow.written(item, form, actor);
    if (form == AgreementForm.ORAL) {
      confirmable(id);
    }
  }

  private void check(String at, NewPart part) {
    if (part.side() == null) {
      throw Refused.at(at + "side", "dispute.refused.part-side");
    }
    MediationService.requireText(at + "act", part.act(), 2_000);
    Texts.check(at + "amount", part.amount(), 200);
    if (part.dueOn() == null) {
      throw Refused.at(at + "dueOn", "dispute.refused.part-day");
    }
    if (part.dueOn().isBefore(times.today())) {
      throw Refused.at(at + "dueOn", "dispute.refused.part-past");
    }
    MediationService.requireText(at + "way", part.way(), 300);
  }

  /**
   * A side signs on its public page, where the caller has checked code and secret.
   *
   * @param number of the agreement that the side was shown; another one by now is a {@link Conflict}
   */
  public void sign(CaseId id, Side side, int number) {
    cases.lock(id);
    var dispute = disputes.lock(id);
    var agreement = dispute.agreement()
        .filter(each -> dispute.state() == DisputeState.SIGNING && each.number() == number)
        .filter(each -> each.signature(Signer.of(side)).isEmpty())
        .orElseThrow(() -> new Conflict("dispute.conflict.signed"));
    disputes.sign(id, agreement.number(),
        new Signature(Signer.of(side), times.today(), Via.PORTAL, Actor.PUBLIC.id(), Optional.empty()));
    audit.append(id, Actor.PUBLIC, "dispute.signed", Map.of("signer", side.name(), "via", Via.PORTAL.name()));
  }

  /**
   * How the signing ended. Signed is it by both sides, the mediator and the committee's seal, and what was signed on paper
   * is there as a scan; else it goes back to a session, or has failed, with the reason.
   *
   * @param on the day of each signature on paper
   */
  public void finishSigning(CaseId id, String item, Signing result, Map<Signer, LocalDate> on, String words,
      List<Upload> scans, Actor actor) {
    var dispute = lock(id, item, DisputeMediation.USER_SIGN, DisputeState.SIGNING, actor);
    var agreement = dispute.agreement().orElseThrow();
    if (result == null) {
      throw Refused.at("result", "dispute.refused.signing");
    }
    Texts.check("words", words, WORDS);
    if (result == Signing.SIGNED) {
      signOnPaper(dispute, agreement, on, scans, actor);
    } else {
      MediationService.requireText("words", words, WORDS);
      disputes.move(id, DisputeState.MEDIATING);
      audit.append(id, actor, "dispute.not-signed", Map.of("signing", result.name(), "reason", words));
    }
    workflow.signing(item, result, actor);
    if (result == Signing.SIGNED) {
      confirmable(id);
    }
  }

  /** The agreement is in force: from now on both may go to the court together, whatever becomes of the mediation. */
  private void confirmable(CaseId id) {
    var dispute = disputes.get(id);
    var last = confirmationTime(id).orElseThrow().due().on();
    workflow.confirmable(id, dispute.committee(), dispute.mediator().orElseThrow().account(), times.remindAt(last),
        DisputeTimes.endOf(last));
  }

  private void signOnPaper(Dispute dispute, Agreement agreement, Map<Signer, LocalDate> on, List<Upload> scans,
      Actor actor) {
    var days = new EnumMap<Signer, LocalDate>(Signer.class);
    for (var signer : Signer.values()) {
      if (agreement.signature(signer).isPresent()) {
        continue;
      }
      var day = on.get(signer);
      if (day == null) {
        throw Refused.at(field(signer), "dispute.refused.signature." + signer);
      }
      if (day.isAfter(times.today()) || day.isBefore(Dates.local(agreement.at()).toLocalDate())) {
        throw Refused.at(field(signer), "dispute.refused.signature-day");
      }
      days.put(signer, day);
    }
    if (scans.isEmpty()) {
      throw Refused.at("scans", "dispute.refused.signature-scan");
    }
    var kept = new ArrayList<DocumentId>();
    scans.forEach(scan -> kept.add(documents.add(dispute.id(), DocumentKind.PROOF, scan, actor)));
    days.forEach((signer, day) -> {
      disputes.sign(dispute.id(), agreement.number(),
          new Signature(signer, day, Via.OFFICE, actor.id(), Optional.of(kept.get(0))));
      audit.append(dispute.id(), actor, "dispute.signed", Map.of("signer", signer.name(), "via", Via.OFFICE.name()));
    });
  }

  private static String field(Signer signer) {
    return switch (signer) {
      case APPLICANT -> "applicantOn";
      case OTHER -> "otherOn";
      case MEDIATOR -> "mediatorOn";
      case SEAL -> "sealOn";
    };
  }

  /** Somebody of the committee states that a part is performed, or that it is not. */
  public void record(CaseId id, int part, boolean performed, LocalDate on, String words, List<Upload> proof,
      Actor actor) {
    cases.lock(id);
    var dispute = disputes.lock(id);
    committees.require(dispute, actor);
    if (on == null || on.isAfter(times.today())) {
      throw Refused.at("on", "dispute.refused.future");
    }
    var document = proof.stream().map(file -> documents.add(id, DocumentKind.PROOF, file, actor)).toList();
    enter(dispute, part, performed ? Part.Entry.Kind.PERFORMED : Part.Entry.Kind.NOT_PERFORMED,
        Part.Entry.Speaker.MEDIATOR, on, words, document.stream().findFirst(), actor);
  }

  /**
   * A side says on its public page that a part is performed or not. Whoever was to receive it settles that; whoever was to
   * do it only says so.
   */
  public void say(CaseId id, Side side, int part, boolean performed, String words) {
    cases.lock(id);
    var dispute = disputes.lock(id);
    var own = part(dispute, part).side() == side;
    var kind = !performed
        ? Part.Entry.Kind.NOT_PERFORMED
        : own ? Part.Entry.Kind.SAID_PERFORMED : Part.Entry.Kind.PERFORMED;
    enter(dispute, part, kind, Part.Entry.Speaker.of(side), times.today(), words, Optional.empty(), Actor.PUBLIC);
  }

  private void enter(Dispute dispute, int number, Part.Entry.Kind kind, Part.Entry.Speaker said, LocalDate on,
      String words, Optional<DocumentId> document, Actor actor) {
    var part = part(dispute, number);
    if (part.isPerformed()) {
      throw Refused.at("part", "dispute.refused.performed-already", number,
          part.performedOn().map(DisputePapers::day).orElseThrow());
    }
    var agreement = dispute.agreement().orElseThrow();
    if (on.isBefore(agreement.inForceOn().orElseThrow())) {
      throw Refused.at("on", "dispute.refused.before-agreement");
    }
    Texts.check("words", words, WORDS);
    disputes.addEntry(dispute.id(), agreement.number(), number, kind, said, on, words, actor.id(), document);
    audit.append(dispute.id(), actor, act(kind),
        Map.of("number", number, "on", on.toString(), "said", said.name()));
    var after = disputes.get(dispute.id());
    times.follow(after, after.agreement(), actor);
    if (after.agreement().orElseThrow().isPerformed()) {
      performed(after, actor);
    }
  }

  private static String act(Part.Entry.Kind kind) {
    return switch (kind) {
      case PERFORMED -> "dispute.part-performed";
      case SAID_PERFORMED -> "dispute.part-said-performed";
      case NOT_PERFORMED -> "dispute.part-not-performed";
    };
  }

  private Part part(Dispute dispute, int number) {
    if (dispute.state() != DisputeState.PERFORMING && dispute.state() != DisputeState.FOLLOWING_UP) {
      throw new Conflict("dispute.conflict.not-in-force");
    }
    return dispute.agreement().orElseThrow().parts().stream().filter(part -> part.number() == number).findFirst()
        .orElseThrow(() -> Refused.at("part", "dispute.refused.no-part"));
  }

  private void performed(Dispute dispute, Actor actor) {
    disputes.move(dispute.id(), DisputeState.FOLLOWING_UP);
    audit.append(dispute.id(), actor, "dispute.performed",
        Map.of("inTime", dispute.agreement().orElseThrow().isInTime()));
    times.start(dispute.id(), DisputeTimes.FOLLOW_UP, dispute.committee(), actor);
    workflow.performed(dispute.id(), times.end(dispute.id(), DisputeTimes.FOLLOW_UP).minusSeconds(1), actor);
  }

  /** It will not be performed: both hear what remains possible. Needs a part whose day has passed. */
  public void breach(CaseId id, String item, String words, Actor actor) {
    var dispute = lock(id, item, DisputeMediation.USER_WATCH, DisputeState.PERFORMING, actor);
    if (dispute.agreement().orElseThrow().parts().stream().filter(part -> !part.isPerformed())
        .noneMatch(part -> part.dueOn().isBefore(times.today()))) {
      throw Refused.because("dispute.refused.breach-early");
    }
    MediationService.requireText("words", words, WORDS);
    audit.append(id, actor, "dispute.breached", Map.of("reason", words));
    workflow.breached(item, actor);
  }

  /** Both sides have asked the court together, within their thirty days (日). */
  public void askConfirmation(CaseId id, String court, LocalDate on, Actor actor) {
    cases.lock(id);
    var dispute = disputes.lock(id);
    committees.require(dispute, actor);
    var agreement = dispute.agreement().filter(each -> each.inForceOn().isPresent())
        .orElseThrow(() -> new Conflict("dispute.conflict.not-in-force"));
    if (dispute.confirmation().isPresent()) {
      throw new Conflict("dispute.conflict.confirmation-asked");
    }
    MediationService.requireText("court", court, 300);
    if (on == null || on.isAfter(times.today()) || on.isBefore(agreement.inForceOn().orElseThrow())) {
      throw Refused.at("askedOn", "dispute.refused.asked-on");
    }
    var time = confirmationTime(id).orElseThrow();
    var last = time.due().on();
    if (on.isAfter(last) || !time.running()) {
      throw Refused.at("askedOn", "dispute.refused.asked-late", DisputePapers.day(last));
    }
    disputes.addConfirmation(id, court, on, actor.id());
    audit.append(id, actor, "dispute.confirmation-asked", Map.of("court", court, "on", on.toString()));
    times.stop(id, DisputeTimes.CONFIRMATION, actor);
    workflow.confirmationAsked(id, actor);
  }

  public void recordConfirmation(CaseId id, String item, Confirmation.Kind kind, String number, LocalDate on,
      List<Upload> scans, Actor actor) {
    workflow.require(id, item, DisputeConfirmation.USER_RECORD, actor);
    cases.requireSight(id, actor);
    cases.lock(id);
    var confirmation = disputes.lock(id).confirmation().filter(each -> each.result().isEmpty())
        .orElseThrow(() -> new Conflict("dispute.conflict.moved-on"));
    if (kind == null) {
      throw Refused.at("kind", "dispute.refused.confirmation");
    }
    if (kind != Confirmation.Kind.WITHDRAWN) {
      MediationService.requireText("number", number, 200);
    }
    if (on == null || on.isBefore(confirmation.askedOn()) || on.isAfter(times.today())) {
      throw Refused.at("on", "dispute.refused.decided-on");
    }
    disputes.confirmed(id, new Confirmation.Result(kind, number, on), actor.id());
    scans.forEach(scan -> documents.add(id, DocumentKind.PROOF, scan, actor));
    audit.append(id, actor, "dispute.confirmation-recorded", Map.of("courtResult", kind.name(), "on", on.toString()));
    if (cases.get(id).isClosed()) {
      cases.file(id, actor);
    }
    workflow.confirmationRecorded(item, actor);
  }

  /** The visit after the performance; then it is closed. */
  public void followUp(CaseId id, String item, FollowUp visit, Actor actor) {
    lock(id, item, DisputeMediation.USER_FOLLOW_UP, DisputeState.FOLLOWING_UP, actor);
    if (visit.way() == null) {
      throw Refused.at("way", "dispute.refused.way");
    }
    MediationService.requireText("words", visit.words(), WORDS);
    if (visit.on() == null || visit.on().isAfter(times.today())) {
      throw Refused.at("on", "dispute.refused.future");
    }
    disputes.addFollowUp(id, visit);
    audit.append(id, actor, "dispute.followed-up", Map.of("holds", visit.holds()));
    workflow.followedUp(item, actor);
  }

  /** The time in which both may ask the court: running, passed or used. */
  @Transactional(readOnly = true)
  public Optional<ClockState> confirmationTime(CaseId id) {
    return clocks.of(id).stream().filter(state -> state.kind().equals(DisputeTimes.CONFIRMATION)).findFirst();
  }

  private Dispute lock(CaseId id, String item, String step, DisputeState state, Actor actor) {
    workflow.require(id, item, step, actor);
    cases.requireSight(id, actor);
    cases.lock(id);
    var dispute = disputes.lock(id);
    if (dispute.state() != state) {
      throw new Conflict("dispute.conflict.moved-on");
    }
    return dispute;
  }
}
