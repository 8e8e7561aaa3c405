package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.WorkItem;

/**
 * An item as its box on a page chooses it.
 *
 * @param version what the page has seen
 */
public record Chosen(String id, int version) {

  private static final String BETWEEN = "~";

  static Chosen of(WorkItem item) {
    return new Chosen(item.id(), item.version());
  }

  /** What no page of ours has written has a version that no item has. */
  static Chosen of(String value) {
    var parts = value.split(BETWEEN, 2);
    return new Chosen(parts[0], parts.length == 2 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : -1);
  }

  @Override
  public String toString() {
    return id + BETWEEN + version;
  }
}
