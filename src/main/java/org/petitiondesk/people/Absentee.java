package org.petitiondesk.people;

import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;

/**
 * A colleague whose work somebody does today.
 *
 * @param colleague with those of their roles that the substitution is about
 * @param everything also what waits for the colleague in person and for no role
 */
public record Absentee(Actor colleague, boolean everything) {

  static Absentee of(Account account, Substitution rule) {
    var roles = account.roles().stream().filter(rule::concerns).collect(Collectors.toSet());
    return new Absentee(new Actor(account.id(), account.name(), account.unit(), roles), rule.work().isEmpty());
  }

  /**
   * Whether a piece of work is the absent colleague's and of the kind that is meant.
   *
   * @param assignee who holds it
   * @param group {@code role@unit} that it belongs to; empty when it is for one person only
   */
  public boolean does(Optional<String> assignee, String group) {
    var held = assignee.filter(colleague.id()::equals).isPresent();
    return group.isEmpty()
        ? held && everything
        : (held || assignee.isEmpty()) && colleague.belongsTo(Group.of(group));
  }
}
