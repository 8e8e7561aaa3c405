package org.petitiondesk.casefile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.petitiondesk.casefile.LinkKind;

record LinkCaseForm(@NotBlank(message = "{casefile.refused.link-code}") @Size(max = 40) String code,
    @NotNull(message = "{casefile.refused.link-kind}") LinkKind kind,
    @NotBlank(message = "{casefile.refused.link-reason}") @Size(max = 1000) String reason) {

  static LinkCaseForm empty() {
    return new LinkCaseForm("", LinkKind.RELATED, "");
  }
}
