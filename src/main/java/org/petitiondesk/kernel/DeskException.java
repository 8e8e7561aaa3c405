package org.petitiondesk.kernel;

import java.util.List;

/**
 * Something that a person did and that can be explained to them. Carries a key of {@code messages.properties} and its
 * arguments, never a finished sentence: the page says it in the reader's language.
 */
public abstract class DeskException extends RuntimeException {

  private final String key;
  private final transient List<Object> arguments;

  protected DeskException(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Key of the sentence in {@code messages.properties}. */
  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
