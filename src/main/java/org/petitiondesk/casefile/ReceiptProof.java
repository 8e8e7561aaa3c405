package org.petitiondesk.casefile;

import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.people.SigningKey;

/**
 * One line that proves what was handed in and when, written as
 * {@code petition-desk-receipt-1.<number in the register>.<moment>.<SHA-256 of the copy>.<signature>}. Signed is
 * everything before the last dot. Whoever has the installation's public key can check it, without the desk.
 *
 * @param code number in the register
 * @param registeredAt to the second
 * @param hash see {@link LodgedCopy}
 */
public record ReceiptProof(String code, Instant registeredAt, String hash, String signature) {

  private static final String KIND = "petition-desk-receipt-1";
  private static final Pattern FORM = Pattern.compile(Pattern.quote(KIND)
      + "\\.(XF[0-9]{4}-[0-9]{6,12})\\.([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)"
      + "\\.([0-9a-f]{64})\\.([0-9a-f]{128})");

  /** What a file is to a receipt. */
  public enum Part {
    /** The copy of what was handed in, letter for letter. */
    COPY,
    /** One of the attachments that the copy names. */
    ATTACHMENT,
    /** Neither, or changed since. */
    OTHER,
    /** It may be an attachment: the copy that names them is not among the files. */
    UNKNOWN
  }

  /** What a file turned out to be. */
  public record Checked(String fileName, Part part) {}

  static ReceiptProof sign(String code, Instant registeredAt, String hash, SigningKey key) {
    var open = new ReceiptProof(code, registeredAt.truncatedTo(ChronoUnit.SECONDS), hash, "");
    return new ReceiptProof(code, open.registeredAt(), hash, key.sign(open.signed()));
  }

  /** As typed or pasted: line breaks and blanks do not count. Empty unless this key has signed it as it stands. */
  public static Optional<ReceiptProof> check(String typed, PublicKey key) {
    var parts = FORM.matcher(typed.replaceAll("\\s", ""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var proof = new ReceiptProof(parts.group(1), Instant.parse(parts.group(2)), parts.group(3), parts.group(4));
      return Optional.of(proof).filter(one -> SigningKey.verifies(key, one.signed(), one.signature()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What each file is to this receipt. Attachments are known by the copy, so it has to be among the files. */
  public List<Checked> check(List<Upload> files) {
    var attachments = files.stream().map(Upload::content).filter(content -> LodgedCopy.sha256(content).equals(hash))
        .findFirst().flatMap(LodgedCopy::attachments);
    return files.stream().map(file -> {
      var sha256 = LodgedCopy.sha256(file.content());
      var part = sha256.equals(hash)
          ? Part.COPY
          : attachments.map(known -> known.contains(sha256) ? Part.ATTACHMENT : Part.OTHER).orElse(Part.UNKNOWN);
      return new Checked(file.fileName(), part);
    }).toList();
  }

  public String text() {
    return signed() + "." + signature;
  }

  private String signed() {
    return String.join(".", KIND, code, registeredAt.toString(), hash);
  }
}
