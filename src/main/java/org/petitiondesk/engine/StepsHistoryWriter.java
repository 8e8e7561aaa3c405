package org.petitiondesk.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the end of a step without reading its beginning. The engine reads it for the duration column, which it also
 * derives from the two times whenever a step is read: one query for every step that is left, for nothing.
 */
class StepsHistoryWriter extends DbHistoryEventHandler {

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    var database = Context.getCommandContext().getDbEntityManager();
    if (isInitialEvent(event) || !(event instanceof HistoricScopeInstanceEvent) || event.getId() == null) {
      super.insertOrUpdate(event);
    } else if (database.getCachedEntity(event.getClass(), event.getId()) == null) {
      database.merge(event);
    }
  }
}
