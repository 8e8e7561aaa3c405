package org.petitiondesk.kernel;

/** Somebody else has written between reading and writing: the same act on what stands now may well succeed. */
public final class ChangedMeanwhile extends Conflict {

  public ChangedMeanwhile(String key, Object... arguments) {
    super(key, arguments);
  }
}
