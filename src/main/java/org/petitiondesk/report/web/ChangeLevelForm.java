package org.petitiondesk.report.web;

import jakarta.validation.constraints.NotBlank;

/** Another level, and why. */
record ChangeLevelForm(@NotBlank(message = "{report.form.level}") String level,
    @NotBlank(message = "{report.form.reason}") String reason) {

  ChangeLevelForm {
    level = level == null ? "" : level.replace("\0", "");
    reason = reason == null ? "" : reason.replace("\0", "");
  }

  static ChangeLevelForm empty() {
    return new ChangeLevelForm("", "");
  }
}
