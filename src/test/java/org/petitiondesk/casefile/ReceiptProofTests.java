package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.ReceiptProof.Checked;
import org.petitiondesk.casefile.ReceiptProof.Part;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.SigningKey;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ReceiptProofTests {

  private static final byte[] PHOTO = "油烟照片见附页".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LIST = "证人名单".getBytes(StandardCharsets.UTF_8);

  @Autowired
  private CaseFiles files;
  @Autowired
  private Documents documents;
  @Autowired
  private SigningKey key;
  @Autowired
  private MovableClock clock;

  @Test
  void aReceiptProvesWhatWasHandedInAndWhen() {
    var receipt = registered();

    var proof = ReceiptProof.check(receipt.proof().text(), key.publicKey());

    assertThat(proof).contains(receipt.proof());
    assertThat(receipt.proof().code()).isEqualTo(receipt.code());
    assertThat(Duration.between(receipt.proof().registeredAt(), receipt.registeredAt())).isLessThan(
        Duration.ofSeconds(1));
    assertThat(receipt.proof().hash()).isEqualTo(files.lodgedCopy(receipt.id()).hash());
    assertThat(files.proof(receipt.id())).isEqualTo(receipt.proof());
  }

  @Test
  void lineBreaksAndBlanksOfPaperDoNotMatter() {
    var text = registered().proof().text();

    assertThat(ReceiptProof.check("  " + text.substring(0, 60) + "\r\n " + text.substring(60) + "\n",
        key.publicKey())).isPresent();
  }

  @Test
  void everyChangedBitOfEveryByteFails() {
    var bytes = registered().proof().text().getBytes(StandardCharsets.US_ASCII);
    assertThat(bytes).hasSizeGreaterThan(200);

    for (var at = 0; at < bytes.length; at++) {
      for (var bit = 0; bit < 8; bit++) {
        var changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThat(ReceiptProof.check(new String(changed, StandardCharsets.ISO_8859_1), key.publicKey()))
            .as("bit %d of byte %d", bit, at).isEmpty();
      }
    }
  }

  @Test
  void whatIsCutDoubledOrInventedFails() {
    var text = registered().proof().text();
    for (var wrong : List.of("", ".", text.substring(1), text.substring(0, text.length() - 1), text + "0", text + text,
        text.toUpperCase(), text.replace("receipt-1", "receipt-2"), "petition-desk-receipt-1....", "\0", "验")) {
      assertThat(ReceiptProof.check(wrong, key.publicKey())).as(wrong).isEmpty();
    }
  }

  @Test
  void anotherDesksKeyDoesNotVerify() throws Exception {
    var other = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();

    assertThat(ReceiptProof.check(registered().proof().text(), other)).isEmpty();
  }

  @Test
  void copyAndAttachmentsAreRecognisedAndChangedOnesAreNot() {
    var receipt = registered();
    var copy = copy(receipt);
    var changed = copy.clone();
    changed[20] ^= 1;

    assertThat(parts(receipt, PHOTO, copy, LIST)).containsExactly(Part.ATTACHMENT, Part.COPY, Part.ATTACHMENT);
    assertThat(parts(receipt, copy, "别的照片".getBytes(StandardCharsets.UTF_8))).containsExactly(Part.COPY, Part.OTHER);
    assertThat(parts(receipt, PHOTO)).containsExactly(Part.UNKNOWN);
    assertThat(parts(receipt, changed, PHOTO)).containsExactly(Part.UNKNOWN, Part.UNKNOWN);
  }

  @Test
  void everyChangedByteOfTheCopyIsSeen() {
    var receipt = registered();
    var copy = copy(receipt);

    for (var at = 0; at < copy.length; at++) {
      var changed = copy.clone();
      changed[at] ^= 1;
      assertThat(parts(receipt, changed)).as("byte %d", at).containsExactly(Part.UNKNOWN);
    }
  }

  @Test
  void whatComesLaterDoesNotChangeTheCopy() {
    var receipt = registered();
    var before = files.lodgedCopy(receipt.id());
    clock.forward(Duration.ofDays(1));

    documents.add(receipt.id(), DocumentKind.MATERIAL, new Upload("补充.txt", "又一份".getBytes(StandardCharsets.UTF_8)),
        Actor.PUBLIC);
    files.replacePoints(receipt.id(), List.of("整理后的诉求"), Actor.SYSTEM);

    assertThat(files.lodgedCopy(receipt.id())).isEqualTo(before);
  }

  @Test
  void theOrderOfTheAttachmentsDoesNotMatter() {
    assertThat(LodgedCopy.of("题", "文", List.of("点"), List.of("b", "a")).text())
        .isEqualTo("title 3\n题\ntext 3\n文\npoint 3\n点\nattachment 1\na\nattachment 1\nb\n");
  }

  @Test
  void aTextThatIsNoCopyNamesNoAttachments() {
    for (var wrong : List.of("title", "title x\n", "title 9\nab\n", "title 999999999999\n", "attachment -1\n")) {
      assertThat(LodgedCopy.attachments(wrong.getBytes(StandardCharsets.UTF_8))).as(wrong).isEqualTo(Optional.empty());
    }
  }

  @Test
  void theKeyIsTheSameOnEachNodeAndItsPublicHalfIsReadable() {
    var read = SigningKey.read(key.publicKeyInPem()).orElseThrow();

    assertThat(read).isEqualTo(key.publicKey());
    assertThat(SigningKey.verifies(read, "文", key.sign("文"))).isTrue();
    assertThat(SigningKey.verifies(read, "文 ", key.sign("文"))).isFalse();
    assertThat(SigningKey.verifies(read, "文", HexFormat.of().formatHex(new byte[64]))).isFalse();
    assertThat(SigningKey.read("-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----")).isEmpty();
  }

  private Receipt registered() {
    return files.register(Registrations.ordinary().attachment("照片.txt", PHOTO).attachment("名单.txt", LIST).command(),
        Actor.PUBLIC);
  }

  private byte[] copy(Receipt receipt) {
    return files.lodgedCopy(receipt.id()).text().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Part> parts(Receipt receipt, byte[]... contents) {
    return receipt.proof().check(List.of(contents).stream().map(content -> new Upload("file", content)).toList())
        .stream().map(Checked::part).toList();
  }
}
