package org.petitiondesk.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.petitiondesk.documents.Upload;

/**
 * The proof on a receipt of what was handed in: SHA-256 over lines of {@code name length}, each followed by the UTF-8
 * text of that many bytes and a line feed; an attachment counts by its own SHA-256. Anybody can compute it again.
 */
final class ReceiptHash {

  private final MessageDigest digest = sha256();

  private ReceiptHash() {}

  static String of(String title, String text, Iterable<String> points, Iterable<Upload> attachments) {
    var hash = new ReceiptHash();
    hash.add("title", title);
    hash.add("text", text);
    points.forEach(point -> hash.add("point", point));
    attachments.forEach(file -> hash.add("attachment", HexFormat.of().formatHex(sha256().digest(file.content()))));
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(String name, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
