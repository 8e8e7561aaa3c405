package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;

/**
 * A form as a designer drew it.
 *
 * @param version of the form; a task keeps the one in force when it began
 */
public record DesignedForm(String key, int version, String name, List<FormField> fields) {

  /** Those that hold a value. */
  public List<FormField> asked() {
    return fields.stream().filter(FormField::isAsked).toList();
  }

  public Optional<FormField> field(String key) {
    return asked().stream().filter(field -> field.key().equals(key)).findFirst();
  }
}
