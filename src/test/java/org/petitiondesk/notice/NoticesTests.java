package org.petitiondesk.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.IssueLetter;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Recipient;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class NoticesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

  @Autowired
  private Letters letters;
  @Autowired
  private Documents documents;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Notices notices;
  @Autowired
  private NoticeRepository repository;
  @Autowired
  private NoticeService service;
  @Autowired
  private MailRoom mailRoom;
  @Autowired
  private JavaMailSender pickup;
  @Autowired
  private Processes processes;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private ManagementService management;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;
  @Autowired
  private MockMvcTester mvc;
  @Value("${petition-desk.data}/pickup")
  private Path folder;

  private Actor officer;
  private CaseId caseId;

  @BeforeEach
  void aCase() {
    clock.setTo(LocalDateTime.of(2026, 3, 9, 10, 0).atZone(Dates.ZONE).toInstant());
    officer = accounts.actor("officer");
    caseId = cases.register(Registrations.ordinary().command(), officer).id();
  }

  @AfterEach
  void thePickupFolderAgain() {
    sendThrough(pickup);
  }

  @Test
  void withoutAServerALetterBecomesOneFile() throws Exception {
    var letter = issue(DeliveryMethod.EMAIL);

    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
    run(letter);

    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
    assertThat(letters.get(letter.id()).deliveredOn()).contains(TODAY);
    var notice = only(letter);
    assertThat(notice.state()).isEqualTo(NoticeState.SENT);
    assertThat(letters.get(letter.id()).proof()).isEqualTo(notice.messageId());
    var mail = read(folder.resolve(notice.id() + "@petition-desk.invalid.eml"));
    assertThat(mail.getSubject()).isEqualTo(letter.title() + " " + letter.number());
    assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString()).contains("zhang@example.cn");
    assertThat(mail.getContent().toString().replace("\r\n", "\n")).contains(letter.body());
    assertThat(mail.getMessageID()).isEqualTo(notice.messageId().orElseThrow());
  }

  @Test
  void aSecondSendOfTheSameMessageIsRecognised() throws Exception {
    var letter = issue(DeliveryMethod.EMAIL);
    var mail = mailRoom.compose(only(letter), letter);

    mailRoom.send(mail);
    mailRoom.send(mail);
    run(letter);

    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().contains(only(letter).id().toString()))).hasSize(1);
    }
  }

  @Test
  void aServerThatIsDownLosesNothingAndGetsTheLetterOnce() throws Exception {
    var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    green.start();
    var port = green.getSmtp().getPort();
    green.stop();
    sendThrough(server(port));
    var letter = issue(DeliveryMethod.EMAIL);

    for (var hour = 0; hour < 3; hour++) {
      assertThatThrownBy(() -> run(letter)).isInstanceOf(MailException.class);
    }
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
    assertThat(only(letter)).satisfies(notice -> {
      assertThat(notice.state()).isEqualTo(NoticeState.QUEUED);
      assertThat(notice.attempts()).isEqualTo(3);
      assertThat(notice.error()).contains("ConnectException");
    });
    assertThat(job(letter).getRetries()).isPositive();
    assertThat(job(letter).getDuedate()).isNotNull();

    var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    again.start();
    try {
      run(letter);

      assertThat(again.getReceivedMessages()).singleElement().satisfies(mail -> {
        assertThat(mail.getMessageID()).isEqualTo(only(letter).messageId().orElseThrow());
        assertThat(mail.getContentType()).containsIgnoringCase("utf-8");
        assertThat(mail.getSubject()).startsWith("信访事项登记回执");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      });
      assertThat(only(letter).state()).isEqualTo(NoticeState.SENT);
      assertThat(only(letter).attempts()).isEqualTo(4);
      assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
    } finally {
      again.stop();
    }
  }

  @Test
  void whenEveryTryIsSpentAnIncidentIsOpenAndARetrySendsTheLetter() {
    sendThrough(server(1));
    var letter = issue(DeliveryMethod.EMAIL);

    while (job(letter).getRetries() > 0) {
      assertThatThrownBy(() -> run(letter)).isInstanceOf(MailException.class);
    }
    assertThat(runtime.createIncidentQuery().processInstanceId(job(letter).getProcessInstanceId()).count()).isOne();

    sendThrough(pickup);
    processes.retry(job(letter).getId(), officer);
    run(letter);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  void aRefusedAddressBecomesAWorkItemAndTheCorrectedOneGetsTheLetter() {
    var letter = issue(DeliveryMethod.EMAIL);
    try (var rude = new RudeMailServer("550 5.1.1 no such user")) {
      sendThrough(server(rude.port()));
      run(letter);
    }
    sendThrough(pickup);
    var item = item(NoticeDelivery.USER_REPAIR_NOTICE);
    assertThat(item.group()).isEqualTo("officer@xfj");
    assertThat(only(letter)).satisfies(notice -> {
      assertThat(notice.state()).isEqualTo(NoticeState.FAILED);
      assertThat(notice.error()).contains("AddressRefused");
    });
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
    assertThat(acts()).contains("notice.refused");

    assertThatThrownBy(() -> service.repair(item.id(), new RepairNotice(DeliveryMethod.EMAIL, "not an address"),
        officer)).isInstanceOf(Refused.class);
    service.repair(item.id(), new RepairNotice(DeliveryMethod.EMAIL, "right@example.cn"), officer);
    run(letter);

    assertThat(repository.of(letter.id())).extracting(Notice::state)
        .containsExactlyInAnyOrder(NoticeState.FAILED, NoticeState.SENT);
    assertThat(repository.of(letter.id())).extracting(Notice::address)
        .containsExactlyInAnyOrder("zhang@example.cn", "right@example.cn");
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
    assertThat(audit.of(caseId).toString()).doesNotContain("right@example.cn");
  }

  @Test
  void aMailThatIsStillTriedGivesWayToPaper() {
    sendThrough(server(1));
    var letter = issue(DeliveryMethod.EMAIL);
    assertThatThrownBy(() -> run(letter)).isInstanceOf(MailException.class);
    var mail = only(letter);
    var session = logIn("officer");
    assertThat(mvc.get().uri("/notices/{id}", mail.id()).cookie(session)).hasStatusOk().bodyText()
        .contains("/notices/" + mail.id() + "/reroute");
    assertThat(mvc.get().uri("/notices/{id}/reroute", mail.id()).cookie(session)).hasStatusOk().bodyText()
        .contains("桂花路8号").doesNotContain("??");
    assertThat(reroute(mail, session, "POST", " ", "服务器停机")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("邮寄必须填写地址", "服务器停机");
    assertThat(reroute(mail, session, "POST", "桂花路8号", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(reroute(mail, logIn("housing.handler"), "POST", "桂花路8号", "不该我管")).hasStatus(HttpStatus.NOT_FOUND);

    assertThat(reroute(mail, session, "POST", "桂花路8号", "服务器停机")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(reroute(mail, session, "POST", "桂花路8号", "服务器停机")).hasStatus(HttpStatus.CONFLICT);

    sendThrough(pickup);
    management.executeJob(job(mail).getId());
    assertThat(folder.resolve(mail.id() + "@petition-desk.invalid.eml")).doesNotExist();
    assertThat(letters.get(letter.id())).satisfies(still -> {
      assertThat(still.state()).isEqualTo(LetterState.ISSUED);
      assertThat(still.method()).isEqualTo(DeliveryMethod.POST);
    });
    service.handOver(item(NoticeDelivery.USER_HAND_OVER_LETTER).id(),
        new HandOverLetter(DeliveryMethod.POST, TODAY, "EMS 1", Optional.empty()), officer);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
    assertThat(repository.of(letter.id())).extracting(Notice::state)
        .containsExactlyInAnyOrder(NoticeState.FAILED, NoticeState.HANDED_OVER);
  }

  @Test
  void aMailWhoseTriesAreSpentGivesWayAndItsIncidentEnds() {
    sendThrough(server(1));
    var other = issue(DeliveryMethod.EMAIL);
    spendTries(other);
    var letter = issue(DeliveryMethod.EMAIL);
    spendTries(letter);
    var mail = only(letter);
    var instance = job(mail).getProcessInstanceId();

    service.reroute(mail.id(), new RepairNotice(DeliveryMethod.IN_PERSON, ""), "服务器停机", officer);

    assertThat(runtime.createIncidentQuery().processInstanceId(instance).count()).isZero();
    assertThat(job(other).getRetries()).as("another letter of the same case").isZero();
    management.executeJob(job(mail).getId());
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
  }

  @Test
  void aMailThatGoesOutWhileSomebodySendsTheLetterAnotherWayIsOnlyNoted() {
    var letter = issue(DeliveryMethod.EMAIL);
    var mail = only(letter);
    sendThrough(new JavaMailSenderImpl() {
      @Override
      public void send(MimeMessage message) {
        var other = new Thread(() -> service.reroute(mail.id(), new RepairNotice(DeliveryMethod.POST, "桂花路8号"), "太慢",
            officer));
        other.start();
        try {
          other.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    });

    run(letter);

    assertThat(acts()).contains("notice.redirected", "notice.sent-late").doesNotContain("letter.delivered");
    assertThat(letters.get(letter.id()).method()).isEqualTo(DeliveryMethod.POST);
    service.handOver(item(NoticeDelivery.USER_HAND_OVER_LETTER).id(),
        new HandOverLetter(DeliveryMethod.POST, TODAY, "EMS 1", Optional.empty()), officer);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  void aMailThatWasQuickerIsNotSentAnotherWay() {
    var letter = issue(DeliveryMethod.EMAIL);
    run(letter);

    assertThatThrownBy(() -> service.reroute(only(letter).id(), new RepairNotice(DeliveryMethod.POST, "桂花路8号"), "太慢",
        officer)).isInstanceOf(Conflict.class);
    assertThat(repository.of(letter.id())).hasSize(1);
  }

  @Test
  void aServerThatIsBusyIsNoRefusal() {
    var letter = issue(DeliveryMethod.EMAIL);
    try (var rude = new RudeMailServer("450 4.2.1 try later")) {
      sendThrough(server(rude.port()));
      assertThatThrownBy(() -> run(letter)).isInstanceOf(MailException.class);
    }
    assertThat(only(letter).state()).isEqualTo(NoticeState.QUEUED);
  }

  @Test
  void anAddressThatCanNotBeOneIsRefusedWithoutAskingAServer() {
    sendThrough(server(1));
    var letter = letters.issue(command(DeliveryMethod.EMAIL, new Recipient("张", "", "a b@@c\r\nBcc: x@y.cn")), officer);

    run(letter);

    assertThat(only(letter).state()).isEqualTo(NoticeState.FAILED);
  }

  @Test
  void aBodyWithoutHandlersHandsItsLettersOverByItsReviewers() {
    var ordinary = command(DeliveryMethod.POST, new Recipient("张秋月", "云溪市临江区桂花路8号", ""));
    letters.issue(new IssueLetter(caseId, ordinary.template(), "linjiang-review", ordinary.recipient(),
        DeliveryMethod.POST, ordinary.facts()), officer);

    assertThat(item(NoticeDelivery.USER_HAND_OVER_LETTER).group()).isEqualTo("reviewer@linjiang-review");
  }

  @Test
  void aLetterNobodyCanDeliverIsGivenUpWithAReason() {
    var letter = issue(DeliveryMethod.POST);
    var item = item(NoticeDelivery.USER_HAND_OVER_LETTER);

    service.returned(item.id(), "查无此人", officer);
    var repair = item(NoticeDelivery.USER_REPAIR_NOTICE);
    service.giveUp(repair.id(), "无法联系", officer);

    assertThat(only(letter).state()).isEqualTo(NoticeState.GIVEN_UP);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.UNDELIVERABLE);
    assertThat(acts()).contains("notice.returned", "letter.undeliverable");
    assertThatThrownBy(() -> service.giveUp(repair.id(), "again", officer)).isInstanceOf(Conflict.class);
  }

  @Test
  void aLetterOnPaperIsHandedOverOnceThroughItsForm() {
    var letter = issue(DeliveryMethod.POST);
    var item = item(NoticeDelivery.USER_HAND_OVER_LETTER).id();
    var session = logIn("officer");

    assertThat(mvc.get().uri("/notices/{item}/handover", item).cookie(session)).hasStatusOk().bodyText()
        .contains(letter.number(), "张秋月", "桂花路8号");
    assertThat(mvc.get().uri("/notices/{item}/handover", item).cookie(logIn("housing.handler")))
        .hasStatus(HttpStatus.FORBIDDEN);

    var tomorrow = handOver(item, session, TODAY.plusDays(1), "EMS <1>");
    assertThat(tomorrow).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("送达日期不能晚于今天", "EMS &lt;1&gt;").doesNotContain("EMS <1>");
    assertThat(handOver(item, session, TODAY, "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请填写送达凭证");
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.ISSUED);
    assertThat(documents.of(caseId)).isEmpty();

    assertThat(handOver(item, session, TODAY, "EMS <1>")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/inbox");
    assertThat(letters.get(letter.id())).satisfies(delivered -> {
      assertThat(delivered.state()).isEqualTo(LetterState.DELIVERED);
      assertThat(delivered.proof()).contains("EMS <1>");
      assertThat(delivered.method()).isEqualTo(DeliveryMethod.IN_PERSON);
    });
    assertThat(only(letter)).satisfies(notice -> {
      assertThat(notice.state()).isEqualTo(NoticeState.HANDED_OVER);
      assertThat(notice.channel()).isEqualTo(DeliveryMethod.IN_PERSON);
    });
    assertThat(documents.of(caseId)).singleElement().satisfies(proof -> assertThat(proof.name()).isEqualTo("回执.txt"));

    assertThat(handOver(item, session, TODAY, "EMS 2")).hasStatus(HttpStatus.CONFLICT);
    assertThat(documents.of(caseId)).hasSize(1);
  }

  @Test
  void aReturnedLetterIsRepairedThroughItsForm() {
    var letter = issue(DeliveryMethod.POST);
    var item = item(NoticeDelivery.USER_HAND_OVER_LETTER).id();
    var session = logIn("officer");

    assertThat(mvc.post().uri("/notices/{item}/handover", item).cookie(session).with(csrf())
        .param("delivered", "false").param("reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(mvc.post().uri("/notices/{item}/handover", item).cookie(session).with(csrf())
        .param("delivered", "false").param("reason", "<b>迁走</b>")).hasStatus(HttpStatus.SEE_OTHER);

    var repair = item(NoticeDelivery.USER_REPAIR_NOTICE).id();
    assertThat(mvc.get().uri("/notices/{item}/repair", repair).cookie(session)).hasStatusOk().bodyText()
        .contains("&lt;b&gt;迁走&lt;/b&gt;");
    assertThat(mvc.post().uri("/notices/{item}/repair", repair).cookie(session).with(csrf()).param("again", "true")
        .param("method", "POST").param("address", " ")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("邮寄必须填写地址");
    assertThat(mvc.post().uri("/notices/{item}/repair", repair).cookie(session).with(csrf()).param("again", "true")
        .param("method", "PORTAL").param("address", "")).hasStatus(HttpStatus.SEE_OTHER);
    run(letter);

    assertThat(repository.of(letter.id())).extracting(Notice::state)
        .containsExactlyInAnyOrder(NoticeState.FAILED, NoticeState.PUBLISHED);
    assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.DELIVERED);
    assertThat(letters.get(letter.id()).method()).isEqualTo(DeliveryMethod.PORTAL);
  }

  @Test
  void aFormOpensItsOwnStepOnly() {
    issue(DeliveryMethod.POST);
    var item = item(NoticeDelivery.USER_HAND_OVER_LETTER).id();

    assertThatThrownBy(() -> service.giveUp(item, "x", officer)).isInstanceOf(Conflict.class);
    assertThat(mvc.get().uri("/notices/nonsense/handover").cookie(logIn("officer"))).hasStatus(HttpStatus.CONFLICT);
  }

  @Test
  void theListShowsWhatGoesOutToThoseWhoMaySeeTheCase() {
    var letter = issue(DeliveryMethod.EMAIL);
    run(letter);
    var session = logIn("officer");

    assertThat(mvc.get().uri(pageWith(letter)).cookie(session)).hasStatusOk().bodyText()
        .contains(letter.number(), "张**");
    assertThat(mvc.get().uri("/notices?state=FAILED").cookie(session)).hasStatusOk().bodyText()
        .doesNotContain(letter.number());
    assertThat(mvc.get().uri("/notices").cookie(logIn("health.handler"))).hasStatusOk().bodyText()
        .doesNotContain(letter.number());
    assertThat(mvc.get().uri("/notices").cookie(logIn("auditor"))).hasStatus(HttpStatus.FORBIDDEN);
    var show = "/notices/" + only(letter).id();
    assertThat(mvc.get().uri(show).cookie(session)).hasStatusOk().bodyText()
        .contains(only(letter).messageId().orElseThrow().replace("<", "&lt;").replace(">", "&gt;"), "请勿直接回复");
    assertThat(mvc.get().uri(show).cookie(logIn("health.handler"))).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/cases/{case}/letters/{id}", caseId, letter.id()).cookie(session)).hasStatusOk()
        .bodyText().contains(letter.number(), letter.title());
    assertThat(mvc.get().uri("/cases/{case}/letters/{id}", caseId, letter.id()).cookie(logIn("health.handler")))
        .hasStatus(HttpStatus.NOT_FOUND);
  }

  /** Letters of tests that live on later days stand before it. */
  private String pageWith(Letter letter) {
    var sent = new NoticeQuery(Optional.of(NoticeState.SENT));
    var after = Optional.<String>empty();
    for (var page = notices.find(sent, officer, after); page.next().isPresent()
        && page.rows().stream().noneMatch(row -> row.letter().id().equals(letter.id())); page = notices.find(sent,
            officer, after)) {
      after = page.next();
    }
    return "/notices?state=SENT" + after.map(cursor -> "&after=" + cursor).orElse("");
  }

  @Test
  void theLettersOfAReportAreHiddenFromWhoeverIsNotNamed() {
    caseId = cases.register(Registrations.ordinary().demandClass(DemandClass.REPORT)
        .against(PartyKind.PERSON, "某科长").command(), officer).id();
    var letter = issue(DeliveryMethod.EMAIL);

    assertThat(numbers(accounts.actor("officer2"))).doesNotContain(letter.number());
    assertThatThrownBy(() -> notices.open(only(letter).id(), accounts.actor("officer2"))).isInstanceOf(NotFound.class);
    assertThat(numbers(officer)).contains(letter.number());
  }

  @Test
  void onlyThoseWhoWorkOnTheCaseOrDeliverTheLetterReadItsAddressAndThatIsOnRecord() {
    var letter = issue(DeliveryMethod.EMAIL);
    var mail = only(letter);
    var above = new CreateAccount("notice.above", "区政府办", "linjiang", Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("petition-desk"));
    if (accounts.find(above.id()).isEmpty()) {
      accounts.create(above, accounts.actor("admin"));
    }
    var reader = logIn(above.id());
    var leader = logIn("office.leader");

    for (var page : List.of("/notices/" + mail.id(), "/notices/" + mail.id() + "/reroute",
        "/cases/" + caseId + "/letters/" + letter.id())) {
      assertThat(mvc.get().uri(page).cookie(reader)).as(page).hasStatus(HttpStatus.FORBIDDEN).bodyText()
          .doesNotContain("张秋月", "桂花路8号", "zhang@example.cn");
    }
    assertThat(mvc.get().uri("/notices").cookie(reader)).hasStatusOk().bodyText().contains("张**")
        .doesNotContain("张秋月");
    assertThat(viewers()).isEmpty();
    assertThat(mvc.get().uri("/cases/{case}/letters/{id}", caseId, letter.id()).cookie(leader)).hasStatusOk();
    assertThat(mvc.get().uri("/notices/{id}", mail.id()).cookie(leader)).hasStatusOk();
    assertThat(mvc.get().uri("/notices/{id}/reroute", mail.id()).cookie(logIn("officer2"))).hasStatusOk();
    assertThat(viewers()).containsExactly("office.leader", "office.leader", "officer2");
  }

  private List<String> viewers() {
    return audit.of(caseId).stream().filter(entry -> entry.act().equals("letter.viewed")).map(AuditEntry::actorId)
        .toList();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (var i = 0; i < 55; i++) {
      issue(DeliveryMethod.PORTAL);
    }

    var first = notices.find(new NoticeQuery(Optional.of(NoticeState.QUEUED)), officer, Optional.empty());
    var second = notices.find(new NoticeQuery(Optional.of(NoticeState.QUEUED)), officer, first.next());

    assertThat(first.rows()).hasSize(50).extracting(row -> row.notice().createdAt())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(second.rows()).hasSizeGreaterThanOrEqualTo(5).extracting(row -> row.notice().id())
        .doesNotContainAnyElementsOf(first.rows().stream().map(row -> row.notice().id()).toList());
  }

  @Test
  void theAddressCanNotBeReadInTheDatabase() {
    var letter = issue(DeliveryMethod.EMAIL);

    assertThat(only(letter).address()).isEqualTo("zhang@example.cn");
    assertThat(only(letter).error()).isEmpty();
    assertThat(audit.of(caseId).toString()).doesNotContain("zhang@example.cn");
  }

  private List<String> numbers(Actor actor) {
    var numbers = new ArrayList<String>();
    var page = notices.find(new NoticeQuery(Optional.empty()), actor, Optional.empty());
    page.rows().forEach(row -> numbers.add(row.letter().number()));
    while (page.next().isPresent()) {
      page = notices.find(new NoticeQuery(Optional.empty()), actor, page.next());
      page.rows().forEach(row -> numbers.add(row.letter().number()));
    }
    return numbers;
  }

  private MvcTestResult reroute(Notice mail, Cookie session, String method,
      String address, String reason) {
    return mvc.post().uri("/notices/{id}/reroute", mail.id()).cookie(session).with(csrf()).param("method", method)
        .param("address", address).param("reason", reason).exchange();
  }

  private MvcTestResult handOver(String item, Cookie session, LocalDate on,
      String proof) {
    return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders
        .multipart("/notices/{item}/handover", item)
        .file(new MockMultipartFile("evidence", "回执.txt", "text/plain", "已签收".getBytes()))
        .cookie(session).with(csrf()).param("delivered", "true").param("method", "IN_PERSON")
        .param("on", on.toString()).param("proof", proof).param("reason", ""));
  }

  private Letter issue(DeliveryMethod method) {
    return letters.issue(command(method, new Recipient("张秋月", "云溪市临江区桂花路8号", "zhang@example.cn")), officer);
  }

  private IssueLetter command(DeliveryMethod method, Recipient recipient) {
    return new IssueLetter(caseId, "petition_receipt", "xfj", recipient, method,
        Map.of("code", "XF2026-000123", "title",
            "油烟", "petitioner", recipient.name(), "receivedOn", "2026年3月2日", "channel", "来信", "trackingCode", "7K2M"));
  }

  private void spendTries(Letter letter) {
    while (job(letter).getRetries() > 0) {
      assertThatThrownBy(() -> run(letter)).isInstanceOf(MailException.class);
    }
  }

  private Notice only(Letter letter) {
    assertThat(repository.of(letter.id())).hasSize(1);
    return repository.of(letter.id()).get(0);
  }

  /** The job of this letter's message; the case may have others. */
  private Job job(Letter letter) {
    var waiting = repository.of(letter.id()).stream().filter(notice -> notice.state() == NoticeState.QUEUED)
        .findFirst().orElseThrow();
    return job(waiting);
  }

  private Job job(Notice notice) {
    return management.createJobQuery().processDefinitionKey(NoticeDelivery.KEY).list().stream()
        .filter(job -> notice.id().toString()
            .equals(runtime.getVariable(job.getExecutionId(), NoticeDelivery.NOTICE_ID.name())))
        .findFirst().orElseThrow();
  }

  private void run(Letter letter) {
    management.executeJob(job(letter).getId());
  }

  private OpenTask item(String key) {
    return processes.openTasks(caseId).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow();
  }

  private void sendThrough(JavaMailSender sender) {
    ReflectionTestUtils.setField(mailRoom, "sender", sender);
  }

  private static JavaMailSenderImpl server(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    return sender;
  }

  private static MimeMessage read(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(null, in);
    }
  }

  private List<String> acts() {
    return audit.of(caseId).stream().map(AuditEntry::act).toList();
  }

  private Cookie logIn(String account) {
    return mvc.post().uri("/login").with(csrf()).param("username", account).param("password", "petition-desk")
        .exchange().getResponse().getCookie("SESSION");
  }
}
