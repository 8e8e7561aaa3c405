package org.petitiondesk.people.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.springframework.lang.Nullable;

/** The old one, and the new one twice. */
record ChangePasswordForm(@NotBlank String current, @NotBlank String password, @Nullable String repeated) {

  static ChangePasswordForm empty() {
    return new ChangePasswordForm("", "", "");
  }

  @AssertTrue(message = "{people.account.not-repeated}")
  public boolean isSame() {
    return password == null || password.equals(repeated);
  }
}
