package org.petitiondesk.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.ChangedMeanwhile;
import org.springframework.stereotype.Component;

/** A delegate that somebody else was in the way of, the first time. */
@Component
class CollideOnceDelegate implements JavaDelegate {

  private final AtomicBoolean collided = new AtomicBoolean();

  @Override
  public void execute(DelegateExecution execution) {
    if (collided.compareAndSet(false, true)) {
      throw new ChangedMeanwhile("calendar.conflict.changed-meanwhile");
    }
  }
}
