package org.petitiondesk.petition.web;

/** A letter that is not yet one, laid out like one. */
public record Sheet(String title, String number, String words, String close) {

  /** Title, empty line, text, whose last paragraph says who signs. */
  static Sheet of(String preview) {
    var title = preview.indexOf("\n\n");
    var body = preview.substring(title + 2);
    var close = body.lastIndexOf("\n\n");
    return new Sheet(preview.substring(0, title), "", close < 0 ? body : body.substring(0, close),
        close < 0 ? "" : body.substring(close + 2));
  }
}
