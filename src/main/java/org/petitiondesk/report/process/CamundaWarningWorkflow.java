package org.petitiondesk.report.process;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.report.ReportWarning;
import org.petitiondesk.report.Warning;
import org.petitiondesk.report.WarningId;
import org.petitiondesk.report.WarningWorkflow;
import org.springframework.stereotype.Component;

/** The warning's process in the engine; its business key is the warning. */
@Component
class CamundaWarningWorkflow implements WarningWorkflow {

  private final Processes processes;

  CamundaWarningWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public String begin(Warning warning) {
    return processes.start(ReportWarning.KEY, warning.id().chain(), given(warning));
  }

  @Override
  public WarningId about(String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(ReportWarning.KEY)) {
      throw new NotFound("report.not-found.item");
    }
    return new WarningId(task.caseId().value());
  }

  @Override
  public void worsened(Warning warning) {
    processes.correlate(ReportWarning.WARNING_WORSENED, warning.id().chain(), given(warning), Actor.SYSTEM);
  }

  @Override
  public void answered(String item, Optional<Order> order, Actor actor) {
    processes.complete(item, actor, order
        .map(given -> ReportWarning.INSTRUCTED.with(true).with(ReportWarning.CARRIERS, given.carriers().toString())
            .with(ReportWarning.CARRY_OUT_BY, text(given.until().atTime(LocalTime.of(23, 59)).atZone(Dates.ZONE)))
            .with(ReportWarning.RAISE_INSTRUCTION_AT, text(given.raiseAt().atZone(Dates.ZONE))))
        .orElseGet(() -> ReportWarning.INSTRUCTED.with(false)));
  }

  @Override
  public void carriedOut(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  private static Facts given(Warning warning) {
    return ReportWarning.RECEIVERS.with(warning.receiver().toString()).with(ReportWarning.REACT_BY,
        text(warning.reactBy().atZone(Dates.ZONE)));
  }

  private static String text(ZonedDateTime at) {
    return at.toOffsetDateTime().toString();
  }
}
