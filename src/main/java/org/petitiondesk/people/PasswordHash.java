package org.petitiondesk.people;

/** A password that met the rules and can no longer be read. Made by {@link Passwords} alone. */
public final class PasswordHash {

  private final String value;

  PasswordHash(String value) {
    this.value = value;
  }

  String value() {
    return value;
  }
}
