package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;
import org.petitiondesk.people.Territory;

/** @param version what the page has seen */
record RenameTerritoryForm(@NotBlank String name, int version) {

  static RenameTerritoryForm of(Territory territory) {
    return new RenameTerritoryForm(territory.name(), territory.version());
  }
}
