package org.petitiondesk.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.ChangeAccount;

/** @param version what the page has seen */
record ChangeAccountForm(@NotBlank String name, @NotNull @Email @Size(max = 200) String email, @NotNull String unit,
    @NotEmpty(message = "{people.refused.no-role}") Set<Role> roles, int version) {

  static ChangeAccountForm of(Account account) {
    return new ChangeAccountForm(account.name(), account.email().orElse(""), account.unit(), account.roles(),
        account.version());
  }

  ChangeAccount toCommand(String id) {
    return new ChangeAccount(id, version, name, Optional.of(email).filter(text -> !text.isBlank()), unit, roles);
  }
}
