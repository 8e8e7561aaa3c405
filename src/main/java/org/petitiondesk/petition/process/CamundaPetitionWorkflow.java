package org.petitiondesk.petition.process;

import java.util.List;
import java.util.Set;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.PetitionWorkflow;
import org.petitiondesk.petition.ScreeningVerdict;
import org.springframework.stereotype.Component;

/** The petition's process in the engine. */
@Component
class CamundaPetitionWorkflow implements PetitionWorkflow {

  /** The models that know who handles the petition. */
  private static final Set<String> OURS = Set.of(PetitionHandling.KEY, PetitionReply.KEY);
  /** Processes whose tasks have a page here; a task of another one is not finished by its name alone. */
  private static final Set<String> WITH_PAGES = Set.of(PetitionHandling.KEY, PetitionAssignment.KEY, PetitionReply.KEY,
      PetitionObjection.KEY, PetitionDissatisfaction.KEY, PetitionRatingExclusion.KEY);

  private final Processes processes;

  CamundaPetitionWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, String registeringUnit) {
    processes.start(PetitionHandling.KEY, id, PetitionHandling.REGISTERING_UNIT.with(registeringUnit));
  }

  @Override
  public boolean isRunning(CaseId id) {
    return processes.isRunning(PetitionHandling.KEY, id);
  }

  @Override
  public List<String> contributing(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> PetitionHandling.CONTRIBUTIONS.contains(task.key()))
        .map(task -> Group.of(task.group()).unit()).toList();
  }

  @Override
  public boolean helped(CaseId id, String unit, List<String> coUnits, Actor actor) {
    return processes.correlate(PetitionHandling.HELPER_ADDED, id,
        PetitionHandling.HELPER.with(unit).with(PetitionHandling.CO_UNITS, String.join(",", coUnits)), actor);
  }

  @Override
  public void restart(CaseId id, String step, Facts facts) {
    processes.restart(PetitionHandling.KEY, id, step, facts);
  }

  @Override
  public void give(CaseId id, String account, Actor actor) {
    processes.transferOpen(id, account, actor);
  }

  @Override
  public void inHands(CaseId id, String before, String after, String officer, String leader, String reason,
      Actor actor) {
    processes.remember(id, OURS,
        PetitionHandling.OFFICER.with(officer).with(PetitionHandling.LEADER, leader));
    processes.openTasks(id).stream().filter(task -> OURS.contains(task.processKey()))
        .filter(task -> task.assignee().filter(before::equals).isPresent())
        .forEach(task -> processes.transfer(task.id(), after, reason, actor));
  }

  @Override
  public void requireItem(CaseId id, String item, Set<String> keys, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !WITH_PAGES.contains(task.processKey()) || !keys.contains(task.key())) {
      throw new NotFound("petition.not-found.item");
    }
  }

  @Override
  public void screened(String item, ScreeningVerdict verdict, String leadUnit, Actor actor) {
    processes.complete(item, actor,
        PetitionHandling.SCREENING.with(verdict.way()).with(PetitionHandling.LEAD_UNIT, leadUnit));
  }

  @Override
  public void supplementRecorded(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public boolean supplementReceived(CaseId id, Actor actor) {
    return processes.correlate(PetitionHandling.SUPPLEMENT_RECEIVED, id, Facts.none(), actor);
  }

  @Override
  public void accepted(String item, String officer, String leader, Actor actor) {
    processes.complete(item, actor, PetitionAssignment.ACCEPTED.with(true).with(PetitionHandling.OFFICER, officer)
        .with(PetitionHandling.LEADER, leader));
  }

  @Override
  public void reassigned(String item, String leadUnit, Actor actor) {
    processes.complete(item, actor, PetitionHandling.LEAD_UNIT.with(leadUnit));
  }

  @Override
  public void done(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void approved(String item, boolean approved, Actor actor) {
    processes.complete(item, actor, PetitionReply.APPROVED.with(approved));
  }

  @Override
  public boolean replyDelivered(CaseId id) {
    return processes.correlate(PetitionReply.REPLY_DELIVERED, id, Facts.none(), Actor.SYSTEM);
  }

  @Override
  public boolean replyUndeliverable(CaseId id) {
    return processes.correlate(PetitionReply.REPLY_UNDELIVERABLE, id, Facts.none(), Actor.SYSTEM);
  }

  @Override
  public boolean rated(CaseId id, Actor actor) {
    return processes.correlate(PetitionHandling.PETITION_RATED, id, Facts.none(), actor);
  }

  @Override
  public boolean withdrawn(CaseId id, Actor actor) {
    return processes.correlate(PetitionHandling.PETITION_WITHDRAWN, id, Facts.none(), actor);
  }
}
