package org.petitiondesk.kernel;

/** Everybody with one role in one unit; written {@code role@unit} in models, work items and queries. */
public record Group(Role role, String unit) {

  public static Group of(String text) {
    var at = text.indexOf('@');
    if (at < 1 || at == text.length() - 1) {
      throw new IllegalArgumentException("A group is written role@unit, not '" + text + "'");
    }
    return new Group(Role.of(text.substring(0, at)), text.substring(at + 1));
  }

  @Override
  public String toString() {
    return role.key() + "@" + unit;
  }
}
