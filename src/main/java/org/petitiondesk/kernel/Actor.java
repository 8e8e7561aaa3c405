package org.petitiondesk.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: an account, or one of the three that are nobody's account (the public, the system, an API client).
 *
 * @param id account id, or {@code public}, {@code system}, {@code api:<key name>}
 * @param name as shown to people and kept in the audit
 * @param unit id of the unit that the actor belongs to; empty for the public and the system
 * @param roles roles held in that unit
 * @param onBehalfOf the absent colleague for whom this one piece of work is done (A/B 角), with the roles that the
 * substitute may use; empty for everybody who acts for themselves
 */
public record Actor(String id, String name, String unit, Set<Role> roles, Optional<Actor> onBehalfOf) {

  public static final Actor SYSTEM = new Actor("system", "系统", "", Set.of());
  public static final Actor PUBLIC = new Actor("public", "来访公众", "", Set.of());

  public Actor {
    roles = Set.copyOf(roles);
  }

  public Actor(String id, String name, String unit, Set<Role> roles) {
    this(id, name, unit, roles, Optional.empty());
  }

  /** The same person, doing a colleague's work. */
  public Actor onBehalfOf(Actor colleague) {
    return new Actor(id, name, unit, roles, Optional.of(colleague));
  }

  /** In whose name the work is done: whose it is, by whose unit and roles it may be done. */
  public Actor asWhom() {
    return onBehalfOf.orElse(this);
  }

  /** Whether the work is this person's, done by themselves or in their name. */
  public boolean involves(String account) {
    return id.equals(account) || asWhom().id().equals(account);
  }

  public boolean worksOnCases() {
    return roles.stream().anyMatch(Role::worksOnCases);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean belongsTo(Group group) {
    return unit.equals(group.unit()) && roles.contains(group.role());
  }

  /** The groups whose open items this actor may claim, as {@code role@unit}. */
  public Set<String> groups() {
    return roles.stream().map(role -> new Group(role, unit).toString()).collect(Collectors.toUnmodifiableSet());
  }
}
