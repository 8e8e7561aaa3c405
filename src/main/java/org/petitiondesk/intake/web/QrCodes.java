package org.petitiondesk.intake.web;

import io.nayuki.qrcodegen.QrCode;
import org.springframework.stereotype.Component;

/** For templates, as {@code @qr}: a text as a picture that a telephone reads. */
@Component("qr")
class QrCodes {

  /** Modules that a reader needs to see empty on each side. */
  private static final int MARGIN = 4;

  /**
   * A square drawing.
   *
   * @param side length of a side, in modules
   * @param path the dark modules as an SVG path, one unit a module
   */
  public record Drawing(int side, String path) {}

  /** Up to a fifteenth of it may be soiled or folded away. */
  public Drawing of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (var y = 0; y < code.size; y++) {
      for (var x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        }
      }
    }
    return new Drawing(code.size + 2 * MARGIN, path.toString());
  }
}
