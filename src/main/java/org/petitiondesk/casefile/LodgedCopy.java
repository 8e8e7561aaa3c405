package org.petitiondesk.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was handed in, as one text that its petitioner keeps: lines of {@code name length}, each followed by the UTF-8
 * text of that many bytes and a line feed; title, text, each demand point, and for each attachment its SHA-256, in
 * ascending order. The SHA-256 of this text is what the receipt proves, so that {@code sha256sum} is enough to see it.
 */
public record LodgedCopy(String text) {

  private static final String ATTACHMENT = "attachment";

  static LodgedCopy of(String title, String text, Collection<String> points, Collection<String> attachments) {
    var lines = new StringBuilder();
    add(lines, "title", title);
    add(lines, "text", text);
    points.forEach(point -> add(lines, "point", point));
    attachments.stream().sorted().forEach(sha256 -> add(lines, ATTACHMENT, sha256));
    return new LodgedCopy(lines.toString());
  }

  /** In lower-case hexadecimal digits. */
  public String hash() {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of the attachments that such a text names; empty for what is no such text. */
  static Optional<Set<String>> attachments(byte[] copy) {
    var rest = ByteBuffer.wrap(copy);
    var found = new TreeSet<String>();
    while (rest.hasRemaining()) {
      var head = line(rest).split(" ");
      if (head.length != 2 || !head[1].matches("[0-9]{1,9}") || Integer.parseInt(head[1]) >= rest.remaining()) {
        return Optional.empty();
      }
      var value = new byte[Integer.parseInt(head[1])];
      rest.get(value);
      rest.get();
      if (head[0].equals(ATTACHMENT)) {
        found.add(new String(value, StandardCharsets.US_ASCII));
      }
    }
    return Optional.of(found);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(StringBuilder lines, String name, String value) {
    lines.append(name).append(' ').append(value.getBytes(StandardCharsets.UTF_8).length).append('\n').append(value)
        .append('\n');
  }

  private static String line(ByteBuffer bytes) {
    var line = new StringBuilder();
    while (bytes.hasRemaining()) {
      var next = (char) bytes.get();
      if (next == '\n') {
        break;
      }
      line.append(next);
    }
    return line.toString();
  }
}
