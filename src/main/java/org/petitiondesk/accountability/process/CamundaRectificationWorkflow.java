package org.petitiondesk.accountability.process;

import static org.petitiondesk.accountability.AccountabilityRectification.ACCEPTED;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRIER;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRIERS;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRY_OUT_BY;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECTOR;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECTORS;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECT_BY;
import static org.petitiondesk.accountability.AccountabilityRectification.KEY;
import static org.petitiondesk.accountability.AccountabilityRectification.MEASURE;
import static org.petitiondesk.accountability.AccountabilityRectification.RECTIFICATION_ID;

import java.util.regex.Pattern;
import org.petitiondesk.accountability.Measure;
import org.petitiondesk.accountability.Rectification;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectificationTimes;
import org.petitiondesk.accountability.RectificationWorkflow;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The measures' processes in the engine. */
@Component
class CamundaRectificationWorkflow implements RectificationWorkflow {

  /** The model writes the measure into the address of the page; read from the task, it can not be another's. */
  private static final Pattern PAGE = Pattern.compile("rectifications/([^/]+)/measures/(\\d+)/.*");

  private final Processes processes;
  private final RectificationTimes times;

  CamundaRectificationWorkflow(Processes processes, RectificationTimes times) {
    this.processes = processes;
    this.times = times;
  }

  @Override
  public void begin(Rectification rectification, Measure measure, CasePost owner) {
    processes.start(KEY, rectification.caseId(), working(measure, owner)
        .with(RECTIFICATION_ID, rectification.id().toString()).with(MEASURE, measure.number()));
  }

  @Override
  public Subject about(String item, String step, Actor actor) {
    var task = processes.require(item, actor);
    var page = PAGE.matcher(task.form());
    if (!task.processKey().equals(KEY) || !task.key().equals(step) || !page.matches()) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    return new Subject(RectificationId.of(page.group(1)), Integer.parseInt(page.group(2)));
  }

  @Override
  public void completed(String item, Measure measure, CasePost inspecting, Actor actor) {
    processes.complete(item, actor, INSPECTORS.with(inspecting.group().toString())
        .with(INSPECTOR, inspecting.account()).with(INSPECT_BY, times.endOf(measure.inspectOn().orElseThrow())));
  }

  @Override
  public void accepted(String item, Actor actor) {
    processes.complete(item, actor, ACCEPTED.with(true));
  }

  @Override
  public void sentBack(String item, Measure measure, CasePost owner, Actor actor) {
    processes.complete(item, actor, working(measure, owner).with(ACCEPTED, false));
  }

  @Override
  public void directed(String item, Measure measure, CasePost owner, Actor actor) {
    processes.complete(item, actor, working(measure, owner));
  }

  private Facts working(Measure measure, CasePost owner) {
    return CARRIERS.with(owner.group().toString()).with(CARRIER, owner.account()).with(CARRY_OUT_BY,
        times.endOf(measure.dueOn()));
  }
}
