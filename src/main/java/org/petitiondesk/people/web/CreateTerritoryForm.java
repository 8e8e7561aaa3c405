package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.petitiondesk.people.CreateTerritory;

record CreateTerritoryForm(@NotBlank String id, @NotBlank String name, @NotNull String parent) {

  static CreateTerritoryForm empty() {
    return new CreateTerritoryForm("", "", "");
  }

  CreateTerritory toCommand() {
    return new CreateTerritory(id.strip(), name, Optional.of(parent).filter(text -> !text.isBlank()));
  }
}
