package org.petitiondesk.designer;

import java.util.List;

/**
 * One element that differs between two versions of a model.
 *
 * @param element its id
 * @param type as the file calls it: {@code userTask}, {@code rule}
 * @param name in words, or empty
 * @param fields what differs; empty for what was added, removed or only moved
 */
public record ModelChange(Kind kind, String element, String type, String name, List<Field> fields) {

  /** Named by the messages {@code designer.change.*}. */
  public enum Kind {
    ADDED, REMOVED, CHANGED,
    /** Stands elsewhere on the drawing and is the same otherwise. */
    MOVED
  }

  /** A field as it was and as it is; empty where it was not there. */
  public record Field(String name, String before, String after) {}
}
