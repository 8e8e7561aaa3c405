package org.petitiondesk.petition.web;

/** A letter that is not yet one, laid out like one. */
public record Sheet(String title, String number, String words, String close) {

  /** Title and number in the first two lines, an empty one, and the text, whose last paragraph says who signs. */
  static Sheet of(String preview) {
    var head = preview.indexOf("\n\n");
    var number = preview.indexOf('\n');
    var body = preview.substring(head + 2);
    var close = body.lastIndexOf("\n\n");
    return new Sheet(preview.substring(0, number), preview.substring(number + 1, Math.max(head, number + 1)),
        close < 0 ? body : body.substring(0, close), close < 0 ? "" : body.substring(close + 2));
  }
}
