package org.petitiondesk.intake;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text is found by: its Latin words, and the pairs of neighbouring Chinese characters. */
final class AnswerWords {

  private static final int MOST = 300;
  private static final int LONGEST = 40;
  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}]+");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

  private AnswerWords() {}

  /** At most {@value #MOST}, those at the beginning first. */
  static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    var runs = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    while (runs.find() && words.size() < MOST) {
      if (CHINESE.matcher(runs.group()).matches()) {
        addPairs(runs.group(), words);
      } else if (runs.group().length() > 1 && runs.group().length() <= LONGEST) {
        words.add(runs.group());
      }
    }
    return words;
  }

  private static void addPairs(String run, Set<String> words) {
    var characters = run.codePoints().mapToObj(Character::toString).toList();
    for (var i = 0; i + 1 < characters.size() && words.size() < MOST; i++) {
      words.add(characters.get(i) + characters.get(i + 1));
    }
  }
}
