package org.petitiondesk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.SigningKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code receipt verify}, with files only: no setting names a database. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class ReceiptVerifyTests {

  private static final byte[] NOTE = "路灯位置".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path folder;
  @Autowired
  private CaseFiles files;
  @Autowired
  private SigningKey key;

  private Receipt receipt;
  private String proof;

  @BeforeEach
  void aReceiptAtHome() throws Exception {
    receipt = files.register(Registrations.ordinary().attachment("说明.txt", NOTE).command(), Actor.PUBLIC);
    proof = receipt.proof().text();
    Files.writeString(folder.resolve("key.pem"), key.publicKeyInPem());
    Files.writeString(folder.resolve("copy.txt"), files.lodgedCopy(receipt.id()).text());
    Files.write(folder.resolve("note.txt"), NOTE);
    Files.writeString(folder.resolve("other.txt"), "别的");
  }

  @Test
  void aValidReceiptIsSaidWithItsNumberAndItsFiles(CapturedOutput output) {
    assertThat(verify(proof, "copy.txt", "note.txt")).isZero();

    assertThat(output.getOut()).contains("Valid: petition " + receipt.code(), "letter for letter",
        "an attachment that was handed in");
  }

  @Test
  void aChangedCharacterOrAnotherFileFails(CapturedOutput output) {
    assertThat(verify(proof.replaceFirst("XF2", "XF3"))).isEqualTo(1);
    assertThat(verify(proof, "copy.txt", "other.txt")).isEqualTo(1);
    assertThat(verify(proof, "note.txt")).isEqualTo(1);

    assertThat(output.getOut()).contains("Not valid", "was not handed in, or was changed since", "the copy is missing");
  }

  @Test
  void whatCanNotBeReadIsSaidInOneSentence(CapturedOutput output) throws Exception {
    assertThat(verify(proof, "missing.txt")).isEqualTo(2);
    Files.writeString(folder.resolve("key.pem"), "no key");
    assertThat(verify(proof)).isEqualTo(2);

    assertThat(output.getErr()).contains("There is no such file", "There is no public key in this file");
  }

  /** As it stands on the page for checking: openssl and sha256sum agree. */
  @Test
  void opensslComesToTheSameResult() throws Exception {
    assumeTrue(Stream.of("openssl", "xxd", "sha256sum").allMatch(ReceiptVerifyTests::isInstalled),
        "skipped: openssl, xxd or sha256sum is not installed");
    assertThat(openssl(proof)).contains("Signature Verified Successfully", receipt.proof().hash());
    assertThat(openssl(proof.replaceFirst("XF2", "XF3"))).doesNotContain("Verified Successfully");
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of)
        .anyMatch(place -> Files.isExecutable(place.resolve(program)));
  }

  private String openssl(String typed) throws Exception {
    var script = """
        printf %s "${PROOF%.*}" > message
        printf %s "${PROOF##*.}" | xxd -r -p > signature
        openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature
        sha256sum copy.txt
        """;
    var builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PROOF", typed);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private int verify(String typed, String... names) {
    var arguments = new ArrayList<>(List.of("receipt", "verify", typed, "--key",
        folder.resolve("key.pem").toString()));
    for (var name : names) {
      arguments.add(folder.resolve(name).toString());
    }
    return Commands.run(ignored -> {}, arguments.toArray(String[]::new));
  }
}
