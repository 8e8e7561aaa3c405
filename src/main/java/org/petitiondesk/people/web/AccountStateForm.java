package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * @param successor who takes over what the person holds; empty gives it back to the groups
 * @param version what the page has seen
 */
record AccountStateForm(boolean enabled, @NotNull String successor, int version) {

  static AccountStateForm of(int version) {
    return new AccountStateForm(false, "", version);
  }

  Optional<String> heir() {
    return Optional.of(successor).filter(text -> !text.isBlank());
  }
}
