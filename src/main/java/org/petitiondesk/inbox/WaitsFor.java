package org.petitiondesk.inbox;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;

/**
 * The one key under which an open item is found: the account that holds it, else the group that may claim it. What nobody
 * holds of a report against a person waits under a key of its own: most of the group must not know that there is one, and
 * a list of what the group may claim need not look at it.
 */
final class WaitsFor {

  /** All administrators, of whatever unit or of none: running the installation belongs to no unit. */
  static final String OPERATORS = "administrator";

  private WaitsFor() {}

  static String key(WorkItem item) {
    return item.assignee().map(WaitsFor::account)
        .orElseGet(() -> item.isOfReport() ? report(item.unit()) : group(item.group()));
  }

  static String account(String id) {
    return "account:" + id;
  }

  /** What the unit has of reports and nobody holds. */
  static String report(String unit) {
    return "report:" + unit;
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

  /** The keys of everything that the actor holds or may claim, and of some that others may. */
  static Set<String> all(Actor actor) {
    var keys = new HashSet<>(groups(actor));
    keys.add(account(actor.id()));
    keys.add(report(actor.unit()));
    return keys;
  }
}
