package org.petitiondesk.casefile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.petitiondesk.casefile.Category;

/** @param version what the page has seen */
record RenameCategoryForm(@NotBlank String name, @NotNull String englishName, int version) {

  static RenameCategoryForm of(Category category) {
    return new RenameCategoryForm(category.name(), category.englishName(), category.version());
  }
}
