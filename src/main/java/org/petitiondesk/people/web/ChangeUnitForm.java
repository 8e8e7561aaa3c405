package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.petitiondesk.people.ChangeUnit;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;

/** @param version what the page has seen */
record ChangeUnitForm(@NotBlank String name, @NotNull String parent, @NotNull UnitKind kind, @NotBlank String territory,
    @NotNull @Pattern(regexp = "[a-z_]{0,40}", message = "{people.administration.function.shape}") String function,
    int version) {

  static ChangeUnitForm of(Unit unit) {
    return new ChangeUnitForm(unit.name(), unit.parent().orElse(""), unit.kind(), unit.territory(),
        unit.function().orElse(""), unit.version());
  }

  ChangeUnit toCommand(String id) {
    return new ChangeUnit(id, version, name, Optional.of(parent).filter(text -> !text.isBlank()), kind, territory,
        Optional.of(function).filter(text -> !text.isBlank()));
  }
}
