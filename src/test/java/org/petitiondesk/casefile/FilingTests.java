package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.casefile.Registrations.ordinary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/** Closed and filed are two things. */
@DeskTest
class FilingTests {

  private static final Path CODE = Path.of("src/main");

  @Autowired
  private CaseFiles files;
  @Autowired
  private HeldCases gate;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;

  @Test
  void aClosedCaseIsFiledAtOnceWhenNothingHoldsIt() {
    var id = registered();

    files.close(id, ClosingState.EXPLAINED, officer());

    assertThat(files.get(id).filed()).isTrue();
    assertThat(files.holds(files.get(id))).isEmpty();
    assertThat(row(id).isHeld()).isFalse();
    assertThat(audit.of(id)).extracting(AuditEntry::act).containsSubsequence("case.closed", "case.filed");
  }

  @Test
  void aHeldCaseIsClosedAndFiledOnlyWhenTheLastGateLetsItGo() {
    var id = registered();
    gate.hold(id);

    files.close(id, ClosingState.WITHDRAWN, officer());

    assertThat(files.get(id).isClosed()).isTrue();
    assertThat(files.file(id, officer())).isFalse();
    assertThat(row(id).isHeld()).isTrue();
    assertThat(files.holds(files.get(id))).hasSize(1);
    assertThat(audit.of(id)).extracting(AuditEntry::act).doesNotContain("case.filed");

    gate.letGo(id);

    assertThat(files.file(id, officer())).isTrue();
    assertThat(files.file(id, officer())).isTrue();
    assertThat(audit.of(id)).extracting(AuditEntry::act).containsOnlyOnce("case.filed");
  }

  @Test
  void aMergedCaseIsHeldLikeAnyOther() {
    var id = registered();
    gate.hold(id);

    files.mergeInto(id, registered(), officer());

    assertThat(files.get(id).isHeld()).isTrue();
  }

  @Test
  void anOpenCaseIsNeverFiled() {
    var id = registered();

    assertThat(files.file(id, officer())).isFalse();
    assertThat(files.get(id).filed()).isFalse();
  }

  @Test
  void aFiledCaseIsTakenOutForWhoeverHoldsItFromNowOn() {
    var id = registered();
    files.close(id, ClosingState.EXPLAINED, officer());
    gate.hold(id);

    files.takeOut(id, officer());
    files.takeOut(id, officer());

    assertThat(files.get(id).isHeld()).isTrue();
    assertThat(audit.of(id)).extracting(AuditEntry::act).containsOnlyOnce("case.taken-out");
  }

  @Test
  void oneClassAloneWritesThatACaseIsFiled() throws IOException {
    var writes = Pattern.compile("filed_at\\s*=");
    try (var found = Files.walk(CODE)) {
      assertThat(found.filter(path -> path.toString().matches(".*\\.(java|bpmn|dmn)"))
          .filter(path -> writes.matcher(read(path)).find())).extracting(path -> path.getFileName().toString())
          .containsExactly("Filing.java");
    }
  }

  private CaseRow row(CaseId id) {
    return files.find(CaseQuery.text(files.get(id).code()), officer(), Optional.empty()).rows().get(0);
  }

  private CaseId registered() {
    return files.register(ordinary().command(), officer()).id();
  }

  private Actor officer() {
    return accounts.actor("officer");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
