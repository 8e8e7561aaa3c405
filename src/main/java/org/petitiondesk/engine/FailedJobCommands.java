package org.petitiondesk.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.petitiondesk.kernel.ChangedMeanwhile;

/** A job that met somebody else's writing is done again at once, as when the engine's own rows collide; no try is spent. */
class FailedJobCommands extends DefaultFailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .anyMatch(ChangedMeanwhile.class::isInstance)
            ? context -> new UnlockJobCmd(job).execute(context)
            : super.getCommand(job, failure);
  }
}
