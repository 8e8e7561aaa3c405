package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;

record ReassignAccountForm(@NotNull String unit, @NotEmpty(message = "{people.refused.no-role}") Set<Role> roles) {

  static ReassignAccountForm of(Account account) {
    return new ReassignAccountForm(account.unit(), account.roles());
  }
}
