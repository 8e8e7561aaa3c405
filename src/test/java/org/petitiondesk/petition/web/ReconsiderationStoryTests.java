package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseRestart;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.petition.ReconsideredCases;
import org.petitiondesk.petition.AskReconsideration;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.ReconsiderationRights;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.petition.Screenings;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Reconsideration and final review through the forms, on a clock that moves. The lead unit is the environment office. */
@DeskTest
class ReconsiderationStoryTests {

  private static final String REVIEWER = "review.reviewer";
  private static final String CITY = "city.reviewer";

  @Autowired
  private ApplicationContext context;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Clocks clocks;
  @Autowired
  private ReconsiderationService reconsiderations;
  @Autowired
  private ReconsiderationRights rights;
  @Autowired
  private ReconsideredCases reconsidered;
  @Autowired
  private Letters letters;
  @Autowired
  private CaseRestart restart;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditVerification verification;
  @Autowired
  private MovableClock clock;

  private Clerks clerks;

  @BeforeEach
  void aMondayInMarch() {
    clerks = new Clerks(context);
    on(3, 2);
  }

  @Test
  void askedOnTheLastDayUpheldHeardAtFinalReviewAndHandledAnew() {
    var receipt = petitions.register(Petitions.byMail());
    var id = receipt.id();
    petitions.deliver(id, Outcome.NOT_SUPPORTED);
    petitions.rate(id, Solved.PARTLY);
    assertThat(cases.get(id).isHeld()).isTrue();

    on(4, 1);
    assertThat(page(open(receipt))).bodyText().contains("您可以在 2026-04-01 前（含当天）向临江区信访事项复查复核委员会请求复查");
    assertThat(ask(open(receipt), "油烟监测选在停业那天，不能采信。")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.RECONSIDERATION);
    assertThat(running(id)).containsExactly("reconsideration in linjiang-review until 2026-05-06");
    assertThat(page(open(receipt))).bodyText().contains("先审查是否受理", "由临江区信访事项复查复核委员会审查", "2026-05-06");
    assertThat(ask(open(receipt), "再说一次")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("已经请求过");

    admit(id, REVIEWER);
    assertThat(page(open(receipt))).bodyText().contains("逐项审查原意见和您的理由");
    opinion(id, REVIEWER, form -> found(form, "UPHOLD", "UPHOLD"));
    decide(id, "review.leader", "approved", "false");
    opinion(id, REVIEWER, form -> {
      assertThat(form.value("findings[0].facts")).contains("重新调取");
      return form.type("findings[0].facts", "重新调取了三月以来的监测数据，均未超标。");
    });
    on(4, 20);
    decide(id, "review.leader", "approved", "true");
    petitions.sendLetters(id);

    assertThat(petitions.letter(id, "reconsideration_opinion").body()).contains("我机构决定：维持原意见", "云溪市信访事项复查复核委员会");
    assertThat(cases.get(id).closingState()).contains(ClosingState.EXPLAINED);
    assertThat(cases.get(id).isHeld()).isTrue();
    assertThat(running(id)).containsExactly("final_review_request in petitioner until 2026-05-20");
    assertThat(page(open(receipt))).bodyText().contains("2026-05-20 前（含当天）向云溪市信访事项复查复核委员会请求复核", "维持原意见");

    on(5, 8);
    assertThat(ask(open(receipt), "复查没有到现场。")).hasStatus(HttpStatus.SEE_OTHER);
    admit(id, CITY);
    on(5, 18);
    hearing(id);
    assertThat(page(open(receipt))).bodyText().contains("请按听证通知书参加听证", "市政务中心三楼");
    on(5, 28);
    recordHearing(id);
    assertThat(running(id)).containsExactly("final_review in yunxi-review until 2026-06-17");
    opinion(id, CITY, form -> found(form, "ANEW", "UPHOLD"));
    decide(id, "city.leader", "approved", "true");
    petitions.sendLetters(id);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(running(id)).containsExactly("handling in environment until 2026-07-27");
    assertThat(page(open(receipt))).bodyText().contains("责令重新办理").doesNotContain("data-ask");
    handleAnew(id);
    assertThat(page(open(receipt))).bodyText().contains("向临江区信访事项复查复核委员会请求复查", "请您评价").doesNotContain("data-rated");
    petitions.rate(id, Solved.NO);
    assertThat(refusal(() -> petitions.rate(id, Solved.YES))).isEqualTo("petition.conflict.rated");
    assertThat(cases.get(id).closingState()).contains(ClosingState.ANSWERED);
    assertThat(Clerks.whole(clerks.get("officer", "/petitions/" + id))).contains("data-chain", "复核意见",
        "听证已于 2026-05-26 举行", "第 2 次答复");
    assertThat(verification.verify(id).firstBroken()).isEmpty();
  }

  /** The same conclusion on the same facts is refused; what was newly found goes out as a new opinion. */
  private void handleAnew(CaseId id) {
    var unit = "environment.handler";
    var handling = clerks.form(unit, id, "handling", PetitionHandling.USER_HANDLE);
    assertThat(Clerks.text(clerks.get(unit, clerks.address(id, "handling", PetitionHandling.USER_HANDLE))))
        .contains("data-order", "责令重新办理");
    assertThat(clerks.post(unit, handling.type("last", "true"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请先记录重新调查的情况");
    clock.forward(Duration.ofHours(1));
    clerks.does(unit, id, "handling", PetitionHandling.USER_HANDLE,
        form -> form.type("text", "晚上八点营业时现场监测。").type("last", "true"));
    var same = clerks.form(unit, id, "reply", PetitionReply.USER_DRAFT_REPLY);
    assertThat(clerks.post(unit, same)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("信访事项复核意见书", "第 1 项诉求不得以同一事实和理由作出相同的结论");
    clerks.does(unit, id, "reply", PetitionReply.USER_DRAFT_REPLY,
        form -> form.type("answers[0].facts", "营业时监测，油烟浓度超标一倍。").type("answers[0].outcome", "SUPPORTED"));
    petitions.approve(id);
    petitions.sendLetters(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(cases.points(id).get(0).answer().orElseThrow().outcome()).isEqualTo(Outcome.SUPPORTED);
  }

  /** Nobody else asks for this, and this petitioner asks for nothing else. */
  private static Registrations cobbler() {
    return Petitions.byMail().title("修鞋铺占道摆摊").onlyPetitioners(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON,
        "穆青禾", "", "13900139321", "mu@example.cn", "云溪市临江区柳荫街道桂花路9号", true, true));
  }

  @Test
  void afterTheFinalReviewTheSameFactsAreNoLongerAccepted() {
    var receipt = petitions.register(cobbler());
    var id = receipt.id();
    petitions.deliver(id, Outcome.NOT_SUPPORTED);
    reviewed(id, REVIEWER, "review.leader", "CHANGE");
    assertThat(cases.points(id).get(0).answer().orElseThrow().outcome()).isEqualTo(Outcome.EXPLAINED);
    reviewed(id, CITY, "city.leader", "UPHOLD");
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    petitions.rate(id, Solved.PARTLY);

    assertThat(rights.isFinal(id)).isTrue();
    assertThat(cases.get(id).filed()).isTrue();
    assertThat(page(open(receipt))).bodyText().contains("本事项已经复核终结", "本意见为终结意见").doesNotContain("data-remedy");
    assertThatThrownBy(() -> reconsiderations.ask(id, "还是不服", List.of())).isInstanceOf(Conflict.class);

    var again = petitions.register(cobbler()).id();
    assertThat(Clerks.whole(clerks.get("officer", clerks.address(again, "screening", PetitionHandling.USER_SCREEN))))
        .contains("data-finals", "data-final", cases.get(id).code());
    assertThat(refusal(() -> petitions.screen(again, Screenings.merge(id)))).isEqualTo(
        "petition.refused.merge-into-final");
    clerks.does("officer", again, "screening", PetitionHandling.USER_SCREEN,
        form -> form.type("verdict", "NO_LONGER").type("target", cases.get(id).code()).type("reason", "仍是同一餐馆同一事实。"));
    assertThat(cases.get(again).closingState()).contains(ClosingState.NOT_ACCEPTED);
    assertThat(petitions.letter(again, "petition_no_longer_accepted").body()).contains(cases.get(id).code(),
        "复核终结", "信访事项复核意见书");
    var other = petitions.registered();
    assertThat(refusal(() -> petitions.screen(other, Screenings.noLonger(again)))).isEqualTo(
        "petition.refused.not-final");
  }

  @Test
  void aRightThatNobodyUsesLapsesAndOnlyTheLeaderLetsALateRequestIn() {
    var receipt = petitions.register(Petitions.byMail());
    var id = receipt.id();
    petitions.deliver(id, Outcome.NOT_SUPPORTED);
    petitions.rate(id, Solved.PARTLY);

    on(4, 2);
    petitions.night();
    petitions.night();
    assertThat(running(id)).isEmpty();
    assertThat(cases.get(id).filed()).isTrue();
    assertThat(page(open(receipt))).bodyText().contains("请求复查的期限已于 2026-04-01 届满").doesNotContain("data-ask");
    assertThat(ask(open(receipt), "我不服")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("期限已于 2026-04-01 届满");
    assertThat(counter("officer", id, "我不服", "住院")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("由本单位负责人决定");
    assertThat(counter("office.leader", id, "我不服", "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请写明逾期仍然提交的理由");
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.CLOSED);

    assertThat(counter("office.leader", id, "我不服", "三月住院，有医院证明。")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.RECONSIDERATION);
    assertThat(cases.get(id).filed()).isFalse();
    assertThat(Clerks.whole(clerks.get(REVIEWER, "/petitions/" + id))).contains("data-late", "有医院证明");

    clerks.does(REVIEWER, id, "reconsideration/admission", PetitionReconsideration.USER_ADMIT,
        form -> form.type("approved", "false").type("reason", "不是信访人本人提出。"));
    assertThat(petitions.letter(id, "reconsideration_refused").body()).contains("不是信访人本人提出");
    assertThat(cases.get(id).filed()).isTrue();
    assertThat(running(id)).isEmpty();
  }

  @Test
  void aRequestThatWasNotLetInLeavesTheRestOfTheTime() {
    var id = petitions.delivered();
    reconsiderations.ask(id, "没有写清楚", List.of());
    clerks.does(REVIEWER, id, "reconsideration/admission", PetitionReconsideration.USER_ADMIT,
        form -> form.type("approved", "false").type("reason", "请写明不服哪一项。"));

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(running(id)).containsExactly("reconsideration_request in petitioner until 2026-04-01");
    reconsiderations.ask(id, "不服第一项", List.of());
    assertThat(reconsiderations.of(id)).hasSize(2);
  }

  @Test
  void aRequestIsTakenBackUntilTheBodyHasDecidedAndWhatIsLeftOfTheTimeIsLeft() {
    var receipt = petitions.register(Petitions.byMail());
    var id = receipt.id();
    petitions.deliver(id, Outcome.NOT_SUPPORTED);
    reconsiderations.ask(id, "不服", List.of());
    admit(id, REVIEWER);
    assertThat(page(open(receipt))).bodyText().contains("撤回这次复查（复核）请求", "申请工作人员回避");
    assertThat(clerks.get("environment.leader", "/petitions/" + id + "/withdrawal")).hasStatus(HttpStatus.FORBIDDEN);

    assertThat(mvc.post().uri("/follow/withdrawal").with(csrf()).cookie(open(receipt)).param("reason", "已与单位谈妥")
        .exchange()).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(running(id)).containsExactly("reconsideration_request in petitioner until 2026-04-01");
    assertThat(petitions.letter(id, "reconsideration_withdrawn").body()).contains("自愿撤回请求", "原意见继续有效");
    assertThat(petitions.items(id)).isEmpty();
    assertThat(Clerks.whole(clerks.get("officer", "/petitions/" + id))).contains("信访人已撤回");
    reconsiderations.ask(id, "还是不服", List.of());
    admit(id, REVIEWER);
    opinion(id, REVIEWER, form -> found(form, "UPHOLD", "UPHOLD"));
    decide(id, "review.leader", "approved", "true");
    var counter = PageForm.of(Clerks.whole(clerks.get("officer", "/petitions/" + id + "/withdrawal")), "/withdrawal");
    assertThat(clerks.post("officer", counter.type("reason", "来电撤回"))).hasStatus(HttpStatus.CONFLICT).bodyText()
        .contains("已经作出决定");
  }

  @Test
  void whereTheModelOfARunKnowsNoWithdrawalNoneIsOffered() {
    var receipt = petitions.register(Petitions.byMail());
    petitions.deliver(receipt.id(), Outcome.NOT_SUPPORTED);
    reconsiderations.ask(receipt.id(), "不服", List.of());
    petitions.forget(receipt.id(), PetitionReconsideration.RECONSIDERATION_WITHDRAWN);

    assertThat(reconsiderations.isWithdrawable(receipt.id())).isFalse();
    assertThat(page(open(receipt))).bodyText().doesNotContain("撤回这次复查（复核）请求");
  }

  @Test
  void whatCanNotBeAskedForIsRefusedWithASentenceAndChangesNothing() {
    var guided = petitions.registered();
    petitions.screen(guided, Screenings.guide());
    assertThat(refusal(() -> reconsiderations.ask(guided, "不服", List.of()))).isEqualTo("petition.refused.no-opinion");
    var handled = petitions.accepted();
    assertThat(refusal(() -> reconsiderations.ask(handled, "不服", List.of())))
        .isEqualTo("petition.refused.no-opinion");
    var id = petitions.delivered();
    assertThat(refusal(() -> reconsiderations.ask(id, " ", List.of())))
        .isEqualTo("petition.refused.no-review-reasons");
    assertThat(refusal(() -> reconsiderations.ask(new AskReconsideration(id, LocalDate.of(2026, 3, 1), "不服", List.of(),
        ""), petitions.officer()))).isEqualTo("petition.refused.asked-on");
    assertThat(mvc.post().uri("/follow/reconsideration").with(csrf()).param("reasons", "我是邻居").exchange())
        .hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/follow?again");
    assertThat(clerks.get("environment.leader", "/petitions/" + id + "/reconsideration/request"))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(reconsiderations.of(id)).isEmpty();
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
  }

  @Test
  void anOpinionNeedsAResultAndGroundsForEachPoint() {
    var id = petitions.delivered();
    reconsiderations.ask(id, "不服", List.of());
    admit(id, REVIEWER);
    var form = clerks.form(REVIEWER, id, "reconsideration/opinion", PetitionReconsideration.USER_EXAMINE);

    assertThat(clerks.post(REVIEWER, form)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请选择维持、变更还是责令重新办理");
    assertThat(clerks.post(REVIEWER, found(form, "UPHOLD", "UPHOLD").type("findings[1].facts", " ")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("第 2 项诉求还没有写");
    assertThat(clerks.post(REVIEWER, found(form, "CHANGE", "UPHOLD"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(Clerks.text(clerks.preview(REVIEWER, found(form, "UPHOLD", "UPHOLD")))).contains("信访事项复查意见书",
        "维持原意见");
    assertThat(
        clerks.get(REVIEWER, clerks.address(id, "reconsideration/hearing", PetitionReconsideration.USER_EXAMINE)))
        .hasStatusOk();
    assertThat(clerks.post(REVIEWER, hearingForm(id, REVIEWER))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("复查不举行听证");
  }

  @Test
  void whoTookPartBelowTakesNoPartAbove() {
    var id = petitions.delivered();
    reconsiderations.ask(id, "不服", List.of());
    var item = clerks.item(id, PetitionReconsideration.USER_ADMIT);
    assertThatThrownBy(
        () -> reconsiderations.admit(id, item, true, "", accounts.actor("environment.handler")))
        .isInstanceOf(DeskException.class);
    admit(id, REVIEWER);
    opinion(id, REVIEWER, form -> found(form, "UPHOLD", "UPHOLD"));

    assertThat(reconsiderations.bar(id, accounts.actor("environment.leader"))).map(Refused::key)
        .contains("petition.refused.of-the-unit-below");
    assertThat(reconsiderations.bar(id, accounts.actor("review.leader")
        .onBehalfOf(accounts.actor(REVIEWER)))).map(Refused::key).contains("petition.refused.own-draft");
    assertThat(reconsiderations.bar(id, accounts.actor("review.leader"))).isEmpty();
    decide(id, "review.leader", "approved", "true");
    petitions.sendLetters(id);
    reconsiderations.ask(id, "还是不服", List.of());
    assertThat(reconsiderations.bar(id, accounts.actor(REVIEWER))).map(Refused::key)
        .contains("petition.refused.of-the-unit-below");
  }

  @Test
  void twoRequestsAtOnceAreOneRequest() throws Exception {
    var id = petitions.delivered();

    var told = Race.between(() -> reconsiderations.ask(id, "第一次", List.of()),
        () -> reconsiderations.ask(id, "第二次", List.of()));

    assertThat(told).hasSize(1);
    assertThat(reconsiderations.of(id)).hasSize(1);
    assertThat(petitions.items(id)).containsExactly(PetitionReconsideration.USER_ADMIT);
  }

  @Test
  void ofAReportOnlyThoseNamedOnItSeeTheReconsiderationToo() {
    var id = petitions.register(Petitions.report(), accounts.actor("office.leader")).id();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).report(), accounts.actor("office.leader"));
    assertThat(cases.sees(id, accounts.actor("review.leader"))).isFalse();
    named(id, "environment.leader", "environment.handler");
    petitions.accept(id);
    petitions.reply(id, Outcome.NOT_SUPPORTED);

    reconsiderations.ask(new AskReconsideration(id, petitions.today(), "没有查", List.of(), ""),
        accounts.actor("office.leader"));

    assertThat(cases.sees(id, accounts.actor("review.leader"))).isTrue();
    assertThat(cases.sees(id, accounts.actor(REVIEWER))).isFalse();
    assertThat(clerks.get(REVIEWER, clerks.address(id, "reconsideration/admission",
        PetitionReconsideration.USER_ADMIT))).hasStatus(HttpStatus.NOT_FOUND);
  }

  private void named(CaseId id, String by, String account) {
    cases.grant(id, account, accounts.actor(by));
  }

  @Test
  void theLeaderOfTheBodyFindsTheOpinionAmongTheDecisions() {
    var id = reconsidered.drafted();
    var item = petitions.item(id, PetitionReconsideration.USER_APPROVE);
    var page = Clerks.whole(clerks.get("review.leader", "/decisions"));
    assertThat(page).contains(cases.get(id).code(), "重新调取了监测数据，均未超标。", "复查（复核）期限停止");

    assertThat(clerks.post("review.leader", PageForm.of(page, "/decisions/" + item).type("approved", "true")))
        .hasStatus(HttpStatus.SEE_OTHER);

    assertThat(reconsiderations.isWithdrawable(id)).isFalse();
    assertThat(petitions.items(id)).isEmpty();
    assertThat(petitions.letter(id, "reconsideration_opinion").body()).contains("维持原意见");
  }

  @Test
  void anOpinionThatCameBackGoesOutAnotherWayAndArrives() {
    var id = reconsidered.undeliverable();
    var form = clerks.form(REVIEWER, id, "reconsideration/delivery", PetitionReconsideration.USER_CHANGE_DELIVERY);
    assertThat(clerks.post(REVIEWER, form.type("method", "POST").type("reason", " ")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);

    clerks.does(REVIEWER, id, "reconsideration/delivery", PetitionReconsideration.USER_CHANGE_DELIVERY,
        typed -> typed.type("method", "POST").type("reason", "邮箱已停用，改用挂号信"));
    letters.delivered(petitions.letter(id, "reconsideration_opinion").id(), petitions.today(), "挂号信 XA10002000377",
        Optional.empty(), accounts.actor(REVIEWER));

    assertThat(petitions.letter(id, "reconsideration_opinion").method()).isEqualTo(DeliveryMethod.POST);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(rights.opinions(id)).hasSize(2);
  }

  @Test
  void aLostReconsiderationBeginsAgainWhereItStood() {
    var id = petitions.delivered();
    reconsiderations.ask(id, "不服", List.of());
    admit(id, REVIEWER);

    restart.restart(id, accounts.actor("admin"));

    assertThat(petitions.items(id)).containsExactly(PetitionReconsideration.USER_EXAMINE);
    opinion(id, REVIEWER, form -> found(form, "UPHOLD", "UPHOLD"));
    assertThat(restart.isLost(id)).isFalse();
  }

  private static String refusal(ThrowingCallable act) {
    return catchThrowableOfType(DeskException.class, act).key();
  }

  // Verbs

  /** From the request to the delivered opinion, all points alike. */
  private void reviewed(CaseId id, String reviewer, String leader, String result) {
    reconsiderations.ask(id, "不服", List.of());
    admit(id, reviewer);
    opinion(id, reviewer, form -> {
      var filled = found(form, result, "UPHOLD");
      return result.equals("CHANGE") ? filled.type("findings[0].outcome", "EXPLAINED") : filled;
    });
    decide(id, leader, "approved", "true");
    petitions.sendLetters(id);
  }

  private void admit(CaseId id, String reviewer) {
    clerks.does(reviewer, id, "reconsideration/admission", PetitionReconsideration.USER_ADMIT,
        form -> form.type("approved", "true"));
  }

  private void opinion(CaseId id, String reviewer, UnaryOperator<PageForm> typing) {
    clerks.does(reviewer, id, "reconsideration/opinion", PetitionReconsideration.USER_EXAMINE, typing);
  }

  private static PageForm found(PageForm form, String first, String second) {
    return form.type("findings[0].result", first).type("findings[0].facts", "重新调取了监测数据，情况如下。")
        .type("findings[0].basis", "《大气污染防治法》").type("findings[1].result", second)
        .type("findings[1].facts", "营业时间已经调整。").type("findings[1].basis", "《噪声污染防治法》");
  }

  private void decide(CaseId id, String leader, String field, String value) {
    clerks.does(leader, id, "reconsideration/approval", PetitionReconsideration.USER_APPROVE,
        form -> form.type(field, value).type("reason", value.equals("true") ? "" : "请写明监测的时间。"));
  }

  private PageForm hearingForm(CaseId id, String reviewer) {
    return clerks.form(reviewer, id, "reconsideration/hearing", PetitionReconsideration.USER_EXAMINE)
        .type("plannedOn", "2026-05-26").type("place", "市政务中心三楼").type("participants", "信访人、区生态环境分局、听证员三人")
        .type("matters", "监测是否在营业时进行。");
  }

  private void hearing(CaseId id) {
    assertThat(clerks.post(CITY, hearingForm(id, CITY).type("plannedOn", "2026-05-18")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("听证的日期应当在今天以后");
    assertThat(clerks.post(CITY, hearingForm(id, CITY))).hasStatus(HttpStatus.SEE_OTHER);
    clerks.does("city.leader", id, "reconsideration/hearing-approval", PetitionReconsideration.USER_APPROVE_HEARING,
        form -> form.type("approved", "true"));
    petitions.sendLetters(id);
    assertThat(clocks.of(id)).filteredOn(ClockState::running).allMatch(ClockState::paused);
    assertThat(petitions.letter(id, "reconsideration_hearing").body()).contains("2026年5月26日", "市政务中心三楼");
  }

  private void recordHearing(CaseId id) {
    var form = clerks.form(CITY, id, "reconsideration/hearing-record", PetitionReconsideration.USER_RECORD_HEARING)
        .type("held", "true").type("heldOn", "2026-05-26").type("record", "双方各自陈述，听证员询问监测时间。")
        .type("signatures", "双方和听证员均已签字");
    assertThat(clerks.post(CITY, form)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请上传签字的听证记录");
    assertThat(clerks.post(CITY, form, new MockMultipartFile("files", "听证记录.txt", "text/plain",
        "听证记录".getBytes(StandardCharsets.UTF_8)))).hasStatus(HttpStatus.SEE_OTHER);
  }

  private MvcTestResult counter(String account, CaseId id, String reasons, String late) {
    var form = PageForm.of(Clerks.whole(clerks.get(account, "/petitions/" + id + "/reconsideration/request")),
        "/reconsideration/request");
    return clerks.post(account, form.type("reasons", reasons).type("lateReason", late));
  }

  private Cookie open(Receipt receipt) {
    return mvc.post().uri("/follow").with(csrf()).param("code", receipt.trackingCode())
        .param("secret", receipt.secret()).exchange().getResponse().getCookie("SESSION");
  }

  private MvcTestResult page(Cookie session) {
    return mvc.get().uri("/follow/case").cookie(session).exchange();
  }

  private MvcTestResult ask(Cookie session, String reasons) {
    return mvc.post().uri("/follow/reconsideration").with(csrf()).cookie(session).param("reasons", reasons).exchange();
  }

  /** Running clocks, in whose hands and until when. */
  private List<String> running(CaseId id) {
    return clocks.of(id).stream().filter(ClockState::running)
        .map(state -> state.kind() + " in " + state.unit() + " until " + state.due().on()).toList();
  }

  private void on(int month, int day) {
    clock.setTo(LocalDateTime.of(2026, month, day, 9, 0).atZone(Dates.ZONE).toInstant());
  }
}
