package org.petitiondesk.petition.web;

import java.time.Instant;

/**
 * Somebody has to act.
 *
 * @param item id of the work item
 * @param holder the person who has taken it, or the group that it waits for
 * @param href the page where it is done; empty for those whose it is not
 */
public record NextStep(String item, String name, String holder, boolean claimed, String href, Instant since) {

  public boolean isMine() {
    return !href.isEmpty();
  }
}
