package org.petitiondesk.accountability.process;

import java.util.regex.Pattern;
import org.petitiondesk.accountability.AccountabilityCancellation;
import org.petitiondesk.accountability.AccountabilityRectification;
import org.petitiondesk.accountability.CancellationWorkflow;
import org.petitiondesk.accountability.Rectification;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The process of a cancellation in the engine. */
@Component
class CamundaCancellationWorkflow implements CancellationWorkflow {

  /** The model writes the rectification into the address of the page; read from the task, it can not be another's. */
  private static final Pattern PAGE = Pattern.compile("rectifications/([^/]+)/cancellation.*");

  private final Processes processes;

  CamundaCancellationWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public String begin(Rectification rectification, CasePost signer) {
    return processes.start(AccountabilityCancellation.KEY, rectification.caseId(),
        AccountabilityCancellation.RECTIFICATION_ID.with(rectification.id().toString())
            .with(AccountabilityCancellation.SIGNERS, signer.group().toString())
            .with(AccountabilityCancellation.SIGNER, signer.account()));
  }

  @Override
  public RectificationId about(String item, Actor actor) {
    var task = processes.require(item, actor);
    var page = PAGE.matcher(task.form());
    if (!task.key().equals(AccountabilityCancellation.USER_COUNTERSIGN) || !page.matches()) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    return RectificationId.of(page.group(1));
  }

  @Override
  public void decided(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public void end(String run) {
    processes.end(run, "nothing left to sign");
  }

  @Override
  public void stop(Rectification cancelled) {
    processes.openTasks(cancelled.caseId()).stream()
        .filter(task -> task.processKey().equals(AccountabilityRectification.KEY))
        .filter(task -> task.form().startsWith("rectifications/" + cancelled.id() + "/"))
        .forEach(task -> processes.endRunOf(task, "cancelled"));
  }
}
