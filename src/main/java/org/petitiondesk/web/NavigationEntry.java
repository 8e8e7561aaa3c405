package org.petitiondesk.web;

import org.petitiondesk.kernel.Actor;

/** What a module says of its section in the navigation, where the reader's role alone does not say it. */
public interface NavigationEntry {

  /** Path of the section. */
  String section();

  /** Whether the reader finds the section there. */
  boolean isFor(Actor reader);

  /** How much waits for the reader in it; nothing is said of none. */
  int waiting(Actor reader);
}
