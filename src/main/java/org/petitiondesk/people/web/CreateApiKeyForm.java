package org.petitiondesk.people.web;

import jakarta.validation.constraints.NotBlank;

/** @param id name of the program */
record CreateApiKeyForm(@NotBlank String id, @NotBlank String unit) {

  static CreateApiKeyForm empty() {
    return new CreateApiKeyForm("", "");
  }
}
