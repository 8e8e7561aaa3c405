package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.casefile.Registrations.ordinary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Recipient;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class CaseFilesTests {

  @Autowired
  private CaseFiles files;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Documents documents;
  @Autowired
  private MovableClock clock;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private PlatformTransactionManager transactions;

  private Actor officer;

  @BeforeEach
  void aMorningInMarch() {
    clock.setTo(LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Dates.ZONE).toInstant());
    officer = accounts.actor("officer");
  }

  @Test
  void whatIsRegisteredIsReadBack() {
    var receipt = files.register(ordinary().attachment("说明.txt", "油烟照片见附页".getBytes(StandardCharsets.UTF_8)).command(),
        officer);

    var file = files.get(receipt.id());
    assertThat(file.code()).isEqualTo(receipt.code()).matches("XF2026-\\d{6,}");
    assertThat(file.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(file.title()).isEqualTo("楼下餐馆油烟直排，夜里噪音扰民");
    assertThat(file.receivedOn()).isEqualTo(Registrations.RECEIVED);
    assertThat(file.registeredAt()).isEqualTo(receipt.registeredAt());
    assertThat(file.registeredBy()).isEqualTo("officer");
    assertThat(file.coUnits()).isEmpty();
    assertThat(file.version()).isEqualTo(1);
    assertThat(files.points(receipt.id())).extracting(DemandPoint::number).containsExactly(1, 2);
    assertThat(files.parties(receipt.id())).singleElement().satisfies(party -> {
      assertThat(party.name()).isEqualTo("张秋月");
      assertThat(party.identityNumber()).isEqualTo("330102198507014321");
      assertThat(party.phone()).isEqualTo("13800138000");
      assertThat(party.address()).endsWith("3栋502室");
    });
    assertThat(documents.of(receipt.id())).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("说明.txt"));
    assertThat(acts(receipt.id())).contains("case.registered", "document.added");
  }

  @Test
  void theReceiptHashCanBeComputedAgainByAnybody() throws Exception {
    var receipt = files.register(ordinary().title("题").text("文").points("点").command(), officer);

    var text = "title 3\n题\ntext 3\n文\npoint 3\n点\n";
    var expected = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(receipt.proof().hash()).isEqualTo(HexFormat.of().formatHex(expected));
    assertThat(entry(receipt.id(), "case.registered").details()).containsEntry("receiptHash", receipt.proof().hash());
  }

  @Test
  void withoutDemandPointsTheTitleIsTheDemand() {
    var receipt = files.register(ordinary().title("请修路灯").points().command(), officer);

    assertThat(files.points(receipt.id())).extracting(DemandPoint::text).containsExactly("请修路灯");
  }

  @Test
  void protectedFieldsAreNotReadableInTheDatabase() {
    var receipt = files.register(ordinary().command(), officer);

    var row = jdbc.sql("select identity_number, phone, email, address from case_party where case_id = :id")
        .param("id", receipt.id().value()).query().singleRow();
    assertThat(row.values()).hasSize(4)
        .allSatisfy(value -> assertThat(new String((byte[]) value, StandardCharsets.UTF_8))
            .doesNotContain("330102", "13800", "zhang", "桂花"));
  }

  @Test
  void whatIsNotAcceptableIsRefusedAtItsFieldAndChangesNothing() {
    var before = count();

    refused("title", "required.title", ordinary().title("  "));
    refused("text", "required.text", ordinary().text(""));
    refused("text", "too-long", ordinary().text("长".repeat(20_001)));
    refused("title", "unstorable", ordinary().title("a\0b"));
    refused("text", "unstorable", ordinary().text("half \ud83d"));
    refused("receivedOn", "future", ordinary().receivedOn(LocalDate.of(2026, 3, 3)));
    refused("territory", "territory", ordinary().territory("nowhere"));
    refused("registeringUnit", "unit", ordinary().unit("nowhere"));
    refused("petitioners", "representatives", ordinary().representatives(6));
    refused("petitioners", "no-petitioner", ordinary().onlyPetitioners());
    refused("petitioners", "required.petitioners",
        ordinary().onlyPetitioners(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "")));
    refused("demandPoints", "required.demandPoints", ordinary().points("一", " "));
    assertThatThrownBy(() -> files.register(ordinary().attachment("空.pdf", new byte[0]).command(), officer))
        .isInstanceOf(Refused.class);

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void fiveRepresentativesAndTheLongestTextsAreAccepted() {
    var receipt = files.register(
        ordinary().representatives(5).title("😀".repeat(300)).text("长".repeat(20_000)).command(),
        officer);

    assertThat(files.get(receipt.id()).text()).hasSize(20_000);
    assertThat(files.get(receipt.id()).title()).isEqualTo("😀".repeat(300));
  }

  @Test
  void oneCaseGoesThroughEveryStatus() {
    var id = registered();

    files.screened(id, "environment.noise", Urgency.URGENT, false, DemandClass.CLAIM, officer);
    files.move(id, CaseStatus.AWAITING_SUPPLEMENT, officer);
    files.move(id, CaseStatus.REGISTERED, officer);
    files.assigned(id, "environment", List.of("liuyin", "urban_management", "environment"), officer);
    files.accepted(id, "environment.handler", "environment.leader", accounts.actor("environment.handler"));
    files.answer(id, List.of(new PointAnswer(1, "事实一", "依据一", Outcome.SUPPORTED),
        new PointAnswer(2, "事实二", "依据二", Outcome.EXPLAINED)), accounts.actor("environment.handler"));
    files.move(id, CaseStatus.REPLYING, Actor.SYSTEM);
    files.move(id, CaseStatus.DELIVERED, Actor.SYSTEM);
    files.close(id, ClosingState.SOLVED, officer);

    var file = files.get(id);
    assertThat(file.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(file.closingState()).contains(ClosingState.SOLVED);
    assertThat(file.category()).contains("environment.noise");
    assertThat(file.urgency()).isEqualTo(Urgency.URGENT);
    assertThat(file.leadUnit()).contains("environment");
    assertThat(file.coUnits()).containsExactly("liuyin", "urban_management");
    assertThat(file.officer()).contains("environment.handler");
    assertThat(file.leader()).contains("environment.leader");
    assertThat(files.points(id).get(1).answer()).map(PointAnswer::outcome).contains(Outcome.EXPLAINED);
    assertThat(acts(id)).containsSubsequence("case.registered", "case.screened", "case.assigned", "case.accepted",
        "case.answered", "case.closed");
  }

  @Test
  void anIllegalMoveIsRefusedAndSaysWhereTheCaseStands() {
    var id = registered();
    files.close(id, ClosingState.NOT_OURS, officer);

    assertThatThrownBy(() -> files.move(id, CaseStatus.HANDLING, officer)).isInstanceOf(IllegalCaseStatus.class)
        .hasMessageContaining("CLOSED");
    assertThatThrownBy(() -> files.close(id, ClosingState.SOLVED, officer)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> files.answer(id, answers(2), officer)).isInstanceOf(Conflict.class);
    assertThat(files.get(id).closingState()).contains(ClosingState.NOT_OURS);
  }

  @Test
  void ofTwoAtOnceOneIsToldThatSomebodyWasFaster() {
    var id = registered();
    var outer = new TransactionTemplate(transactions);
    var inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

    assertThatThrownBy(() -> outer.executeWithoutResult(status -> {
      files.get(id);
      inner.executeWithoutResult(other -> files.close(id, ClosingState.WITHDRAWN, officer));
      files.assigned(id, "housing", List.of(), officer);
    })).isInstanceOf(Conflict.class).hasMessageContaining("casefile.conflict.changed");

    assertThat(files.get(id).closingState()).contains(ClosingState.WITHDRAWN);
    assertThat(files.get(id).leadUnit()).isEmpty();
  }

  @Test
  void everyPointNeedsItsAnswerAndEveryAnswerItsParts() {
    var id = registered();

    assertThatThrownBy(() -> files.answer(id, answers(1), officer)).hasMessageContaining("answer-missing [2]");
    assertThatThrownBy(() -> files.answer(id, answers(3), officer)).hasMessageContaining("answer-unknown [3]");
    assertThatThrownBy(() -> files.answer(id, List.of(new PointAnswer(1, " ", "依据", Outcome.SUPPORTED)), officer))
        .hasMessageContaining("answer-facts [1]");
    assertThatThrownBy(() -> files.answer(id, List.of(new PointAnswer(1, "事实", "", Outcome.SUPPORTED)), officer))
        .hasMessageContaining("answer-basis [1]");
    assertThat(files.points(id)).allSatisfy(point -> assertThat(point.answer()).isEmpty());
  }

  @Test
  void aLaterAnswerStandsOverTheEarlierOneWhichStaysOnRecord() {
    var id = registered();
    files.answer(id, answers(2), officer);
    files.answer(id, List.of(new PointAnswer(1, "再查", "新依据", Outcome.NOT_SUPPORTED),
        new PointAnswer(2, "再查", "新依据", Outcome.SUPPORTED)), officer);

    assertThat(files.points(id).get(0).answer()).map(PointAnswer::outcome).contains(Outcome.NOT_SUPPORTED);
    assertThat(jdbc.sql("select count(*) from case_point_answer where case_id = :id").param("id", id.value())
        .query(Long.class).single()).isEqualTo(4);
  }

  @Test
  void rewrittenPointsStartWithoutAnswers() {
    var id = registered();
    files.answer(id, answers(2), officer);

    files.replacePoints(id, List.of("停业整顿"), officer);

    assertThat(files.points(id)).containsExactly(new DemandPoint(1, "停业整顿", Optional.empty()));
    assertThatThrownBy(() -> files.replacePoints(id, List.of(), officer)).isInstanceOf(Refused.class);
  }

  @Test
  void theFirstRepresentativeGetsTheLettersInTheWayThatSuitsThem() {
    var byMail = new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "李", "", "", "li@example.cn", "某路1号", true, true);
    var withoutConsent = new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "王", "", "", "w@example.cn", "某路1号", true,
        false);
    var byPhone = new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "赵", "", "13900139000", "", "", true, false);
    var unknown = NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "孙");

    assertThat(method(ordinary().onlyPetitioners(unknown, byMail))).isEqualTo(DeliveryMethod.EMAIL);
    assertThat(method(ordinary().onlyPetitioners(withoutConsent))).isEqualTo(DeliveryMethod.POST);
    assertThat(method(ordinary().onlyPetitioners(byPhone))).isEqualTo(DeliveryMethod.IN_PERSON);
    assertThat(method(ordinary().onlyPetitioners(unknown))).isEqualTo(DeliveryMethod.PORTAL);
    assertThat(method(ordinary().anonymous())).isEqualTo(DeliveryMethod.PORTAL);
    var id = files.register(ordinary().onlyPetitioners(unknown, byMail).command(), officer).id();
    assertThat(files.recipient(id)).isEqualTo(new Recipient("李", "某路1号", "li@example.cn"));
    var anonymous = files.register(ordinary().anonymous().command(), officer).id();
    assertThat(files.recipient(anonymous).name()).isEqualTo("匿名信访人");
  }

  @Test
  void aMergedCaseIsClosedAndItsPetitionersAskInTheTarget() {
    var target = registered();
    var other = files.register(ordinary().onlyPetitioners(Registrations.zhang(),
        new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "钱", "", "13700137000", "", "", true, false)).command(),
        officer)
        .id();

    files.mergeInto(other, target, officer);

    assertThat(files.get(other).closingState()).contains(ClosingState.MERGED);
    assertThat(files.get(other).mergedInto()).contains(target);
    assertThat(files.parties(target)).extracting(Party::name).containsExactly("张秋月", "钱");
    assertThat(files.parties(target).get(1).representative()).isFalse();
    assertThat(acts(target)).contains("case.joined");
    assertThatThrownBy(() -> files.mergeInto(target, target, officer)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> files.mergeInto(registered(), other, officer)).hasMessageContaining("merge-closed");
    var report = files.register(ordinary().demandClass(DemandClass.REPORT).command(), officer).id();
    assertThatThrownBy(() -> files.mergeInto(report, target, officer)).hasMessageContaining("refused.merge");
  }

  @Test
  void lookAlikesAreTheSamePersonOrTheSameMatterInTheSamePlace() {
    // A person of this test alone: the others are raised by one who has petitioned all day.
    var chen = new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "陈一", "", "13612340001", "", "", true, false);
    var one = files.register(ordinary().territory("songling-songtao").title("松涛社区门口路灯不亮").onlyPetitioners(chen)
        .command(), officer);
    var samePlace = files.register(ordinary().territory("songling-songtao").title("松涛社区门口的路灯一直不亮")
        .onlyPetitioners(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "某")).command(), officer);
    var samePerson = files.register(ordinary().territory("wanghu").title("老人补贴").onlyPetitioners(new NewParty(
        PartyRole.PETITIONER, PartyKind.PERSON, "陈 一", "", "+86 136-1234-0001", "", "", true, false)).command(),
        officer);
    var report = files.register(ordinary().territory("songling-songtao").title("松涛社区门口路灯不亮")
        .demandClass(DemandClass.REPORT).command(), officer);

    var similar = files.similar(one.id());

    assertThat(similar).extracting(CaseRow::id).contains(samePlace.id(), samePerson.id())
        .doesNotContain(one.id(), report.id()).hasSizeLessThanOrEqualTo(10);
    assertThat(files.similar("松涛社区门口路灯不亮了", "songling-songtao", List.of(), officer)).extracting(CaseRow::id)
        .contains(one.id(), samePlace.id()).doesNotContain(report.id());
    assertThat(files.similar("松涛社区门口路灯不亮了", "songling-songtao", List.of(), accounts.actor("housing.handler")))
        .isEmpty();
  }

  @Test
  void theTrackingCodeOpensOnlyWithItsSecret() {
    var receipt = files.register(ordinary().command(), officer);
    assertThat(receipt.trackingCode()).matches("[A-Z3479]{4}(-[A-Z3479]{4}){2}").doesNotContainPattern("[IOLSZB]");
    assertThat(receipt.secret()).matches("\\d{6}");
    assertThat(files.trackingCode(receipt.id())).isEqualTo(receipt.trackingCode());

    assertThat(files.track(receipt.trackingCode(), receipt.secret(), Actor.PUBLIC)).contains(receipt.id());
    assertThat(
        files.track(" " + receipt.trackingCode().toLowerCase().replace("-", " "), receipt.secret() + " ", Actor.PUBLIC))
        .contains(receipt.id());
    assertThat(files.track(receipt.trackingCode(), wrong(receipt), Actor.PUBLIC)).isEmpty();
    assertThat(files.track("AAAA-AAAA-AAAA", receipt.secret(), Actor.PUBLIC)).isEmpty();
    assertThat(files.track("", "", Actor.PUBLIC)).isEmpty();
    assertThat(jdbc.sql("select secret_hash from case_file where id = :id").param("id", receipt.id().value())
        .query(String.class).single()).doesNotContain(receipt.secret());
  }

  @Test
  void afterSomeWrongSecretsEvenTheRightOneMustWait() {
    var receipt = files.register(ordinary().command(), officer);
    for (var i = 0; i < 3; i++) {
      files.track(receipt.trackingCode(), wrong(receipt), Actor.PUBLIC);
    }

    assertThat(files.track(receipt.trackingCode(), receipt.secret(), Actor.PUBLIC)).isEmpty();
    clock.forward(Duration.ofSeconds(31));
    assertThat(files.track(receipt.trackingCode(), wrong(receipt), Actor.PUBLIC)).isEmpty();
    clock.forward(Duration.ofSeconds(31));
    assertThat(files.track(receipt.trackingCode(), receipt.secret(), Actor.PUBLIC)).isEmpty();
    clock.forward(Duration.ofSeconds(31));
    assertThat(files.track(receipt.trackingCode(), receipt.secret(), Actor.PUBLIC)).contains(receipt.id());
  }

  @Test
  void triesAtTheSameTimeCountOneByOne() throws Exception {
    var receipt = files.register(ordinary().command(), officer);
    var tries = new ArrayList<Callable<Object>>();
    for (var i = 0; i < 12; i++) {
      tries.add(() -> files.track(receipt.trackingCode(), wrong(receipt), Actor.PUBLIC));
    }
    var pool = Executors.newFixedThreadPool(6);
    try {
      for (var answer : pool.invokeAll(tries)) {
        answer.get();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(jdbc.sql("select wrong_tries from case_file where id = :id").param("id", receipt.id().value())
        .query(Integer.class).single()).isEqualTo(3);
  }

  @Test
  void aRolledBackRegistrationLeavesNothing() {
    var before = count();

    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      var id = files.register(ordinary().command(), officer).id();
      assertThat(files.get(id).title()).isNotEmpty();
      status.setRollbackOnly();
    });

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void anUnknownCaseIsNotFound() {
    assertThatThrownBy(() -> files.get(CaseId.next())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> files.assigned(registered(), "nowhere", List.of(), officer)).isInstanceOf(NotFound.class);
  }

  private CaseId registered() {
    return files.register(ordinary().command(), officer).id();
  }

  private DeliveryMethod method(Registrations registration) {
    return files.preferredMethod(files.register(registration.command(), officer).id());
  }

  private void refused(String field, String key, Registrations registration) {
    assertThatThrownBy(() -> files.register(registration.command(), officer)).as(field + " " + key)
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.field()).isEqualTo(field);
          assertThat(refused.key()).isEqualTo("casefile.refused." + key);
        });
  }

  private static List<PointAnswer> answers(int count) {
    var answers = new ArrayList<PointAnswer>();
    for (var number = 1; number <= count; number++) {
      answers.add(new PointAnswer(number, "事实", "依据", Outcome.SUPPORTED));
    }
    return answers;
  }

  private static String wrong(Receipt receipt) {
    return receipt.secret().equals("000000") ? "000001" : "000000";
  }

  private long count() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private AuditEntry entry(CaseId id, String act) {
    return audit.of(id).stream().filter(entry -> entry.act().equals(act)).findFirst().orElseThrow();
  }
}
