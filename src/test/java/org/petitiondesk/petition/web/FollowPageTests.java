package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Rating;
import org.petitiondesk.petition.Screenings;
import org.petitiondesk.petition.Solved;
import org.petitiondesk.petition.Supplement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@DeskTest
class FollowPageTests {

  private static final Path NAUGHTY = Path.of("../shared/data/attack/blns.json");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private Documents documents;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Jobs jobs;
  @Autowired
  private MovableClock clock;

  @BeforeEach
  void aMondayInMarch() {
    clock.setTo(LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Dates.ZONE).toInstant());
  }

  @Test
  void theDoorIsOpenToEverybodyInBothLanguages() {
    assertThat(mvc.get().uri("/follow")).hasStatusOk().bodyText().contains("查询信访事项", "查询密码")
        .doesNotContain("页面打开的时间太长");
    assertThat(mvc.get().uri("/follow?lang=en")).hasStatusOk().bodyText().contains("Follow a petition", "Secret")
        .doesNotContain("查询密码");
  }

  @Test
  void theCodeOpensThePageAndTheAddressNamesNoCase() {
    var receipt = petitions.register(Petitions.byMail());

    var opened = knock(receipt.trackingCode().toLowerCase().replace("-", " "), receipt.secret());

    assertThat(opened).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/follow/case");
    assertThat(page(cookie(opened))).hasStatusOk().bodyText()
        .contains(receipt.code(), "data-standing=\"REGISTERED\"", "区信访局", "2026-03-17")
        .doesNotContain(receipt.secret(), receipt.id().toString());
  }

  @Test
  void aWrongSecretAWrongCodeAndTooManyTriesLookTheSame() {
    var receipt = petitions.register(Petitions.byMail());
    var wrong = receipt.secret().equals("000000") ? "000001" : "000000";

    var wrongCode = words(knock("CCDE-FGHJ-KMNP", receipt.secret()), "CCDE-FGHJ-KMNP");
    var wrongSecret = words(knock(receipt.trackingCode(), wrong), receipt.trackingCode());
    knock(receipt.trackingCode(), wrong);
    knock(receipt.trackingCode(), wrong);
    var tooEarly = knock(receipt.trackingCode(), receipt.secret());

    assertThat(wrongSecret).isEqualTo(wrongCode).contains("没有找到对应的信访事项");
    assertThat(tooEarly).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(words(tooEarly, receipt.trackingCode())).isEqualTo(wrongCode).doesNotContain(receipt.secret());
    clock.forward(Duration.ofMinutes(1));
    assertThat(knock(receipt.trackingCode(), receipt.secret())).hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void withoutTheCodeThereIsNothingToSeeOrDo() {
    assertThat(mvc.get().uri("/follow/case")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/follow?again");
    assertThat(mvc.post().uri("/follow/withdrawal").with(csrf()).param("reason", "x")).hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl("/follow?again");
    assertThat(mvc.get().uri("/follow?again")).bodyText().contains("data-login", "没有提交的文字会恢复");
  }

  @Test
  void afterHalfAnHourOrOnLeavingThePageIsClosed() {
    var receipt = petitions.register(Petitions.byMail());
    var session = open(receipt);
    clock.forward(Duration.ofMinutes(29));
    assertThat(page(session)).hasStatusOk();
    clock.forward(Duration.ofMinutes(31));
    assertThat(page(session)).hasStatus(HttpStatus.SEE_OTHER);

    var again = open(receipt);
    assertThat(mvc.post().uri("/follow/leave").with(csrf()).cookie(again)).hasRedirectedUrl("/follow");
    assertThat(page(again)).hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void anOpenQuestionIsAnsweredWithTextAndFiles() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.screen(receipt.id(), Screenings.supplement("请补充油烟最重的时间和照片。"));
    var session = open(receipt);
    assertThat(page(session)).bodyText().contains("请补充油烟最重的时间和照片。", "2026-03-17", "<strong>您<");

    assertThat(supplement(session, "晚上六点到十点", new MockMultipartFile("material", "说明.txt", "text/plain",
        "照片见附页".getBytes(StandardCharsets.UTF_8)))).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(cases.get(receipt.id()).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(documents.of(receipt.id())).singleElement().satisfies(file -> {
      assertThat(file.name()).isEqualTo("说明.txt");
      assertThat(file.addedBy()).isEqualTo("public");
    });
    assertThat(page(session)).bodyText().contains("晚上六点到十点").doesNotContain("data-question");
  }

  @Test
  void aSupplementWithNothingInItOrWithALyingFileChangesNothing() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.screen(receipt.id(), Screenings.supplement("请补充照片。"));
    var session = open(receipt);

    assertThat(supplement(session, "  ", new MockMultipartFile("material", new byte[0])))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请写下补充说明或附上材料。");
    assertThat(supplement(session, "见附件", new MockMultipartFile("material", "照片.jpg", "image/jpeg",
        "#!/bin/sh\nrm -rf /".getBytes(StandardCharsets.UTF_8)))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("名不副实", ">见附件</textarea>");

    assertThat(cases.get(receipt.id()).status()).isEqualTo(CaseStatus.AWAITING_SUPPLEMENT);
    assertThat(history.supplements(receipt.id())).hasSize(1);
  }

  @Test
  void whatNobodyAskedForMayBeAddedAsLongAsNobodyHasAnswered() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.screen(receipt.id(), Screenings.accept(Petitions.LEAD));
    petitions.accept(receipt.id());
    var session = open(receipt);
    assertThat(page(session)).bodyText().contains("data-material");

    assertThat(supplement(session, "还有一件事", new MockMultipartFile("material", "照片.txt", "text/plain",
        "又一张".getBytes(StandardCharsets.UTF_8)))).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(cases.get(receipt.id()).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(history.supplements(receipt.id())).singleElement().matches(Supplement::answer);
    assertThat(documents.of(receipt.id())).hasSize(1);
    assertThat(page(session)).bodyText().contains("还有一件事");
  }

  @Test
  void afterTheAnswerNothingIsAddedAnyLonger() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.deliver(receipt.id(), Outcome.SUPPORTED);
    var session = open(receipt);

    assertThat(page(session)).bodyText().doesNotContain("data-material");
    assertThat(supplement(session, "还有", new MockMultipartFile("material", new byte[0])))
        .hasStatus(HttpStatus.CONFLICT).bodyText().contains("不能再补充");
    assertThat(history.supplements(receipt.id())).isEmpty();
  }

  @Test
  void theDayIsExplainedAndWhatToDoWhenItPasses() {
    var receipt = petitions.register(Petitions.byMail());

    assertThat(page(open(receipt))).bodyText().contains("为什么是这一天", "2026-03-02 登记，信访部门应当在 15 日内决定",
        "《信访工作条例》第二十二条", "请联系区信访局");
  }

  @Test
  void whoDoesNotAgreeIsToldWhereToAskUntilWhen() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.deliver(receipt.id(), Outcome.NOT_SUPPORTED);
    var session = open(receipt);

    assertThat(page(session)).bodyText().contains("data-remedy", "您可以在 2026-04-01 前（含当天）向临江区信访事项复查复核委员会请求复查");
    clock.forward(Duration.ofDays(31));
    assertThat(page(open(receipt))).bodyText().contains("请求复查的期限已于 2026-04-01 届满");
  }

  @Test
  void copyAndLetterAreFilesAndNoCacheKeepsThem() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.deliver(receipt.id(), Outcome.SUPPORTED);
    var session = open(receipt);
    var letters = petitions.letters(receipt.id());

    var copy = mvc.get().uri("/follow/copy").cookie(session).exchange();
    var letter = mvc.get().uri("/follow/letters/{id}/text", letters.get(letters.size() - 1).id().toString())
        .cookie(session).exchange();

    assertThat(body(copy)).isEqualTo(cases.lodgedCopy(receipt.id()).text());
    assertThat(body(letter)).contains("信访事项处理意见书");
    for (var answer : List.of(copy, letter, page(session), knock("CCDE-FGHJ-KMNQ", "1", "203.0.113.7"))) {
      assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    }
    assertThat(mvc.get().uri("/follow/copy")).hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void manyWrongTriesFromOneAddressWaitAndTheRightOneWorksAfterwards() {
    var receipt = petitions.register(Petitions.byMail());
    for (var i = 0; i < 10; i++) {
      knock("CCDE-FGHJ-KMN" + "ACDEFGHJKM".charAt(i), "000000", "203.0.113.1");
    }

    var early = knock(receipt.trackingCode(), receipt.secret(), "203.0.113.1");

    assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(words(early, receipt.trackingCode()))
        .isEqualTo(words(knock("CCDE-FGHJ-KMNP", "000000", "203.0.113.2"), "CCDE-FGHJ-KMNP"));
    assertThat(knock(receipt.trackingCode(), receipt.secret(), "203.0.113.3")).hasStatus(HttpStatus.SEE_OTHER);
    clock.forward(Duration.ofSeconds(61));
    assertThat(knock(receipt.trackingCode(), receipt.secret(), "203.0.113.1")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(knock("CCDE-FGHJ-KMNP", "000000", "203.0.113.1")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    clock.forward(Duration.ofSeconds(61));
    assertThat(knock(receipt.trackingCode(), receipt.secret(), "203.0.113.1"))
        .as("twice as long").hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    clock.forward(Duration.ofDays(1));
    assertThat(knock(receipt.trackingCode(), receipt.secret(), "203.0.113.1")).hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void oneConnectionIsOneAddressHoweverManyNumbersItHas() {
    var receipt = petitions.register(Petitions.byMail());
    for (var i = 0; i < 10; i++) {
      knock("CCDE-FGHJ-KMNP", "000000", "2001:db8:1:2:0:0:0:" + i);
    }

    assertThat(knock(receipt.trackingCode(), receipt.secret(), "2001:db8:1:2:9:9:9:9"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(knock(receipt.trackingCode(), receipt.secret(), "2001:db8:1:3:9:9:9:9"))
        .hasStatus(HttpStatus.SEE_OTHER);
  }

  @Test
  void everyWrongTryIsOnRecordAtItsCaseOrAtTheHouse() {
    var receipt = petitions.register(Petitions.byMail());
    var house = refused(AuditTrail.HOUSE);

    knock(receipt.trackingCode(), receipt.secret().equals("000000") ? "000001" : "000000", "203.0.113.4");
    knock("CCDE-FGHJ-KMNP", "000000", "203.0.113.4");

    assertThat(refused(receipt.id())).isEqualTo(1);
    assertThat(refused(AuditTrail.HOUSE)).isEqualTo(house + 1);
  }

  private long refused(CaseId chain) {
    return audit.of(chain).stream().filter(entry -> entry.act().equals("tracking.refused")).count();
  }

  @Test
  void theReplyIsReadRatedOnceAndTheCaseClosed() {
    var receipt = petitions.register(Petitions.anonymous());
    petitions.screen(receipt.id(), Screenings.accept(Petitions.LEAD));
    petitions.accept(receipt.id());
    petitions.investigate(receipt.id());
    petitions.draft(receipt.id(), Outcome.SUPPORTED);
    petitions.approve(receipt.id());
    var session = open(receipt);
    assertThat(page(session)).bodyText().contains("data-standing=\"REPLYING\"").doesNotContain("信访事项处理意见书", "经现场核实");

    petitions.sendLetters(receipt.id());

    assertThat(page(session)).bodyText().contains("data-standing=\"DELIVERED\"", "信访事项处理意见书", "经现场核实", "予以支持",
        "2026-04-01");
    assertThat(letter(session, receipt.id())).hasStatusOk().bodyText().contains("信访事项处理意见书", "晚上十点后停止营业", "data-print");
    assertThat(rate(session, "YES", "SATISFIED", "NOT_SATISFIED", "谢谢")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(cases.get(receipt.id()).closingState()).contains(ClosingState.SOLVED);
    assertThat(page(session)).bodyText().contains("data-standing=\"SOLVED\"", "您的评价", "谢谢")
        .doesNotContain("action=\"/follow/rating\"", "action=\"/follow/withdrawal\"");
    assertThat(rate(session, "NO", "SATISFIED", "SATISFIED", "")).hasStatus(HttpStatus.CONFLICT);
    assertThat(history.rating(receipt.id()).map(Rating::solved)).contains(Solved.YES);
  }

  @Test
  void aRatingWithoutAChoiceShowsTheFormAgain() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.deliver(receipt.id(), Outcome.EXPLAINED);

    var again = mvc.post().uri("/follow/rating").with(csrf()).cookie(open(receipt)).param("unit", "SATISFIED")
        .param("comment", "还没有选").exchange();

    assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请选择一项。", ">还没有选</textarea>")
        .containsPattern("value=\"SATISFIED\"[^>]*checked");
    assertThat(history.rating(receipt.id())).isEmpty();
  }

  @Test
  void thePetitionerWithdrawsWithAReason() {
    var receipt = petitions.register(Petitions.byMail());
    var session = open(receipt);
    assertThat(withdraw(session, " ")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请写明");

    assertThat(withdraw(session, "餐馆已经装了净化器")).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(cases.get(receipt.id()).closingState()).contains(ClosingState.WITHDRAWN);
    assertThat(page(session)).bodyText().contains("data-standing=\"WITHDRAWN\"");
    assertThat(withdraw(session, "再撤一次")).hasStatus(HttpStatus.CONFLICT);
  }

  /** The receipt may be in the hands of the person who was reported. */
  @Test
  void aReportRevealsNothingButThatItWasReceived() {
    var receipt = petitions.register(Petitions.report(), accounts.actor("office.leader"));
    petitions.screen(receipt.id(), Screenings.supplement("请补充购物卡的照片。").report(), accounts.actor("office.leader"));
    jobs.runAll(receipt.id(), "service_send_notice");
    var session = open(receipt);

    assertThat(page(session)).hasStatusOk().bodyText().contains(receipt.code(), "已收到。", "区信访局")
        .doesNotContain("王某", "举报市场科", "购物卡", "补充通知", "待补充", "action=\"/follow/supplement\"",
            "action=\"/follow/withdrawal\"", "2026-03");
    assertThat(withdraw(session, "不告了")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(supplement(session, "x", new MockMultipartFile("material", new byte[0])))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(letter(session, receipt.id())).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/follow/copy").cookie(session)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(cases.get(receipt.id()).status()).isEqualTo(CaseStatus.AWAITING_SUPPLEMENT);
    assertThat(audit.of(receipt.id())).extracting(AuditEntry::act).filteredOn("follow.viewed"::equals).hasSize(1);
  }

  @Test
  void onlyReportsKeepARecordOfWhoAsked() {
    var receipt = petitions.register(Petitions.byMail());
    var before = audit.of(receipt.id()).size();

    page(open(receipt));

    assertThat(audit.of(receipt.id())).hasSize(before);
  }

  @Test
  void aLetterOfAnotherCaseIsNotFound() {
    var mine = petitions.register(Petitions.byMail());
    var other = petitions.delivered();

    assertThat(letter(open(mine), other)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/follow/letters/nonsense").cookie(open(mine))).hasStatus(HttpStatus.BAD_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTERED", "AWAITING_SUPPLEMENT", "ASSIGNED", "HANDLING", "DELIVERED", "NOT_OURS",
      "NOT_ACCEPTED", "REFERRED", "MERGED"})
  void everyStandingIsSaidInBothLanguages(String standing) {
    var receipt = petitions.register(Petitions.byMail());
    bring(receipt.id(), standing);
    var session = open(receipt);

    assertThat(page(session)).hasStatusOk().bodyText().contains("data-standing=\"" + standing + "\"")
        .doesNotContain("??");
    assertThat(mvc.get().uri("/follow/case?lang=en").cookie(session)).hasStatusOk().bodyText()
        .contains("data-standing=\"" + standing + "\"", "Where it stands").doesNotContain("??", "接下来", "登记单位");
  }

  @Test
  void whatIsTypedIsShownUnchangedAndNeverExecuted() {
    naughty(List.of("<script>alert('x')</script>", "\"><img src=x onerror=alert(1)>", "'; drop table case_file; --",
        "${7*7} #{7*7} *{7*7} [[${7*7}]] __${7*7}__", "田中さんにあげて下さい 🐵🙈🙉", "‮הָיְתָה test⁦", "&lt;b&gt; %00 \\u0041"));
  }

  @Test
  void everyNaughtyStringIsShownUnchanged() throws IOException {
    assumeTrue(Files.exists(NAUGHTY), "skipped: ../shared/data is not here");
    naughty(List.of(new ObjectMapper().readValue(NAUGHTY.toFile(), String[].class)));
  }

  private void naughty(List<String> strings) {
    var receipt = petitions.register(Petitions.byMail());
    petitions.screen(receipt.id(), Screenings.supplement("请补充。"));
    var session = open(receipt);
    var text = String.join("\n", strings);

    var sent = supplement(session, text, new MockMultipartFile("material", new byte[0]));

    assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(history.supplements(receipt.id()).get(1).text()).isEqualTo(text);
    var html = body(page(session));
    assertThat(HtmlUtils.htmlUnescape(html)).contains(text);
    assertThat(html).doesNotContain("<script>", "<img src=x", "javascript:alert(1)\"");
  }

  /** A character that no database keeps is refused with a sentence and not with a crash. */
  @Test
  void aNulCharacterIsRefused() {
    var receipt = petitions.register(Petitions.byMail());

    assertThat(withdraw(open(receipt), "不要了\u0000")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("无法保存的字符");
  }

  private void bring(CaseId id, String standing) {
    switch (standing) {
      case "AWAITING_SUPPLEMENT" -> petitions.screen(id, Screenings.supplement("请补充。"));
      case "ASSIGNED" -> petitions.screen(id, Screenings.accept(Petitions.LEAD));
      case "HANDLING" -> {
        petitions.screen(id, Screenings.accept(Petitions.LEAD));
        petitions.accept(id);
      }
      case "DELIVERED" -> petitions.deliver(id, Outcome.SUPPORTED);
      case "NOT_OURS" -> petitions.screen(id, Screenings.guide());
      case "NOT_ACCEPTED" -> petitions.screen(id, Screenings.refuse());
      case "REFERRED" -> petitions.screen(id, Screenings.mediate());
      case "MERGED" -> petitions.screen(id, Screenings.merge(petitions.registered()));
      default -> assertThat(cases.get(id).status().name()).isEqualTo(standing);
    }
  }

  private MvcTestResult knock(String code, String secret) {
    return knock(code, secret, "203.0.113.100");
  }

  private MvcTestResult knock(String code, String secret, String address) {
    return mvc.post().uri("/follow").with(csrf()).with(request -> {
      request.setRemoteAddr(address);
      return request;
    }).param("code", code).param("secret", secret).exchange();
  }

  private Cookie open(Receipt receipt) {
    return cookie(knock(receipt.trackingCode(), receipt.secret()));
  }

  private static Cookie cookie(MvcTestResult result) {
    return result.getResponse().getCookie("SESSION");
  }

  private MvcTestResult page(Cookie session) {
    return mvc.get().uri("/follow/case").cookie(session).exchange();
  }

  private MvcTestResult letter(Cookie session, CaseId id) {
    var letters = petitions.letters(id);
    return mvc.get().uri("/follow/letters/{id}", letters.get(letters.size() - 1).id().toString()).cookie(session)
        .exchange();
  }

  private MvcTestResult supplement(Cookie session, String text, MockMultipartFile file) {
    return mvc.post().uri("/follow/supplement").multipart().file(file).with(csrf()).cookie(session)
        .param("text", text).exchange();
  }

  private MvcTestResult rate(Cookie session, String solved, String unit, String office, String comment) {
    var request = mvc.post().uri("/follow/rating").with(csrf()).cookie(session).param("comment", comment);
    Map.of("solved", solved, "unit", unit, "office", office).forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult withdraw(Cookie session, String reason) {
    return mvc.post().uri("/follow/withdrawal").with(csrf()).cookie(session).param("reason", reason).exchange();
  }

  private static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** The page without what differs by nature: the typed code and the token. */
  private static String words(MvcTestResult result, String typed) {
    return body(result).replace(typed, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}
