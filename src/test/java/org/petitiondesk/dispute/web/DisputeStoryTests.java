package org.petitiondesk.dispute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.dispute.Dispute;
import org.petitiondesk.dispute.DisputeDanger;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeRegister;
import org.petitiondesk.dispute.DisputeState;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.RecusalService;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Disputes as the committee and both sides live them, through the pages. */
@DeskTest
class DisputeStoryTests {

  private static final String HEAD = "liuyin.leader";
  private static final Pattern CODE = Pattern.compile("data-code>([^<]+)<");
  private static final Pattern SIDE = Pattern.compile("data-side=\"([A-Z]+)\"");
  private static final Pattern NUMBER = Pattern.compile("name=\"number\" value=\"(\\d+)\"");
  private static final Pattern SECRET = Pattern.compile("data-secret>([^<]+)<");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private MediationService mediation;
  @Autowired
  private DisputeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Letters letters;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Petitions petitions;
  @Autowired
  private RecusalService recusals;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private CaseId id;

  @BeforeEach
  void aMondayInMarch() {
    clock.setTo(LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Dates.ZONE).toInstant());
  }

  @Test
  void aNoiseDisputeGoesFromTheCounterToThePerformedAgreement() {
    id = open("夜里广场舞的音响", "蒋晚晴", "童越");
    assertThat(page("mediator")).contains("征求意愿", "登记双方意愿");
    assertThat(titles()).containsExactly("人民调解意愿征询书", "人民调解意愿征询书");
    var applicant = knock("mediator", "APPLICANT");
    var other = knock("mediator", "OTHER");

    // Each side has a page of its own and says for itself what it wants.
    assertThat(follow(applicant)).contains("data-side=\"APPLICANT\"", "您愿意调解吗", "不收取任何费用");
    assertThat(say(applicant, "consent", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(say(applicant, "consent", "yes", "false")).hasStatus(HttpStatus.CONFLICT);
    assertThat(sayAs(other, "APPLICANT", "consent", "yes", "true")).hasStatus(HttpStatus.CONFLICT);
    assertThat(say(other, "consent", "words", "x")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(say(other, "consent", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.ASSIGNING);

    // The head appoints; a mediator who may be related is none.
    assertThat(work(HEAD, DisputeMediation.USER_ASSIGN, "mediator", "account", "mediator", "how", "CHOSEN"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("当事人亲属");
    assertThat(work(HEAD, DisputeMediation.USER_ASSIGN, "mediator", "account", "mediator", "how", "CHOSEN",
        "unrelated", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(titles()).endsWith("人民调解权利义务告知书", "人民调解权利义务告知书");

    // What one side says in confidence is on no page of the other.
    act("records", "act", "record", "side", "OTHER", "confidential", "true", "text", "其实愿意出钱买耳机", "heardOn",
        "2026-03-02");
    act("records", "act", "record", "side", "OTHER", "text", "音响确实开得大", "heardOn", "2026-03-02");
    assertThat(follow(other)).contains("其实愿意出钱买耳机", "音响确实开得大");
    assertThat(follow(applicant)).contains("音响确实开得大").doesNotContain("其实愿意出钱买耳机");

    assertThat(work("mediator", DisputeMediation.USER_ARRANGE, "arrangement", "startsAt", "2026-04-20T09:30", "place",
        "桂花社区")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("调解期限到");
    assertThat(work("mediator", DisputeMediation.USER_ARRANGE, "arrangement", "startsAt", "2026-03-04T09:30", "place",
        "桂花社区调解室")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(follow(other)).contains("桂花社区调解室", "2026-03-04");
    assertThat(say(other, "session", "yes", "false", "words", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(say(other, "session", "yes", "false", "words", "只跟您说：要陪床")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(say(applicant, "session", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(follow(applicant)).doesNotContain("要陪床");
    clock.forward(Duration.ofDays(2));
    assertThat(work("mediator", DisputeMediation.USER_HOLD, "session", "came", "双方到场", "record", "双方各退一步",
        "result", "AGREED", "rightsTold", "true")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("阅看并签名");
    assertThat(work("mediator", DisputeMediation.USER_HOLD, "session", "came", "双方到场", "record", "双方各退一步",
        "result", "AGREED", "rightsTold", "true", "readAndSigned", "true")).hasStatus(HttpStatus.SEE_OTHER);

    // An agreement without a day is none.
    var agreement = List.of("form", "WRITTEN", "facts", "音响扰民", "responsibility", "各有责任", "parts[0].side", "OTHER",
        "parts[0].act", "晚上九点后关音响", "parts[0].way", "当面", "parts[1].side", "APPLICANT", "parts[1].act", "让出东侧场地",
        "parts[1].way", "当面", "parts[1].dueOn", "2026-03-20");
    assertThat(work("mediator", DisputeMediation.USER_WRITE, "agreement", agreement.toArray(String[]::new)))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("没有履行日期的协议不能成立");
    assertThat(dispute().agreements()).isEmpty();
    assertThat(work("mediator", DisputeMediation.USER_WRITE, "agreement", with(agreement, "parts[0].dueOn",
        "2026-03-10"))).hasStatus(HttpStatus.SEE_OTHER);

    // One side signs on its page, which nobody has kept open for two days; the rest is on paper with a scan.
    assertThat(follow(applicant)).isEmpty();
    applicant = knock("mediator", "APPLICANT");
    other = knock("mediator", "OTHER");
    assertThat(follow(applicant)).contains("晚上九点后关音响", "签署协议");
    assertThat(mvc.post().uri("/follow/mediation/signature").with(csrf()).cookie(applicant).param("side", "APPLICANT")
        .param("code", cases.get(id).code()).param("yes", "true").param("number", "7")).hasStatus(HttpStatus.CONFLICT);
    assertThat(say(applicant, "signature", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    var signed = List.of("result", "SIGNED", "otherOn", "2026-03-04", "mediatorOn", "2026-03-04");
    assertThat(work("mediator", DisputeMediation.USER_SIGN, "signature", signed.toArray(String[]::new)))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("还没有加盖委员会印章");
    assertThat(work("mediator", DisputeMediation.USER_SIGN, "signature", with(signed, "sealOn", "2026-03-04")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.PERFORMING);
    assertThat(titles()).endsWith("人民调解协议书", "人民调解协议书");
    assertThat(follow(other)).contains("2026年4月3日").doesNotContain("签署协议</button>");

    // Whoever was to receive it settles it; twice it is performed by nobody.
    assertThat(say(other, "performances", "part", "1", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().agreement().orElseThrow().isPerformed()).isFalse();
    assertThat(say(applicant, "performances", "part", "1", "yes", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(act("performances", "act", "performance", "part", "1", "performed", "true", "on", "2026-03-04"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("已于2026年3月4日履行，不能再次登记");
    assertThat(act("performances", "act", "performance", "part", "2", "performed", "true", "on", "2026-03-04"))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.FOLLOWING_UP);

    assertThat(work("mediator", DisputeMediation.USER_FOLLOW_UP, "follow-up", "on", "2026-03-04", "way", "VISIT",
        "holds", "true", "words", "双方相安无事")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.CLOSED);
    assertThat(cases.get(id).closingState()).contains(ClosingState.SOLVED);
    assertThat(follow(applicant)).contains("data-standing=\"CLOSED\"");

    assertThat(get("mediator", "/disputes/" + id + "/papers")).bodyText().contains("人民调解卷宗", "卷内目录", "人民调解申请书",
        "人民调解笔录", "人民调解回访记录", cases.get(id).code());
    assertThat(register.figures(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), actor("mediator")).written())
        .isPositive();
    assertThat(get("mediator", "/disputes/figures?from=2026-03-01&to=2026-03-31")).bodyText().contains("调解成功率",
        "/disputes?form=WRITTEN");
  }

  @Test
  void aReferredPetitionEndsWithTheRefusalOfOneSide() {
    var petition = petitions.register(Petitions.byMail().title("院墙外的空调外机"));
    petitions.screen(petition.id(), Screenings.mediate());
    assertThat(cases.get(petition.id()).closingState()).contains(ClosingState.REFERRED);
    id = jdbc.sql("select case_id from dispute where petition_id = ?").param(petition.id().value()).query(UUID.class)
        .optional().map(CaseId::new).orElseThrow();
    assertThat(page("mediator")).contains("院墙外的空调外机", "信访转来");
    assertThat(page("officer")).contains("院墙外的空调外机", petition.code());

    assertThat(dispute().consents()).isEmpty();
    assertThat(titles()).isEmpty();
    assertThat(work("mediator", DisputeMediation.USER_NAME, "other-side", "name", "")).hasStatus(
        HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(work("mediator", DisputeMediation.USER_NAME, "other-side", "name", "史云帆")).hasStatus(
        HttpStatus.SEE_OTHER);
    assertThat(titles()).containsExactly("人民调解意愿征询书", "人民调解意愿征询书");
    act("records", "act", "record", "side", "APPLICANT", "confidential", "true", "text", "底线是三千元", "heardOn",
        "2026-03-02");
    assertThat(page("mediator")).contains("底线是三千元");
    assertThat(page("officer")).doesNotContain("底线是三千元", "人民调解意愿征询书");
    assertThat(get("officer", "/petitions/" + id + "/file")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(work("mediator", DisputeMediation.USER_CONSENT, "consent", "applicant", "true", "words", ""))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.ASKING_CONSENT);
    assertThat(work("mediator", DisputeMediation.USER_CONSENT, "consent", "other", "false", "words", "没什么好谈"))
        .hasStatus(HttpStatus.SEE_OTHER);

    assertThat(dispute().state()).isEqualTo(DisputeState.DECLINED);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(letters.of(id)).filteredOn(letter -> letter.title().equals("不进行调解告知书")).isNotEmpty()
        .allSatisfy(letter -> assertThat(letter.body()).contains("仲裁", "行政", "起诉"));
    assertThat(work("mediator", DisputeMediation.USER_CONSENT, "consent", "other", "true", "words", ""))
        .hasStatus(HttpStatus.CONFLICT);
  }

  @Test
  void aSideThatChangesItsMindADangerAndAMediatorWhoHasToKeepAway() {
    id = open("楼上漏水的赔偿", "常青禾", "鲁一鸣");
    assertThat(work("mediator", DisputeMediation.USER_CONSENT, "consent", "applicant", "true", "other", "true"))
        .hasStatus(HttpStatus.SEE_OTHER);

    // Of whom it is asked whether they are related mediates not before that is decided.
    recusals.ask(id, "mediator", "是申请人的表兄", actor(HEAD));
    assertThat(work(HEAD, DisputeMediation.USER_ASSIGN, "mediator", "account", "mediator", "how", "ASSIGNED",
        "unrelated", "true")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("不能调解这件纠纷");
    assertThat(work(HEAD, DisputeMediation.USER_ASSIGN, "mediator", "account", "mediator2", "how", "ASSIGNED",
        "unrelated", "true")).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(act("dangers", "act", "danger", "words", "扬言动手")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(titles()).contains("矛盾纠纷可能激化的报告");
    assertThat(act("dangers", "act", "danger", "words", "再报一次")).hasStatus(HttpStatus.CONFLICT);

    assertThat(work("mediator2", DisputeMediation.USER_ARRANGE, "arrangement", "startsAt", "2026-03-04T09:30", "link",
        "ftp://nowhere")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("http");
    assertThat(work("mediator2", DisputeMediation.USER_ARRANGE, "arrangement", "startsAt", "2026-03-04T09:30", "link",
        "https://video.example/room")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(work("mediator2", DisputeMediation.USER_HOLD, "session", "came", "双方", "record", "谈成", "result",
        "AGREED", "rightsTold", "true", "readAndSigned", "true")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(work("mediator2", DisputeMediation.USER_WRITE, "agreement", "form", "WRITTEN", "facts", "漏水",
        "responsibility", "楼上", "parts[0].side", "OTHER", "parts[0].act", "赔偿吊顶", "parts[0].amount", "3000元",
        "parts[0].dueOn", "2026-03-10", "parts[0].way", "转账")).hasStatus(HttpStatus.SEE_OTHER);

    // One side refuses after the session: back to it, and in the end no agreement.
    assertThat(work("mediator2", DisputeMediation.USER_SIGN, "signature", "result", "FAILED"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(work("mediator2", DisputeMediation.USER_SIGN, "signature", "result", "AGAIN", "words", "嫌钱少"))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().agreement()).isEmpty();
    var applicant = knock("mediator2", "APPLICANT");
    assertThat(say(applicant, "withdrawal", "reason", "直接起诉")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(dispute().state()).isEqualTo(DisputeState.WITHDRAWN);
    assertThat(follow(applicant)).contains("data-standing=\"WITHDRAWN\"");

    // The danger outlives the mediation, with its clock and its item.
    assertThat(cases.get(id).filed()).isFalse();
    assertThat(work(HEAD, DisputeDanger.USER_ANSWER, "danger", "measures", "网格员每天上门")).hasStatus(
        HttpStatus.SEE_OTHER);
    assertThat(dispute().isInDanger()).isFalse();
    assertThat(cases.get(id).filed()).isTrue();
  }

  @Test
  void nobodyElseSeesOrMovesADispute() {
    id = open("两家的晾衣架", "裴小满", "穆远");

    assertThat(get("wanghu.mediator", "/disputes/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("officer", "/disputes/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("liuyin.handler", "/disputes/" + id)).hasStatusOk();
    assertThat(post("liuyin.handler", "/disputes/" + id + "/dangers", "act", "danger", "words", "x")).hasStatus(
        HttpStatus.FORBIDDEN);
    assertThat(get("liuyin.handler", "/disputes/" + id + "/papers")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("liuyin.leader", "/disputes/new", "source", "POLICE", "kind", "NOISE", "territory",
        "liuyin-guihua", "receivedOn", "2026-03-02", "title", "t", "text", "t", "applicant.name", "a", "other.name",
        "b"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("委托文书编号");
    assertThat(mvc.get().uri("/follow/mediation")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/follow?again");
    var other = knock("mediator", "OTHER");
    assertThat(mvc.get().uri("/follow/case").cookie(other)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(mvc.get().uri("/petitions/" + id).with(user(users.loadUserByUsername("mediator"))))
        .hasRedirectedUrl("/disputes/" + id);
    assertThat(get("mediator", "/disputes?text=晾衣架")).bodyText().contains("两家的晾衣架");
    assertThat(get("wanghu.mediator", "/disputes?text=晾衣架")).bodyText().doesNotContain("两家的晾衣架");
  }

  private CaseId open(String title, String applicant, String other) {
    var answer = post("mediator", "/disputes/new", "source", "COUNTER", "kind", "NOISE", "receivedOn", "2026-03-02",
        "territory", "liuyin-guihua", "title", title, "text", title + "，吵了半年。", "applicant.name", applicant,
        "other.name", other);
    assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
    return CaseId.of(answer.getResponse().getRedirectedUrl().replace("/disputes/", ""));
  }

  /** The mediator hands out the code, and that side opens its page with it. */
  private Cookie knock(String account, String side) {
    var slip = body(post(account, "/disputes/" + id + "/codes", "act", "code", "side", side));
    var opened = mvc.post().uri("/follow").with(csrf()).param("code", found(CODE, slip))
        .param("secret", found(SECRET, slip)).exchange();
    assertThat(opened).hasRedirectedUrl("/follow/mediation");
    return opened.getResponse().getCookie("SESSION");
  }

  private String follow(Cookie session) {
    return body(mvc.get().uri("/follow/mediation").cookie(session).exchange());
  }

  /** What the page of that side has filled in, and what the side says. */
  private MvcTestResult say(Cookie session, String path, String... parameters) {
    return sayAs(session, SIDE.matcher(follow(session)).results().map(found -> found.group(1)).findFirst().orElse(""),
        path, parameters);
  }

  private MvcTestResult sayAs(Cookie session, String side, String path, String... parameters) {
    var page = follow(session);
    var request = mvc.post().uri("/follow/mediation/" + path).with(csrf()).cookie(session).param("side", side)
        .param("code", cases.get(id).code());
    NUMBER.matcher(page).results().forEach(found -> request.param("number", found.group(1)));
    for (var i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }

  private MvcTestResult work(String account, String step, String path, String... parameters) {
    var item = processes.openTasks(id).stream().filter(task -> task.key().equals(step)).map(OpenTask::id).findFirst()
        .orElse("gone");
    var request = mvc.post().uri("/disputes/" + id + "/" + path).multipart()
        .file(new MockMultipartFile("scans", "协议.txt", "text/plain", "签名盖章".getBytes()))
        .with(user(users.loadUserByUsername(account))).with(csrf()).param("item", item);
    for (var i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }

  private MvcTestResult act(String path, String... parameters) {
    var mediator = dispute().mediator().map(Dispute.Mediator::account).orElse("mediator");
    return post(mediator, "/disputes/" + id + "/" + path, parameters);
  }

  private MvcTestResult post(String account, String path, String... parameters) {
    var request = mvc.post().uri(path).with(user(users.loadUserByUsername(account))).with(csrf());
    for (var i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange();
  }

  private MvcTestResult get(String account, String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private String page(String account) {
    return body(get(account, "/disputes/" + id));
  }

  private Dispute dispute() {
    return mediation.get(id, actor("mediator2"));
  }

  private Actor actor(String account) {
    return accounts.actor(account);
  }

  private List<String> titles() {
    return letters.of(id).stream().map(Letter::title).toList();
  }

  private static String[] with(List<String> parameters, String name, String value) {
    var more = new ArrayList<>(parameters);
    more.addAll(List.of(name, value));
    return more.toArray(String[]::new);
  }

  private static String found(Pattern pattern, String page) {
    return Optional.of(pattern.matcher(page)).filter(Matcher::find).map(found -> found.group(1))
        .orElseThrow(() -> new AssertionError("No " + pattern + " in " + page));
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
