package org.petitiondesk.designer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.petitiondesk.engine.ModelKind;

/** A model that there was not. */
record StartModelForm(@NotNull(message = "{designer.form.kind}") ModelKind kind,
    @NotBlank(message = "{designer.form.key}") String key, @NotBlank(message = "{designer.form.name}") String name) {

  StartModelForm {
    key = key == null ? "" : key.strip().replace("\0", "");
    name = name == null ? "" : name.strip().replace("\0", "");
  }

  static StartModelForm empty() {
    return new StartModelForm(ModelKind.BPMN, "", "");
  }
}
