package org.petitiondesk.petition.web;

import java.time.Instant;

/**
 * Somebody has to act.
 *
 * @param key element id in the model
 * @param holder the person who has taken it, or the group that it waits for
 * @param href the page where it is done; empty for those whose it is not
 */
public record NextStep(String key, String name, String holder, boolean claimed, String href, Instant since) {

  public boolean isMine() {
    return !href.isEmpty();
  }
}
