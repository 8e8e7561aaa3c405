package org.petitiondesk.accountability;

import java.util.List;

/** A sentence for a page: key and arguments of {@code messages.properties}. */
public record Sentence(String key, List<Object> arguments) {

  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }
}
