package org.petitiondesk.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What FEEL may say in a table: nothing whose answer can take longer than people wait, whatever the facts are. */
final class FeelLimits {

  private static final int LONGEST = 2000;
  /** Lists in lists multiply what a filter looks at; the parser works by recursion. */
  private static final int LISTS = 2;
  private static final int BRACKETS = 20;

  /** A question for plain words, {@code matches(?, "water|gas")}: without repetition, with one group at most. */
  private static final String PLAIN_WORDS = """
      \\bmatches\\s*\\(\\s*[?\\w]+\\s*,\\s*"[^"\\\\*+?{(]*+(?:\\([^"\\\\*+?{(]*+)?"\\s*\\)""";
  /** Names in backquotes stay as they are: they hide no words. */
  private static final Pattern SET_ASIDE = Pattern
      .compile("(?s)" + PLAIN_WORDS + "|`[^`]*+`|\"(?:\\\\.|[^\"\\\\])*+\"|/\\*.*?\\*/|//[^\\n]*+");
  /** Loops, functions and contexts, which can refer to themselves, and functions that take any pattern. */
  private static final Pattern BOUNDLESS = Pattern
      .compile("\\b(for|some|every|function|replace|split|extract|matches)\\b|[{]|\\*\\*");

  private FeelLimits() {}

  static boolean areKept(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    var code = SET_ASIDE.matcher(text)
        .replaceAll(found -> found.group().startsWith("`") ? Matcher.quoteReplacement(found.group()) : " ");
    return !BOUNDLESS.matcher(code).find() && depth(code, "[") <= LISTS && depth(code, "([") <= BRACKETS;
  }

  private static int depth(String code, String opening) {
    var depth = 0;
    var deepest = 0;
    for (var sign : code.toCharArray()) {
      if (opening.indexOf(sign) >= 0) {
        deepest = Math.max(deepest, ++depth);
      } else if (sign == ']' || sign == ')' && opening.length() > 1) {
        depth--;
      }
    }
    return deepest;
  }
}
