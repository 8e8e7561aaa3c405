package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.StandIns;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.NavigationEntry;
import org.springframework.stereotype.Component;

/** Leaders find their decisions in the navigation, and so does whoever stands in for one. */
@Component
class DecisionsEntry implements NavigationEntry {

  private final StandIns standIns;

  DecisionsEntry(StandIns standIns) {
    this.standIns = standIns;
  }

  @Override
  public String section() {
    return "/decisions";
  }

  @Override
  public boolean isFor(Actor reader) {
    return standIns.decides(reader);
  }

  /** The work list counts them. */
  @Override
  public int waiting(Actor reader) {
    return 0;
  }
}
