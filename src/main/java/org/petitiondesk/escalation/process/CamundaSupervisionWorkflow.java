package org.petitiondesk.escalation.process;

import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.Supervision;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.escalation.SupervisionTimes;
import org.petitiondesk.escalation.SupervisionWorkflow;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The supervision's process in the engine. */
@Component
class CamundaSupervisionWorkflow implements SupervisionWorkflow {

  private static final String PAGE = "supervision/";

  private final Processes processes;
  private final SupervisionTimes times;

  CamundaSupervisionWorkflow(Processes processes, SupervisionTimes times) {
    this.processes = processes;
    this.times = times;
  }

  @Override
  public String begin(Supervision supervision, CasePost answering) {
    return processes.start(EscalationSupervision.KEY, supervision.caseId(), waiting(supervision, answering)
        .with(EscalationSupervision.SUPERVISION_ID, supervision.id().toString()));
  }

  @Override
  public SupervisionId about(String item, String step, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(EscalationSupervision.KEY) || !task.key().equals(step)) {
      throw new NotFound("escalation.not-found.item");
    }
    return subject(task);
  }

  @Override
  public void answered(String item, CasePost deciding, Actor actor) {
    processes.complete(item, actor, EscalationSupervision.REVIEWERS.with(deciding.group().toString())
        .with(EscalationSupervision.REVIEWER, deciding.account()));
  }

  @Override
  public void sentBack(String item, Supervision supervision, CasePost answering, Actor actor) {
    processes.complete(item, actor, waiting(supervision, answering).with(EscalationSupervision.SENT_BACK, true));
  }

  @Override
  public void closed(String item, Actor actor) {
    processes.complete(item, actor, EscalationSupervision.SENT_BACK.with(false));
  }

  @Override
  public void instructed(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public boolean ended(Supervision supervision, Actor actor) {
    return processes.correlateRun(EscalationSupervision.SUPERVISION_ENDED, supervision.run(), Facts.none(), actor);
  }

  private Facts waiting(Supervision supervision, CasePost answering) {
    return Facts.none().with(EscalationSupervision.ANSWERERS, answering.group().toString())
        .with(EscalationSupervision.ANSWERER, answering.account())
        .with(EscalationSupervision.ANSWER_BY, times.endOf(supervision.answerOn()))
        .with(EscalationSupervision.RAISE_AT, times.raiseAfter(supervision.answerOn(), supervision.unit()));
  }

  /** The model writes the supervision into the address of the page; read from the task, it can not be another's. */
  private static SupervisionId subject(OpenTask task) {
    var page = task.form().substring(PAGE.length());
    return SupervisionId.of(page.substring(0, page.indexOf('/')));
  }
}
