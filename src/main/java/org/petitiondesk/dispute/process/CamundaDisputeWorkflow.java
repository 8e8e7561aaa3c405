package org.petitiondesk.dispute.process;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.petitiondesk.dispute.AgreementForm;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.dispute.DisputeConfirmation;
import org.petitiondesk.dispute.DisputeDanger;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeWorkflow;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The dispute's process in the engine. */
@Component
class CamundaDisputeWorkflow implements DisputeWorkflow {

  private static final Set<String> OURS = Set.of(DisputeMediation.KEY, DisputeDanger.KEY, DisputeConfirmation.KEY);

  private final Processes processes;

  CamundaDisputeWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, String committee, boolean otherNamed) {
    processes.start(DisputeMediation.KEY, id,
        DisputeMediation.COMMITTEE.with(committee).with(DisputeMediation.MEDIATOR, "")
            .with(DisputeMediation.OTHER_NAMED, otherNamed));
  }

  @Override
  public void require(CaseId id, String item, String step, Actor actor) {
    var task = processes.require(item, actor);
    if (!OURS.contains(task.processKey()) || !task.key().equals(step) || !task.caseId().equals(id)) {
      throw new NotFound("dispute.not-found.item");
    }
  }

  @Override
  public void consentSettled(String item, boolean consented, Actor actor) {
    processes.complete(item, actor, DisputeMediation.CONSENTED.with(consented));
  }

  @Override
  public void consentSettled(CaseId id, boolean consented, Actor actor) {
    processes.correlate(DisputeMediation.CONSENT_SETTLED, id, DisputeMediation.CONSENTED.with(consented), actor);
  }

  @Override
  public void assigned(String item, String mediator, Actor actor) {
    processes.complete(item, actor, DisputeMediation.MEDIATOR.with(mediator));
  }

  @Override
  public void replaced(CaseId id, String mediator, Actor actor) {
    processes.remember(id, OURS, DisputeMediation.MEDIATOR.with(mediator));
    processes.openTasks(id).stream().filter(task -> OURS.contains(task.processKey()))
        .filter(task -> task.group().startsWith("mediator@")).forEach(task -> {
          if (mediator.isEmpty()) {
            processes.putBack(task.id(), actor);
          } else {
            processes.transfer(task.id(), mediator, "", actor);
          }
        });
  }

  @Override
  public void named(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void givenUp(String item, Actor actor) {
    processes.complete(item, actor, DisputeMediation.ARRANGED.with(false));
  }

  @Override
  public void confirmable(CaseId id, String committee, String mediator, String remindAt, String lapsesAt) {
    processes.start(DisputeConfirmation.KEY, id,
        DisputeConfirmation.COMMITTEE.with(committee).with(DisputeConfirmation.MEDIATOR, mediator)
            .with(DisputeConfirmation.CONFIRMATION_REMIND_AT, remindAt)
            .with(DisputeConfirmation.CONFIRMATION_LAPSES_AT, lapsesAt));
  }

  @Override
  public void arranged(String item, Instant startsAt, Actor actor) {
    processes.complete(item, actor,
        DisputeMediation.ARRANGED.with(true).with(DisputeMediation.SESSION_AT, time(startsAt)));
  }

  @Override
  public void held(String item, Session.Result result, Actor actor) {
    processes.complete(item, actor, DisputeMediation.SESSION_RESULT.with(result.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void written(String item, AgreementForm form, Actor actor) {
    processes.complete(item, actor, DisputeMediation.WRITTEN.with(form == AgreementForm.WRITTEN));
  }

  @Override
  public void signing(String item, Signing result, Actor actor) {
    processes.complete(item, actor, DisputeMediation.SIGNING_RESULT.with(result.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void breached(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void performed(CaseId id, Instant followUpBy, Actor actor) {
    processes.correlate(DisputeMediation.AGREEMENT_PERFORMED, id,
        DisputeMediation.FOLLOW_UP_BY.with(time(followUpBy)), actor);
  }

  @Override
  public void followedUp(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void withdrawn(CaseId id, Actor actor) {
    processes.correlate(DisputeMediation.DISPUTE_WITHDRAWN, id, Facts.none(), actor);
  }

  @Override
  public void inDanger(CaseId id, String committee, Instant answerBy) {
    processes.start(DisputeDanger.KEY, id,
        DisputeDanger.COMMITTEE.with(committee).with(DisputeDanger.DANGER_BY, time(answerBy)));
  }

  @Override
  public void dangerAnswered(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void confirmationAsked(CaseId id, Actor actor) {
    processes.correlate(DisputeConfirmation.CONFIRMATION_ASKED, id, Facts.none(), actor);
  }

  @Override
  public void confirmationRecorded(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  private static String time(Instant at) {
    return at.atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
