package org.petitiondesk.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people can draw. Named by the messages {@code designer.kind.*}. */
public enum ModelKind {
  /** A process (流程). */
  BPMN,
  /** A decision table (规则表). */
  DMN,
  /** A form of a task (表单). */
  FORM;

  /** {@code bpmn}: in addresses, and the ending of its files. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String file(String key) {
    return key + "." + ending();
  }

  /** By the ending of a file. */
  public static Optional<ModelKind> ofFile(String file) {
    return ofEnding(file.substring(file.lastIndexOf('.') + 1));
  }

  public static Optional<ModelKind> ofEnding(String ending) {
    return Stream.of(values()).filter(kind -> kind.ending().equalsIgnoreCase(ending)).findFirst();
  }
}
