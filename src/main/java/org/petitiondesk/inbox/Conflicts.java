package org.petitiondesk.inbox;

import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;

/** Why it is too late, with the facts. */
final class Conflicts {

  private Conflicts() {}

  static Conflict of(WorkItem item) {
    return switch (item.state()) {
      case DONE -> new Conflict("inbox.conflict.handled", item.finish().orElseThrow().name(),
          Dates.local(item.finish().orElseThrow().at()));
      case CANCELLED -> new Conflict("inbox.conflict.cancelled", Dates.local(item.finish().orElseThrow().at()));
      case OPEN -> new Conflict("inbox.conflict.changed");
    };
  }
}
