package org.petitiondesk.documents;

/** Names of files as they may stand on the reader's disk. */
public final class FileNames {

  private FileNames() {}

  /** No path, no control characters, nothing that turns the direction of reading. */
  public static String safe(String name) {
    var safe = new StringBuilder();
    name.codePoints().forEach(c -> safe.appendCodePoint(isUnsafe(c) ? '_' : c));
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE || "/\\:*?\"<>|".indexOf(c) >= 0;
  }
}
