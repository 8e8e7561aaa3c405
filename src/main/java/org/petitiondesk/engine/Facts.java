package org.petitiondesk.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Typed variables on their way into the engine. */
public final class Facts {

  private static final Facts NONE = new Facts(Map.of());

  private final Map<String, Object> values;

  private Facts(Map<String, Object> values) {
    this.values = values;
  }

  public static Facts none() {
    return NONE;
  }

  public <T> Facts with(ProcessVariable<T> variable, T value) {
    var more = new LinkedHashMap<>(values);
    more.put(variable.name(), value);
    return new Facts(more);
  }

  /** By variable name, as the engine wants them. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
