package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.petitiondesk.people.Account;

/**
 * @param superior the account that the person answers to; empty for nobody
 * @param version what the page has seen
 */
record SuperiorForm(@NotNull String superior, int version) {

  static SuperiorForm of(Account account) {
    return new SuperiorForm(account.superior().orElse(""), account.version());
  }

  Optional<String> account() {
    return Optional.of(superior).filter(text -> !text.isBlank());
  }
}
