package org.petitiondesk.documents;

/**
 * An official text as it lies on paper.
 *
 * @param number of its unit, series and year, without gaps: 临信督〔2026〕3号
 */
public record LetterText(String title, String number, String body) {

  /** The text without its last paragraph. */
  public String words() {
    var close = body.lastIndexOf("\n\n");
    return close < 0 ? body : body.substring(0, close);
  }

  /** The last paragraph: who signs and when; stands to the right on paper. */
  public String close() {
    var close = body.lastIndexOf("\n\n");
    return close < 0 ? "" : body.substring(close + 2);
  }
}
