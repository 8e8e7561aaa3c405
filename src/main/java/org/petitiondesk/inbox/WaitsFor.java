package org.petitiondesk.inbox;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;

/** The one key under which an open item is found: the account that holds it, else the group that may claim it. */
final class WaitsFor {

  private WaitsFor() {}

  static String key(Optional<String> assignee, String group) {
    return assignee.map(WaitsFor::account).orElseGet(() -> "group:" + group);
  }

  static String account(String id) {
    return "account:" + id;
  }

  /** Never empty: a query for nobody's groups must find nothing, not fail. */
  static Set<String> groups(Actor actor) {
    return actor.roles().isEmpty()
        ? Set.of("group:none")
        : actor.groups().stream().map(group -> "group:" + group).collect(Collectors.toUnmodifiableSet());
  }
}
