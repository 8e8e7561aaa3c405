package org.petitiondesk.inbox;

import java.util.Locale;

/** What can be done with an item beside the work itself. */
public enum Verb {
  /** 签收 */
  CLAIM("c", Words.NONE),
  /** 退签 */
  RELEASE("b", Words.NONE),
  /** 转办: another person of the same group has it from now on. */
  TRANSFER("t", Words.REQUIRED);

  private enum Words {
    NONE, OPTIONAL, REQUIRED
  }

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

  /** As it stands in addresses and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
