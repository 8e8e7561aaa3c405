package org.petitiondesk.inbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done with an item beside the work itself. */
public enum Verb {
  /** 签收 */
  CLAIM("c", Words.NONE),
  /** 转办: another person of the same group has it from now on. */
  TRANSFER("t", Words.REQUIRED),
  /** 委派: a colleague helps and gives it back with a word; it stays with whoever holds it. */
  DELEGATE("d", Words.REQUIRED),
  /** 加签: colleagues are asked for a word, before it is finished or after. */
  ASK("a", Words.REQUIRED),
  /** 抄送: for knowledge. */
  COPY("y", Words.OPTIONAL),
  /** 退回: to a step before, where the model permits it. */
  RETURN("e", Words.REQUIRED),
  /** 退签 */
  RELEASE("b", Words.NONE),
  /** 催办 */
  URGE("u", Words.OPTIONAL),
  /** 撤回: what I have sent on, while nobody has acted on it. */
  WITHDRAW("w", Words.NONE);

  private enum Words {
    NONE, OPTIONAL, REQUIRED
  }

  private static final Set<Verb> FOR_SEVERAL = EnumSet.of(CLAIM, TRANSFER, URGE, COPY);

  private final String shortcut;
  private final Words words;

  Verb(String shortcut, Words words) {
    this.shortcut = shortcut;
    this.words = words;
  }

  /** The key that stands for it on the pages. */
  public String shortcut() {
    return shortcut;
  }

  /** Whether somebody may say something with it: the reason, the question, the reminder. */
  public boolean isWords() {
    return words != Words.NONE;
  }

  public boolean isWordsRequired() {
    return words == Words.REQUIRED;
  }

  /** Whether it can be done on several items at once; the others ask something about the one item. */
  public boolean isForSeveral() {
    return FOR_SEVERAL.contains(this);
  }

  /** As it stands in addresses and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
