package org.petitiondesk.casefile;

import org.petitiondesk.kernel.Refused;

/**
 * Texts are kept as they are given. Two things can not be: a NUL character, which PostgreSQL has no place for, and half
 * of a surrogate pair, which no UTF-8 has. Both are refused with a sentence; nothing is ever silently taken out.
 */
public final class Texts {

  private Texts() {}

  public static void check(String field, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw Refused.at(field, "casefile.refused.too-long", longest);
    }
    if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw Refused.at(field, "casefile.refused.unstorable");
    }
  }
}
