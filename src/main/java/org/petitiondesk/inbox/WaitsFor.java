package org.petitiondesk.inbox;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;

/** The one key under which an open item is found: the account that holds it, else the group that may claim it. */
final class WaitsFor {

  /** All administrators, of whatever unit or of none: running the installation belongs to no unit. */
  static final String OPERATORS = "administrator";

  private WaitsFor() {}

  static String key(Optional<String> assignee, String group) {
    return assignee.map(WaitsFor::account).orElseGet(() -> group(group));
  }

  static String account(String id) {
    return "account:" + id;
  }

  static String group(String group) {
    return "group:" + group;
  }

  /** The keys of everything that the actor may claim. Never empty: a query for nobody's groups must find nothing. */
  static Set<String> groups(Actor actor) {
    var keys = actor.groups().stream().map(WaitsFor::group).collect(Collectors.toCollection(HashSet::new));
    if (actor.has(Role.ADMINISTRATOR)) {
      keys.add(group(OPERATORS));
    }
    return keys.isEmpty() ? Set.of(group("none")) : Set.copyOf(keys);
  }

  /** The keys of everything that the actor holds or may claim. */
  static Set<String> all(Actor actor) {
    var keys = new HashSet<>(groups(actor));
    keys.add(account(actor.id()));
    return keys;
  }
}
