package org.petitiondesk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class LettersTests {

  private static final Recipient ZHANG = new Recipient("张秋月", "云溪市临江区桂花路8号", "zhang@example.cn");

  @Autowired
  private Letters letters;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private PlatformTransactionManager transactions;

  private Actor officer;
  private CaseId caseId;

  @BeforeEach
  void aCase() {
    clock.setTo(LocalDateTime.of(2026, 3, 9, 10, 0).atZone(Dates.ZONE).toInstant());
    officer = accounts.actor("officer");
    caseId = cases.register(Registrations.ordinary().command(), officer).id();
  }

  @Test
  void aLetterIsReadBackAsItWasSigned() {
    var letter = letters.issue(reply("xfj"), officer);

    assertThat(letters.get(letter.id())).isEqualTo(letter);
    assertThat(letters.of(caseId)).contains(letter);
    assertThat(letter.title()).isEqualTo("信访事项处理意见书");
    assertThat(letter.number()).matches(".+〔2026〕\\d+号");
    assertThat(letter.close()).isEqualTo("区信访局\n2026年3月9日");
    assertThat(letter.state()).isEqualTo(LetterState.ISSUED);
    assertThat(acts()).contains("letter.issued");
  }

  @Test
  void neitherTheTextNorTheRecipientCanBeReadInTheDatabase() {
    var letter = letters.issue(reply("xfj"), officer);

    var row = jdbc.sql("select words, recipient from letter where id = ?").param(letter.id().value())
        .query((rs, n) -> List.of(rs.getBytes(1), rs.getBytes(2))).single();
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      assertThat(new String(row.get(0), charset)).doesNotContain("张秋月", "油烟");
      assertThat(new String(row.get(1), charset)).doesNotContain("张秋月", "zhang@example.cn");
    }
  }

  @Test
  void theChainHoldsNoName() {
    letters.issue(reply("xfj"), officer);

    assertThat(audit.of(caseId).toString()).doesNotContain("张秋月", "zhang@example.cn");
  }

  @Test
  void numbersRunPerUnitAndYear() {
    var first = number(letters.issue(reply("market"), officer));
    assertThat(number(letters.issue(reply("market"), officer))).isEqualTo(first + 1);
    assertThat(number(letters.issue(reply("land"), officer))).isLessThanOrEqualTo(first);

    clock.setTo(LocalDateTime.of(2031, 1, 1, 0, 30).atZone(Dates.ZONE).toInstant());
    var next = letters.issue(reply("market"), officer);
    assertThat(next.number()).contains("〔2031〕");
    assertThat(number(next)).isEqualTo(1);
  }

  @Test
  void aLetterThatIsRolledBackLeavesNoGap() {
    var before = number(letters.issue(reply("market"), officer));

    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      letters.issue(reply("market"), officer);
      status.setRollbackOnly();
    });

    assertThat(number(letters.issue(reply("market"), officer))).isEqualTo(before + 1);
  }

  @Test
  void manyAtOnceGetDifferentNumbersFromTheFirstOn() throws Exception {
    clock.setTo(LocalDateTime.of(2040, 5, 1, 10, 0).atZone(Dates.ZONE).toInstant());
    var pool = Executors.newFixedThreadPool(6);
    try {
      var work = new ArrayList<Callable<Integer>>();
      for (var i = 0; i < 12; i++) {
        var own = cases.register(Registrations.ordinary().command(), officer).id();
        work.add(() -> number(letters.issue(reply("police", own), officer)));
      }
      var numbers = new ArrayList<Integer>();
      for (var done : pool.invokeAll(work)) {
        numbers.add(done.get());
      }
      assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aLetterThatLacksAFactIsRefusedAndUsesNoNumber() {
    var before = number(letters.issue(reply("market"), officer));
    var facts = new HashMap<>(LetterTextsTests.facts());
    facts.remove("remedy");

    assertThatThrownBy(() -> letters.issue(new IssueLetter(caseId, "petition_reply", "market", ZHANG,
        DeliveryMethod.POST, facts), officer)).isInstanceOf(Refused.class).hasMessageContaining("remedy");

    assertThat(number(letters.issue(reply("market"), officer))).isEqualTo(before + 1);
  }

  @Test
  void thePreviewIsTheLetterWithoutANumber() {
    var preview = letters.preview(reply("xfj"));

    assertThat(preview).startsWith("信访事项处理意见书").contains("张秋月：", "〔2026〕　号").doesNotContain("{{");
    assertThat(letters.of(caseId)).noneMatch(letter -> letter.template().equals("petition_reply"));
  }

  @Test
  void deliveryIsOnRecordOnceWithItsProof() {
    var letter = letters.issue(reply("xfj"), officer);

    letters.delivered(letter.id(), LocalDate.of(2026, 3, 9), "EMS 1234", Optional.empty(), officer);

    assertThat(letters.get(letter.id())).satisfies(delivered -> {
      assertThat(delivered.state()).isEqualTo(LetterState.DELIVERED);
      assertThat(delivered.deliveredOn()).contains(LocalDate.of(2026, 3, 9));
      assertThat(delivered.proof()).contains("EMS 1234");
    });
    assertThat(acts()).contains("letter.delivered");
    assertThatThrownBy(() -> letters.delivered(letter.id(), LocalDate.of(2026, 3, 9), "again", Optional.empty(),
        officer)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> letters.undeliverable(letter.id(), "again", officer)).isInstanceOf(Conflict.class);
    assertThat(letters.get(letter.id()).proof()).contains("EMS 1234");
  }

  @Test
  void aLetterArrivesNeitherTomorrowNorBeforeItWasSigned() {
    var letter = letters.issue(reply("xfj"), officer);

    assertThatThrownBy(() -> letters.delivered(letter.id(), LocalDate.of(2026, 3, 10), "x", Optional.empty(), officer))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("on"));
    assertThatThrownBy(() -> letters.delivered(letter.id(), LocalDate.of(2026, 3, 8), "x", Optional.empty(), officer))
        .isInstanceOf(Refused.class);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
  }

  private IssueLetter reply(String unit) {
    return reply(unit, caseId);
  }

  private static IssueLetter reply(String unit, CaseId caseId) {
    var facts = new HashMap<>(LetterTextsTests.facts());
    facts.keySet().removeAll(List.of("unitName", "date"));
    return new IssueLetter(caseId, "petition_reply", unit, ZHANG, DeliveryMethod.POST, Map.copyOf(facts));
  }

  private static int number(Letter letter) {
    return Integer.parseInt(letter.number().replaceAll(".*〕(\\d+)号", "$1"));
  }

  private List<String> acts() {
    return audit.of(caseId).stream().map(AuditEntry::act).toList();
  }
}
