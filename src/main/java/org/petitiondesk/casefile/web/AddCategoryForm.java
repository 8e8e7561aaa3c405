package org.petitiondesk.casefile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** @param code what it adds to the code of its parent */
record AddCategoryForm(@NotNull String parent, @NotBlank String code, @NotBlank String name,
    @NotNull String englishName) {

  static AddCategoryForm below(String parent) {
    return new AddCategoryForm(parent, "", "", "");
  }
}
