package org.petitiondesk.dispute;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.dispute.Dispute.Signature;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a mediation that nobody has to take. */
@Component
@Transactional
public class DisputeSteps {

  private static final Actor SYSTEM = Actor.SYSTEM;

  private final DisputeTable disputes;
  private final DisputePapers papers;
  private final DisputeTimes times;
  private final CaseFiles cases;
  private final AuditTrail audit;

  DisputeSteps(DisputeTable disputes, DisputePapers papers, DisputeTimes times, CaseFiles cases, AuditTrail audit) {
    this.disputes = disputes;
    this.papers = papers;
    this.times = times;
    this.cases = cases;
    this.audit = audit;
  }

  /** Asks both sides in writing; says when a silent one is reminded, and when silence ends it. */
  public Facts askConsent(CaseId id) {
    var dispute = disputes.get(id);
    var last = times.start(id, DisputeTimes.CONSENT, dispute.committee(), SYSTEM);
    papers.both(dispute, DisputePapers.CONSENT, Map.of("dueOn", DisputePapers.day(last)), SYSTEM);
    return DisputeMediation.CONSENT_REMIND_AT.with(times.remindAt(last))
        .with(DisputeMediation.CONSENT_LAPSES_AT, DisputeTimes.endOf(last));
  }

  public void remindSilent(CaseId id) {
    var dispute = disputes.get(id);
    var last = times.running(id, DisputeTimes.CONSENT).orElseThrow().due().on();
    dispute.silent().forEach(side -> papers.one(dispute, side, DisputePapers.CONSENT_REMINDER,
        Map.of("dueOn", DisputePapers.day(last)), SYSTEM));
    audit.append(id, SYSTEM, "dispute.consent-reminded", Map.of("sides", dispute.silent().map(Side::name).toList()));
  }

  /** A side does not want it, or has said nothing: both hear of the other ways. */
  public void decline(CaseId id) {
    var dispute = disputes.lock(id);
    var refused = dispute.consents().stream().anyMatch(consent -> !consent.agreed());
    var why = papers.text(refused ? "dispute.declined.refused" : "dispute.declined.silent");
    end(dispute, DisputeState.DECLINED, ClosingState.NOT_ACCEPTED, DisputePapers.DECLINED, Map.of("reason", why));
  }

  /** Tells both sides their rights and duties, and who mediates. */
  public void begin(CaseId id) {
    var dispute = disputes.get(id);
    var last = times.running(id, DisputeTimes.MEDIATION).orElseThrow().due().on();
    papers.both(dispute, DisputePapers.RIGHTS, Map.of("dueOn", DisputePapers.day(last), "mediator",
        papers.mediator(dispute)), SYSTEM);
  }

  public void fail(CaseId id) {
    end(disputes.lock(id), DisputeState.FAILED, ClosingState.NOT_OURS, DisputePapers.FAILED, Map.of());
  }

  /** The agreement holds from the last signature on, an oral one from today: each side gets it. */
  public void putInForce(CaseId id) {
    var dispute = disputes.lock(id);
    var agreement = dispute.agreements().get(dispute.agreements().size() - 1);
    var on = agreement.signatures().stream().map(Signature::on).max(Comparator.naturalOrder()).orElse(times.today());
    disputes.inForce(id, agreement.number(), on);
    disputes.move(id, DisputeState.PERFORMING);
    times.stop(id, DisputeTimes.MEDIATION, SYSTEM);
    var last = times.startConfirmation(id, on, SYSTEM);
    audit.append(id, SYSTEM, "dispute.in-force", Map.of("form", agreement.form().name(), "parts",
        agreement.parts().size()));
    var after = disputes.get(id);
    times.follow(after, after.agreement(), SYSTEM);
    var facts = new HashMap<>(papers.agreement(after, agreement));
    facts.put("form", papers.text("dispute.form." + agreement.form()));
    facts.put("until", DisputePapers.day(last));
    facts.put("mediator", papers.mediator(after));
    papers.both(after, DisputePapers.AGREEMENT, facts, SYSTEM);
  }

  /** Nothing happens when the court was asked, or the time is over. */
  public void remindConfirmation(CaseId id) {
    var dispute = disputes.get(id);
    times.running(id, DisputeTimes.CONFIRMATION).filter(state -> dispute.confirmation().isEmpty())
        .ifPresent(state -> papers.both(dispute, DisputePapers.CONFIRMATION_REMINDER,
            Map.of("until", DisputePapers.day(state.due().on())), SYSTEM));
  }

  /** Nobody asked in time. */
  public void lapseConfirmation(CaseId id) {
    times.stop(id, DisputeTimes.CONFIRMATION, SYSTEM);
    audit.append(id, SYSTEM, "dispute.confirmation-lapsed", Map.of());
  }

  public void guideBreach(CaseId id) {
    end(disputes.lock(id), DisputeState.BREACHED, ClosingState.NOT_OURS, DisputePapers.BREACH, Map.of());
  }

  /** Performed and visited; solved it is only when it holds. */
  public void close(CaseId id) {
    var dispute = disputes.lock(id);
    disputes.move(id, DisputeState.CLOSED);
    finish(dispute, dispute.followUp().orElseThrow().holds() ? ClosingState.SOLVED : ClosingState.EXPLAINED);
  }

  public void withdraw(CaseId id) {
    end(disputes.lock(id), DisputeState.WITHDRAWN, ClosingState.WITHDRAWN, DisputePapers.WITHDRAWN, Map.of());
  }

  /** In writing to the police; the leaders get an item of their own from the model. */
  public void reportDanger(CaseId id) {
    var dispute = disputes.get(id);
    var danger = dispute.dangers().get(dispute.dangers().size() - 1);
    papers.police(dispute, danger.words(), SYSTEM);
    audit.append(id, SYSTEM, "dispute.danger-reported", Map.of("number", danger.number()));
  }

  private void end(Dispute dispute, DisputeState state, ClosingState closing, String template,
      Map<String, Object> facts) {
    disputes.move(dispute.id(), state);
    papers.both(dispute, template, facts, SYSTEM);
    audit.append(dispute.id(), SYSTEM, "dispute.ended", Map.of("state", state.name()));
    finish(dispute, closing);
  }

  private void finish(Dispute dispute, ClosingState closing) {
    times.stopAll(dispute.id(), SYSTEM);
    cases.close(dispute.id(), closing, SYSTEM);
  }
}
