package org.petitiondesk.people;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts, as the log-in asks for them. */
@Component
@ConditionalOnWebApplication
class AccountUsers implements UserDetailsService {

  private final Accounts accounts;

  AccountUsers(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public UserDetails loadUserByUsername(String id) {
    return accounts.find(id).map(account -> new DeskUser(account, accounts.storedPassword(id)))
        .orElseThrow(() -> new UsernameNotFoundException("No such account"));
  }
}
