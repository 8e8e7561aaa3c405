package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.AppointSubstitute;

/**
 * @param work null for all of it
 * @param to the last day, included
 */
record AppointSubstituteForm(@NotBlank(message = "{people.substitutes.required.account}") String account,
    @NotBlank(message = "{people.substitutes.required.substitute}") String substitute, Role work,
    @NotNull(message = "{people.substitutes.required.from}") LocalDate from,
    @NotNull(message = "{people.substitutes.required.to}") LocalDate to) {

  static AppointSubstituteForm empty(String account, LocalDate today) {
    return new AppointSubstituteForm(account, "", null, today, null);
  }

  AppointSubstitute toCommand() {
    return new AppointSubstitute(account, substitute, Optional.ofNullable(work), from, to);
  }
}
