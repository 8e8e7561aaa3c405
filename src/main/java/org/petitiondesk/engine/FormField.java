package org.petitiondesk.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line of a designed form.
 *
 * @param key under which its value is kept; empty for what only says something
 * @param label as drawn; of a {@link Kind#WORDS} its text
 * @param hint what stands below it; empty for none
 * @param readonly shown with what an earlier step has put there; nothing is taken from this page
 * @param shortest and {@code longest}: how many characters
 * @param pattern what is written must contain; empty for anything
 * @param decimals how many digits after the point a number may have
 * @param usual what stands there before anybody has written; empty for nothing
 */
public record FormField(Kind kind, String key, String label, String hint, boolean required, boolean readonly,
    int shortest, int longest, String pattern, Optional<BigDecimal> least, Optional<BigDecimal> most, int decimals,
    List<Option> options, String usual) {

  /** What the desk can show and take in. */
  public enum Kind {
    HEADING, WORDS, LINE, PARAGRAPH, NUMBER, CHECK, RADIO, SELECT, DAY;

    /** Whether its values are few or short and say nothing of a person: a process may know them. */
    public boolean isFact() {
      return this == NUMBER || this == CHECK || this == RADIO || this == SELECT || this == DAY;
    }
  }

  /** One of those to choose from. */
  public record Option(String value, String label) {}

  public boolean isAsked() {
    return !key.isEmpty();
  }

  /** The word of a choice, for people; everything else is shown as it was written. */
  public String words(String value) {
    return options.stream().filter(option -> option.value().equals(value)).map(Option::label).findFirst().orElse(value);
  }
}
