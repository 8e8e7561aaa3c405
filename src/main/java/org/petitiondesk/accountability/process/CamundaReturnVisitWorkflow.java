package org.petitiondesk.accountability.process;

import org.petitiondesk.accountability.AccountabilityReturnVisit;
import org.petitiondesk.accountability.RectificationTimes;
import org.petitiondesk.accountability.ReturnVisit;
import org.petitiondesk.accountability.ReturnVisitId;
import org.petitiondesk.accountability.ReturnVisitWorkflow;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The visits' processes in the engine. */
@Component
class CamundaReturnVisitWorkflow implements ReturnVisitWorkflow {

  private static final String PAGE = "return-visits/";

  private final Processes processes;
  private final RectificationTimes times;

  CamundaReturnVisitWorkflow(Processes processes, RectificationTimes times) {
    this.processes = processes;
    this.times = times;
  }

  @Override
  public void begin(ReturnVisit visit) {
    processes.start(AccountabilityReturnVisit.KEY, visit.caseId(), AccountabilityReturnVisit.VISIT_ID
        .with(visit.id().toString()).with(AccountabilityReturnVisit.VISIT_AT, times.openingOf(visit.dueOn())));
  }

  @Override
  public ReturnVisitId about(String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(AccountabilityReturnVisit.KEY)) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    var page = task.form().substring(PAGE.length());
    return ReturnVisitId.of(page.substring(0, page.indexOf('?')));
  }

  @Override
  public void done(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }
}
