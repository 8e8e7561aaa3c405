package org.petitiondesk.inbox.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.web.Show;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Acts on several, each for itself: what one of them refuses does not hold up the others. */
@Component
class RowResults {

  private final WorkList workList;
  private final ItemRows rows;
  private final Show show;

  RowResults(WorkList workList, ItemRows rows, Show show) {
    this.workList = workList;
    this.rows = rows;
    this.show = show;
  }

  /** What an item is called among results; nothing about one that the actor may not know of. */
  String name(String id, Actor actor) {
    try {
      return rows.name(workList.get(id, actor));
    } catch (NotFound hidden) {
      return show.sentence("inbox.bulk.unknown");
    }
  }

  /**
   * Carries one act out, which is a transaction of its own.
   *
   * @param name of the case
   * @param done key of the sentence when it worked
   */
  RowResult of(String name, String done, Runnable act) {
    try {
      act.run();
      return new RowResult(name, true, show.sentence(done));
    } catch (DeskException refused) {
      return new RowResult(name, false, show.sentence(refused.key(), refused.arguments().toArray()));
    } catch (ConcurrencyFailureException late) {
      return new RowResult(name, false, show.sentence("web.problem.409.text"));
    }
  }

  /** What was refused stands first: it is what is left to do. */
  static Collector<RowResult, ?, List<RowResult>> refusedFirst() {
    return Collectors.collectingAndThen(Collectors.toList(),
        results -> results.stream().sorted(Comparator.comparing(RowResult::done)).toList());
  }
}
