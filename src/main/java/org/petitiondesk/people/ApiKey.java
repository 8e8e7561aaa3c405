package org.petitiondesk.people;

import java.time.Instant;
import java.util.Set;
import org.petitiondesk.kernel.Actor;

/** A program that may use the API in the name of one unit. */
public record ApiKey(String name, String unit, Instant createdAt, boolean enabled) {

  public Actor actor() {
    return new Actor(Accounts.API + name, name, unit, Set.of());
  }
}
