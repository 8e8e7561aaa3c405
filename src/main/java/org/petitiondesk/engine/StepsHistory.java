package org.petitiondesk.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The history level {@code steps}: processes and the elements they passed, with times, which is what the diagram of a
 * case shows. Like {@code activity}, but without the history of tasks: who did what is in the work list and in the audit
 * chain already.
 */
class StepsHistory extends AbstractHistoryLevel {

  static final String NAME = "steps";

  private static final Set<HistoryEventType> KEPT = Set.of(HistoryEventTypes.PROCESS_INSTANCE_START,
      HistoryEventTypes.PROCESS_INSTANCE_UPDATE, HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
      HistoryEventTypes.PROCESS_INSTANCE_END, HistoryEventTypes.ACTIVITY_INSTANCE_START,
      HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
      HistoryEventTypes.ACTIVITY_INSTANCE_END);

  /** The engine keeps this number in its database; its own levels are 0 to 3. */
  @Override
  public int getId() {
    return 11;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
    return KEPT.contains(event);
  }
}
