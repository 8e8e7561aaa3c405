package org.petitiondesk.people;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;

/**
 * A person who may log in.
 *
 * @param id the log-in name
 * @param unit empty for those who run the installation and work in no unit
 * @param roles what the person is in the one unit
 * @param version counts the changes
 * @param superior the account that this person answers to by name (直接上级), if one is on record
 */
public record Account(String id, String name, String unit, Set<Role> roles, Optional<String> email, boolean enabled,
    int version, Optional<String> superior) {

  public Account {
    roles = Set.copyOf(roles);
  }

  public Actor actor() {
    return new Actor(id, name, unit, roles);
  }
}
