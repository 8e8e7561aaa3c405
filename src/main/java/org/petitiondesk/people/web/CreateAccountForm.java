package org.petitiondesk.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.PasswordHash;

record CreateAccountForm(@NotBlank String id, @NotBlank String name, @NotNull String unit,
    @NotEmpty(message = "{people.refused.no-role}") Set<Role> roles, @NotNull @Email @Size(max = 200) String email) {

  static CreateAccountForm empty() {
    return new CreateAccountForm("", "", "", Set.of(), "");
  }

  CreateAccount toCommand(PasswordHash password) {
    return new CreateAccount(id.strip(), name, unit, roles, Optional.of(email).filter(text -> !text.isBlank()),
        password);
  }
}
