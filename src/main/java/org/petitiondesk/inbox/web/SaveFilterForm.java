package org.petitiondesk.inbox.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.petitiondesk.inbox.SaveFilter;

record SaveFilterForm(@NotBlank(message = "{inbox.refused.filter-name-missing}") @Size(max = 60) String name,
    Boolean shared) {

  static SaveFilterForm empty() {
    return new SaveFilterForm("", false);
  }

  SaveFilter toCommand(String query) {
    return new SaveFilter(name, query, Boolean.TRUE.equals(shared));
  }
}
