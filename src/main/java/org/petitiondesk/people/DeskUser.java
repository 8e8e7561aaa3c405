package org.petitiondesk.people;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.web.Reader;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A person who is logged in. Stands serialised in the session, so it holds nothing but text. */
class DeskUser extends User implements Reader {

  private static final long serialVersionUID = 1;

  private final String name;
  private final String unit;
  private final Set<String> roles;

  DeskUser(Account account, String password) {
    super(account.id(), password, account.enabled(), true, true, true, authorities(account.roles()));
    name = account.name();
    unit = account.unit();
    roles = account.roles().stream().map(Role::key).collect(Collectors.toSet());
  }

  @Override
  public Actor actor() {
    return new Actor(getUsername(), name, unit, roles.stream().map(Role::of).collect(Collectors.toSet()));
  }

  private static Collection<GrantedAuthority> authorities(Set<Role> roles) {
    return roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).collect(Collectors.toSet());
  }
}
