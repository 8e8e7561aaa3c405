package org.petitiondesk.documents.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The first characters of a text file.
 *
 * @param cut whether there is more
 */
public record TextBeginning(String text, boolean cut) {

  private static final int LENGTH = 20_000;
  private static final Charset GB18030 = Charset.forName("GB18030");

  static TextBeginning of(byte[] content) {
    var text = decoded(content);
    return text.length() <= LENGTH
        ? new TextBeginning(text, false)
        : new TextBeginning(text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LENGTH))), true);
  }

  private static String decoded(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException older) {
      return new String(content, GB18030);
    }
  }
}
