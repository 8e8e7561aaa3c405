package org.petitiondesk.people.web;

import java.util.List;
import java.util.Locale;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;

/**
 * What the list of accounts is narrowed to; everything is optional.
 *
 * @param q part of the name or of the log-in name
 * @param state {@code disabled}, {@code all}; otherwise those that can log in
 */
record AccountFilter(String q, String unit, Role role, String state) {

  AccountFilter {
    q = q == null ? "" : q.strip();
    unit = unit == null ? "" : unit;
    state = state == null ? "" : state;
  }

  List<Account> of(List<Account> accounts) {
    return accounts.stream().filter(this::fits).toList();
  }

  private boolean fits(Account account) {
    var text = q.toLowerCase(Locale.ROOT);
    return (account.id().contains(text) || account.name().toLowerCase(Locale.ROOT).contains(text))
        && (unit.isEmpty() || account.unit().equals(unit)) && (role == null || account.roles().contains(role))
        && (state.equals("all") || account.enabled() != state.equals("disabled"));
  }
}
