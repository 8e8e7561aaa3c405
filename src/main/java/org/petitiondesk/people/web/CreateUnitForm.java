package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.petitiondesk.people.CreateUnit;
import org.petitiondesk.people.UnitKind;

/** @param function as decision tables name it, or nothing */
record CreateUnitForm(@NotBlank String id, @NotBlank String name, @NotNull String parent, @NotNull UnitKind kind,
    @NotBlank String territory,
    @NotNull @Pattern(regexp = "[a-z_]{0,40}", message = "{people.administration.function.shape}") String function) {

  static CreateUnitForm empty() {
    return new CreateUnitForm("", "", "", UnitKind.DEPARTMENT, "", "");
  }

  CreateUnit toCommand() {
    return new CreateUnit(id.strip(), name, Optional.of(parent).filter(text -> !text.isBlank()), kind, territory,
        Optional.of(function).filter(text -> !text.isBlank()));
  }
}
