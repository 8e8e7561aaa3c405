package org.petitiondesk.dispute.web;

/** A field as it was typed: empty when its part of the form was hidden, and without NUL, which no database keeps. */
final class Text {

  private Text() {}

  static String plain(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }
}
