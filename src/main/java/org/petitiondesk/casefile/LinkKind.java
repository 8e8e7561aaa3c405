package org.petitiondesk.casefile;

/** Why two cases belong together. */
public enum LinkKind {
  /** The one was merged into the other; only a merger makes such a link, and nobody takes it away. */
  MERGED,
  /** The same person with the same matter again (重复信访). */
  REPEAT,
  /** Each says something about the other. */
  RELATED
}
