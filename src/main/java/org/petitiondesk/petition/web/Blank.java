package org.petitiondesk.petition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A field that was not sent, because its part of the form was hidden, is an empty one. */
final class Blank {

  private Blank() {}

  /** A wrapper, not a primitive: without a value for one of its primitives the whole record would not be made. */
  static boolean when(Boolean ticked) {
    return ticked != null && ticked;
  }

  static String when(String text) {
    return text == null ? "" : text;
  }

  /** A list that can be written to: Spring puts {@code points[0]} in once more after it has made the record. */
  static List<String> when(List<String> texts) {
    return texts == null
        ? new ArrayList<>()
        : texts.stream().map(Blank::when).collect(Collectors.toCollection(ArrayList::new));
  }
}
