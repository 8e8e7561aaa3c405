package org.petitiondesk.kernel;

/** Leaves of a protected text only what tells two of them apart. Counts code points: half a character is no mask. */
public final class Masks {

  private static final String STARS = "****";

  private Masks() {}

  /** The family name. */
  public static String name(String name) {
    return name.isEmpty() ? "" : head(name, 1) + "**";
  }

  /** Three at the front and two at the end, of a text long enough to hide something in between. */
  public static String middle(String text) {
    var length = text.codePointCount(0, text.length());
    if (length == 0) {
      return "";
    }
    return length < 8 ? STARS : head(text, 3) + STARS + text.substring(text.offsetByCodePoints(0, length - 2));
  }

  public static String email(String email) {
    var at = email.lastIndexOf('@');
    if (email.isEmpty()) {
      return "";
    }
    return at < 1 ? STARS : head(email, 1) + STARS + email.substring(at);
  }

  /** District and street at most; never the door. */
  public static String tail(String address) {
    var length = address.codePointCount(0, address.length());
    return length == 0 ? "" : head(address, Math.min(6, length / 2)) + STARS;
  }

  private static String head(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
