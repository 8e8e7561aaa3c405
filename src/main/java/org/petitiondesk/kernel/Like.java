package org.petitiondesk.kernel;

import java.util.Locale;

/** What somebody typed as a pattern of SQL's {@code like … escape '!'}: every character means itself. */
public final class Like {

  private Like() {}

  /** Whatever contains the text, in lower case: for columns that are compared as {@code lower(…)}. */
  public static String containing(String text) {
    return "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
  }

  /** Whatever begins with the text, as it is written. */
  public static String beginning(String text) {
    return escaped(text) + "%";
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
