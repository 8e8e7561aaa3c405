package org.petitiondesk.escalation;

import java.util.Optional;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.engine.TaskObserver;
import org.petitiondesk.kernel.Actor;
import org.springframework.stereotype.Component;

/** Notes under which item a decision waits. */
@Component
class DecisionItems implements TaskObserver {

  private final WatchTable watches;
  private final LeaderDecisionTable decisions;

  DecisionItems(WatchTable watches, LeaderDecisionTable decisions) {
    this.watches = watches;
    this.decisions = decisions;
  }

  @Override
  public void created(OpenTask task, Sending sending) {
    if (task.key().equals(EscalationClockWatch.USER_DECIDE)) {
      watches.lockRun(LeaderDecisions.run(task)).ifPresent(watch -> decisions.waitsAt(watch.clock(), task.id()));
    }
  }

  @Override
  public void assigned(OpenTask task, Optional<String> before, String reason, Actor by) {
    // Whose it is stands on the item.
  }

  @Override
  public void completed(OpenTask task, Actor by) {
    // The decision has been written before.
  }

  @Override
  public void returned(OpenTask task, OpenTask again, String reason, Actor by) {
    // A decision is taken, not sent back.
  }

  @Override
  public void cancelled(OpenTask task, Actor by) {
    // Whoever took it away has written why.
  }
}
