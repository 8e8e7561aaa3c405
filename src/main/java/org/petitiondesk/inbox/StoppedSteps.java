package org.petitiondesk.inbox;

import java.util.Collection;
import java.util.List;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All failed steps at once, for the administrators. */
@Component
public class StoppedSteps {

  /** More are not looked at one by one. */
  public static final int SHOWN = 300;

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final ItemVerbs verbs;

  StoppedSteps(JdbcClient jdbc, WorkItems items, ItemVerbs verbs) {
    this.jdbc = jdbc;
    this.items = items;
    this.verbs = verbs;
  }

  /** Of several retries at once. */
  public record Retried(int done, int not) {}

  /** By kind of step, the oldest first in each. */
  public List<StoppedStep> all(Actor operator) {
    if (!operator.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
    return items.stopped(SHOWN).stream().map(step -> new StoppedStep(step, times(step.item()))).toList();
  }

  /** Each by itself: one that can not be tried keeps none of the others from it. */
  public Retried retry(Collection<String> ids, Actor operator) {
    var done = 0;
    for (var id : ids) {
      try {
        verbs.retry(id, operator);
        done++;
      } catch (DeskException gone) {
        // Somebody else was first; it is counted.
      }
    }
    return new Retried(done, ids.size() - done);
  }

  private int times(WorkItem item) {
    return jdbc.sql("""
        select count(*) from work_item
          where case_id = ? and source = 'INCIDENT' and process_key = ? and kind = ?""")
        .params(item.caseId().value(), item.processKey(), item.kind()).query(Integer.class).single();
  }
}
