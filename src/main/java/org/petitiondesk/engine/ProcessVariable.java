package org.petitiondesk.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A small routing fact that a model may read: a typed name. The engine keeps its variables for years, so entities, texts
 * and personal data never become one.
 */
public final class ProcessVariable<T> {

  private final String name;
  private final Class<T> type;

  private ProcessVariable(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  public static ProcessVariable<String> text(String name) {
    return new ProcessVariable<>(name, String.class);
  }

  public static ProcessVariable<Boolean> flag(String name) {
    return new ProcessVariable<>(name, Boolean.class);
  }

  public static ProcessVariable<Integer> number(String name) {
    return new ProcessVariable<>(name, Integer.class);
  }

  public static ProcessVariable<Long> whole(String name) {
    return new ProcessVariable<>(name, Long.class);
  }

  public static ProcessVariable<Double> decimal(String name) {
    return new ProcessVariable<>(name, Double.class);
  }

  public String name() {
    return name;
  }

  /** Throws {@link IllegalStateException} that names the variable when the scope does not hold it. */
  public T from(VariableScope scope) {
    var value = scope.getVariable(name);
    if (value == null) {
      throw new IllegalStateException("Process variable '" + name + "' is missing");
    }
    return type.cast(value);
  }

  public void put(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }

  public Facts with(T value) {
    return Facts.none().with(this, value);
  }
}
