package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.LEADER;
import static org.petitiondesk.petition.web.Clerks.OFFICER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;

/** What each form refuses, keeps and shows; who may open it; and what happens to the second of two clicks. */
@DeskTest
class PetitionFormsTests {

  private static final String EVIL = "<script>alert('撕掉')</script>\"><img src=x onerror=alert(1)>${7*7}#{web.name}";
  private static final String ESCAPED = "&lt;script&gt;alert(&#39;撕掉&#39;)&lt;/script&gt;";

  @Autowired
  private ApplicationContext context;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private Documents documents;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;

  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void screeningSaysWhichRowOfWhichTableProposes() {
    var id = clerks.registered(Registrations.ordinary());

    assertThat(Clerks.whole(clerks.get(OFFICER, clerks.address(id, "screening", PetitionHandling.USER_SCREEN))))
        .containsPattern("建议依据：《办理途径》第 \\d+ 行").containsPattern("建议依据：《内容分类》第 \\d+ 行");
  }

  @Test
  void screeningNamesThePartThatIsMissingAndKeepsTheRest() {
    var id = clerks.registered(Registrations.ordinary());
    var form = clerks.form(OFFICER, id, "screening", PetitionHandling.USER_SCREEN).type("route", "6");

    refused(id, OFFICER, form.type("verdict", "ACCEPT").type("leadUnit", "").type("reason", "写好的意见"), "请选择一个主办单位。",
        "写好的意见");
    refused(id, OFFICER, form.type("verdict", "ACCEPT").type("leadUnit", "nowhere"), "没有编号为“nowhere”的单位。");
    refused(id, OFFICER, form.type("verdict", "ACCEPT").type("leadUnit", "linjiang"), "没有承办人或负责人");
    refused(id, OFFICER, form.type("verdict", "ACCEPT").type("leadUnit", "housing").type("route", "2"),
        "第 2 条途径不适用信访程序");
    refused(id, OFFICER, form.type("verdict", "GUIDE").type("reason", "理由"), "请在第 1 至 5 条途径中选择一条。", "理由");
    refused(id, OFFICER, form.type("verdict", "GUIDE").type("route", "2").type("reason", "理由"), "请写明有权处理的机关、单位");
    refused(id, OFFICER, form.type("verdict", "REFUSE"), "请写明不予受理的理由和依据。");
    refused(id, OFFICER, form.type("verdict", "SUPPLEMENT"), "请写明需要信访人补充什么。");
    refused(id, OFFICER, form.type("verdict", "MERGE").type("reason", "同一事项"), "请选择要并入的案件。");
    refused(id, OFFICER, form.type("verdict", "MERGE").type("reason", "同一事项").type("targetCode", "XF1999-1"),
        "没有编号为“XF1999-1”的案件");
    refused(id, OFFICER, form.type("points[0]", " ").type("points[1]", " "), "请至少写明一项诉求");
    refused(id, OFFICER, form.type("category", "nothing"), "没有编号为“nothing”的内容分类");
    refused(id, OFFICER, form.type("reason", "零\u0000字符"), "空字符");
    assertThat(clerks.post(OFFICER, form.type("route", "abc"))).hasStatus(HttpStatus.BAD_REQUEST);
    assertThat(history.screenings(id)).isEmpty();
  }

  @Test
  void screeningMergesIntoACaseThatIsNamedByItsCode() {
    var target = clerks.registered(Registrations.ordinary());
    var id = clerks.registered(Registrations.ordinary());

    clerks.does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN, form -> form.type("verdict", "MERGE")
        .type("reason", "同一餐馆").type("targetCode", cases.get(target).code()));

    assertThat(cases.get(id).closingState()).contains(ClosingState.MERGED);
    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id))).contains(cases.get(target).code());
  }

  @Test
  void theOtherWaysOutOfScreeningEndHonestly() {
    var guided = clerks.registered(Registrations.ordinary());
    clerks.does(OFFICER, guided, "screening", PetitionHandling.USER_SCREEN, form -> form.type("verdict", "GUIDE")
        .type("route", "2").type("reason", "有仲裁条款").type("competentBody", "临江仲裁委").type("procedureTerm", "一年"));
    var mediated = clerks.registered(Registrations.ordinary());
    clerks.does(OFFICER, mediated, "screening", PetitionHandling.USER_SCREEN,
        form -> form.type("verdict", "MEDIATE").type("reason", "双方争议"));

    assertThat(cases.get(guided).closingState()).contains(ClosingState.NOT_OURS);
    assertThat(cases.get(mediated).closingState()).contains(ClosingState.REFERRED);
    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + guided))).contains("临江仲裁委", "有仲裁条款");
  }

  @Test
  void acceptanceNeedsALeaderAndAnObjectionAReason() {
    var id = clerks.screened(Registrations.ordinary());
    var form = clerks.form(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT);

    refused(id, HANDLER, form.type("leader", ""), "请在主办单位的负责人中选择包案领导。");
    refused(id, HANDLER, form.type("leader", "environment.leader"), "请在主办单位的负责人中选择包案领导。");
    refused(id, HANDLER, form.type("accepted", "false"), "提出异议时请写明理由。");
  }

  @Test
  void whatAUnitObjectsToIsAssignedAnewWhenTheOfficeAgrees() {
    var id = clerks.screened(Registrations.ordinary());
    objects(id);
    refused(id, OFFICER, clerks.form(OFFICER, id, "objection/decision", PetitionObjection.USER_DECIDE),
        "请选择同意还是不同意。");
    clerks.does(OFFICER, id, "objection/decision", PetitionObjection.USER_DECIDE, form -> form.type("agreed", "true"));
    var page = clerks.get(OFFICER, clerks.address(id, "assignment", PetitionAssignment.USER_REASSIGN));
    var form = PageForm.of(Clerks.whole(page), "/assignment");

    assertThat(Clerks.text(page)).contains("属城管职责");
    refused(id, OFFICER, form.type("leadUnit", "urban_management"), "请写明改派的理由。");
    refused(id, OFFICER, form.type("reason", "按三定方案"), "请选择一个主办单位。", "按三定方案");
    clerks.does(OFFICER, id, "assignment", PetitionAssignment.USER_REASSIGN,
        any -> form.type("leadUnit", "urban_management").type("reason", "按三定方案"));
    assertThat(cases.get(id).leadUnit()).contains("urban_management");
  }

  @Test
  void whatTheOfficeRefusesIsDecidedByTheMeetingWithItsMinutes() {
    var id = clerks.screened(Registrations.ordinary());
    objects(id);
    clerks.does(OFFICER, id, "objection/decision", PetitionObjection.USER_DECIDE,
        form -> form.type("agreed", "false").type("reason", "由住建部门牵头"));
    var minutes = clerks.form("meeting.leader", id, "objection/joint-meeting", PetitionObjection.USER_RECORD_MEETING)
        .type("ruling", "UPHOLD").type("leadUnit", "market").type("participants", "双方单位").type("basis", "分工方案第三条")
        .type("reason", EVIL);
    refused(id, "meeting.leader", minutes, "请附上一份经签字的会议纪要。");

    assertThat(clerks.post("meeting.leader", minutes, new MockMultipartFile("files", "纪要.txt", "text/plain",
        "会议纪要".getBytes(StandardCharsets.UTF_8)))).hasStatus(HttpStatus.SEE_OTHER);

    assertThat(cases.get(id).leadUnit()).contains("market");
    for (var path : List.of("/petitions/" + id, "/objections?unit=market", "/objections?category="
        + cases.get(id).category().orElseThrow())) {
      assertThat(Clerks.whole(clerks.get(OFFICER, path))).contains("区市场监督管理局", ESCAPED).doesNotContain(EVIL);
    }
    var next = clerks.registered(Registrations.ordinary());
    assertThat(Clerks.text(clerks.get(OFFICER, "/petitions/" + next + "/precedents?category="
        + cases.get(id).category().orElseThrow() + "&leadUnit=market"))).contains("由区市场监督管理局办理", ESCAPED);
    assertThat(Clerks.whole(clerks.get("office.leader", "/ratings"))).contains("data-objections-of=\"housing\"");
    assertThat(Clerks.whole(clerks.get("market.handler", clerks.address(id, "acceptance",
        PetitionAssignment.USER_ACCEPT)))).contains("本案已有裁决");
  }

  private void objects(CaseId id) {
    clerks.does(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT,
        form -> form.type("accepted", "false").type("reason", "属城管职责").type("basis", "三定规定"));
  }

  @Test
  void anEmptyNoteIsRefusedAndAnInvestigationWithoutNotesDoesNotEnd() {
    var id = clerks.accepted(Registrations.ordinary());
    var form = clerks.form(HANDLER, id, "handling", PetitionHandling.USER_HANDLE);

    refused(id, HANDLER, form.type("last", "false"), "请写下内容再保存。");
    refused(id, HANDLER, form.type("last", "true"), "还没有一条调查记录，不能结束调查。");
  }

  @Test
  void aFileThatLiesKeepsTheTextAndSaysThatFilesMustBeChosenAgain() {
    var id = clerks.accepted(Registrations.ordinary());
    var form = clerks.form(HANDLER, id, "handling", PetitionHandling.USER_HANDLE).type("text", "写了很久的记录").type("last",
        "false");

    var answer = clerks.post(HANDLER, form, new MockMultipartFile("files", "照片.png", "image/png", new byte[0]));

    assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("照片.png", "写了很久的记录",
        "文件没有保存，请重新选择。");
    assertThat(history.notes(id)).isEmpty();
    assertThat(documents.of(id)).isEmpty();
  }

  @Test
  void aContributionNeedsWords() {
    var id = clerks.registered(Registrations.ordinary());
    clerks.does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN, form -> form.type("verdict", "ACCEPT")
        .type("route", "6").type("leadUnit", "housing").type("coUnits", "environment"));
    clerks.does(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT, form -> form);

    refused(id, "environment.handler",
        clerks.form("environment.handler", id, "contribution", PetitionHandling.USER_CONTRIBUTE), "请写下内容再保存。");
  }

  @Test
  void aReplyAnswersEveryPointInEveryPart() {
    var id = clerks.investigated(Registrations.ordinary());
    var form = clerks.answered(clerks.form(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY));

    refused(id, HANDLER, form.type("answers[1].facts", " "), "第 2 项诉求还没有写调查核实的事实。", "餐馆未安装油烟净化设备");
    refused(id, HANDLER, form.type("answers[0].basis", ""), "第 1 项诉求还没有写处理的依据。");
    refused(id, HANDLER, form.type("answers[0].outcome", ""), "第 1 项诉求还没有选择处理结果。");
    refused(id, HANDLER, form.type("remedy", ""), "请写明救济途径");
    refused(id, HANDLER, form.type("answers[0].number", "9"), "第 1 项诉求还没有选择处理结果。");
    assertThat(history.replies(id)).isEmpty();
  }

  @Test
  void aPreviewShowsTheLetterAndWritesNothing() {
    var id = clerks.investigated(Registrations.ordinary());
    var form = clerks.answered(clerks.form(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY));

    assertThat(clerks.preview(HANDLER, form)).hasStatusOk().bodyText()
        .contains("<h1>信访事项处理意见书</h1>", "餐馆未安装油烟净化设备", "letter-sheet")
        .doesNotContain("<html");
    assertThat(clerks.preview(HANDLER, form.type("remedy", ""))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("填写完整后才能预览", "请写明救济途径");
    assertThat(history.replies(id)).isEmpty();
  }

  @Test
  void aDraftIsReturnedWithAReasonOnly() {
    var id = clerks.drafted(Registrations.ordinary());
    var form = clerks.form(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY);

    refused(id, LEADER, form.type("approved", "false"), "退回修改时请写明要改什么。");
    refused(id, LEADER, form.type("reason", "只写了理由"), "请选择批准还是退回。", "只写了理由");
    assertThat(history.approvals(id)).isEmpty();
  }

  @Test
  void aReplyThatDidNotArriveGoesAnotherWay() {
    var id = clerks.approved(Registrations.ordinary());
    clerks.undeliverable(id, "信箱已满");
    var form = clerks.form(HANDLER, id, "delivery", PetitionReply.USER_CHANGE_DELIVERY);

    refused(id, HANDLER, form.type("reason", "退信"), "请选择送达方式。", "退信");
    refused(id, HANDLER, form.type("method", "POST"), "请写明原来的方式为什么送不到。");
    clerks.does(HANDLER, id, "delivery", PetitionReply.USER_CHANGE_DELIVERY,
        any -> form.type("method", "POST").type("reason", "退信"));
    assertThat(clerks.lastReplyMethod(id)).isEqualTo(DeliveryMethod.POST);
  }

  @Test
  void aSupplementAtTheCounterLeadsBackToScreening() {
    var id = clerks.registered(Registrations.ordinary());
    clerks.does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN,
        form -> form.type("verdict", "SUPPLEMENT").type("reason", "请提供餐馆名称"));
    var page = clerks.get(OFFICER, clerks.address(id, "supplement", PetitionHandling.USER_RECORD_SUPPLEMENT));
    var form = PageForm.of(Clerks.whole(page), "/supplement");

    assertThat(Clerks.text(page)).contains("请提供餐馆名称");
    refused(id, OFFICER, form, "请写下补充说明或附上材料。");
    clerks.does(OFFICER, id, "supplement", PetitionHandling.USER_RECORD_SUPPLEMENT, any -> form.type("text", "好再来餐馆"));
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(Clerks.whole(clerks.get(OFFICER, clerks.address(id, "screening", PetitionHandling.USER_SCREEN))))
        .contains("好再来餐馆");
  }

  @Test
  void aRatingIsWholeAndComesOnce() {
    var id = clerks.delivered(Registrations.ordinary());
    var form = PageForm.of(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/rating")), "/rating");
    var whole = form.type("solved", "PARTLY").type("unit", "SATISFIED").type("office", "NOT_SATISFIED");

    refused(id, OFFICER, form.type("solved", "YES").type("comment", "记下的话"), "请逐项选择。", "记下的话");
    assertThat(clerks.post(OFFICER, whole)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(clerks.post(OFFICER, whole)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("每次答复只评价一次");
  }

  @Test
  void aWithdrawalNeedsTheReasonAndEndsTheCase() {
    var id = clerks.screened(Registrations.ordinary());
    var form = PageForm.of(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/withdrawal")), "/withdrawal");

    refused(id, OFFICER, form, "请写明信访人撤回的理由。");
    assertThat(clerks.post(OFFICER, form.type("reason", "已自行和解"))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(cases.get(id).closingState()).contains(ClosingState.WITHDRAWN);
    assertThat(clerks.get(HANDLER, "/petitions/" + id + "/withdrawal")).hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void materialJoinsAnOpenCase() {
    var id = clerks.registered(Registrations.ordinary());
    var form = PageForm.of(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id)), "/documents");

    refused(id, OFFICER, form, "请选择要加入的文件。");
    assertThat(clerks.post(OFFICER, form, new MockMultipartFile("files", "补充.txt", "text/plain", "材料".getBytes(
        StandardCharsets.UTF_8)))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(documents.of(id)).hasSize(1);
  }

  @Test
  void theSecondOfTwoClicksIsToldWhoWasFirst() {
    var id = clerks.registered(Registrations.ordinary());
    var page = clerks.address(id, "screening", PetitionHandling.USER_SCREEN);
    var form = clerks.form(OFFICER, id, "screening", PetitionHandling.USER_SCREEN).type("verdict", "REFUSE")
        .type("reason", "诉讼事项");

    assertThat(clerks.post(OFFICER, form)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(clerks.post(OFFICER, form)).hasStatus(HttpStatus.CONFLICT).bodyText()
        .contains("这项工作已由 " + accounts.name(OFFICER));
    assertThat(clerks.post("officer2", form)).hasStatus(HttpStatus.CONFLICT);
    assertThat(clerks.get("officer2", page)).hasStatus(HttpStatus.CONFLICT);
    assertThat(history.screenings(id)).hasSize(1);
  }

  @Test
  void anItemThatAnotherOfficerHoldsIsNotOpened() {
    var id = clerks.registered(Registrations.ordinary());
    var item = clerks.item(id, PetitionHandling.USER_SCREEN);
    var form = clerks.form("officer2", id, "screening", PetitionHandling.USER_SCREEN).type("verdict", "REFUSE")
        .type("reason", "理由");
    processes.claim(item, accounts.actor(OFFICER));

    assertThat(clerks.get("officer2", clerks.address(id, "screening", PetitionHandling.USER_SCREEN)))
        .hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("正由他人办理");
    assertThat(clerks.post("officer2", form)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(history.screenings(id)).isEmpty();
  }

  @Test
  void anItemOfAnotherCaseOrKindIsNotFound() {
    var id = clerks.registered(Registrations.ordinary());
    var other = clerks.registered(Registrations.ordinary());
    var item = clerks.item(other, PetitionHandling.USER_SCREEN);

    assertThat(clerks.get(OFFICER, "/petitions/" + id + "/screening?item=" + item)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get(OFFICER, "/petitions/" + other + "/supplement?item=" + item)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get(OFFICER, "/petitions/" + id + "/screening")).hasStatus(HttpStatus.CONFLICT);
    assertThat(clerks.get(OFFICER, "/petitions/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get(OFFICER, "/petitions/no-id")).hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aForeignUnitDoesNotLearnThatThereIsSuchACase() {
    var id = clerks.screened(Registrations.ordinary());
    var form = clerks.form(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT);
    var model = clerks.diagramAddress(HANDLER, id);

    assertThat(clerks.get("land.handler", "/petitions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("land.handler", model)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("land.handler", clerks.address(id, "acceptance", PetitionAssignment.USER_ACCEPT)))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.post("land.handler", form)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get(HANDLER, model)).hasStatusOk().bodyText().contains("user_screen");
  }

  @Test
  void aReportIsHiddenFromTheUnnamedAndEachLookIsOnRecord() {
    var id = clerks.registered(Registrations.ordinary().demandClass(DemandClass.REPORT));

    assertThat(clerks.get("officer2", "/petitions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("officer2", clerks.address(id, "screening", PetitionHandling.USER_SCREEN)))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("officer2", clerks.diagramAddress(OFFICER, id))).hasStatus(HttpStatus.NOT_FOUND);
    Clerks.whole(clerks.get(OFFICER, "/petitions/" + id));
    assertThat(audit.of(id)).anyMatch(entry -> entry.act().equals("report.viewed") && entry.actorId().equals(OFFICER));
  }

  @Test
  void whatPeopleWriteIsShownAndNeverExecuted() {
    var id = clerks.registered(Registrations.ordinary().title(EVIL).text(EVIL).points(EVIL));
    clerks.does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN, form -> {
      assertThat(form.value("points[0]")).isEqualTo(EVIL);
      return form.type("verdict", "ACCEPT").type("route", "6").type("leadUnit", "housing").type("reason", EVIL);
    });
    shown(id, HANDLER, clerks.address(id, "acceptance", PetitionAssignment.USER_ACCEPT));
    clerks.does(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT, form -> form);
    clerks.does(HANDLER, id, "handling", PetitionHandling.USER_HANDLE,
        form -> form.type("text", EVIL).type("last", "true"));
    clerks.does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY, form -> form.type("answers[0].facts", EVIL)
        .type("answers[0].basis", EVIL).type("answers[0].outcome", "EXPLAINED").type("remedy", EVIL));
    shown(id, LEADER, clerks.address(id, "approval", PetitionReply.USER_APPROVE_REPLY));
    clerks.does(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY,
        form -> form.type("approved", "false").type("reason", EVIL));
    shown(id, HANDLER, clerks.address(id, "reply", PetitionReply.USER_DRAFT_REPLY));
    shown(id, OFFICER, "/petitions/" + id);
  }

  @Test
  void everyPageSpeaksEnglishToo() {
    var id = clerks.drafted(Registrations.ordinary());
    var open = clerks.registered(Registrations.ordinary());

    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "?lang=en"))).contains("What is asked",
        "Approve the reply");
    assertThat(Clerks.whole(clerks.get(LEADER, clerks.address(id, "approval", PetitionReply.USER_APPROVE_REPLY)
        + "&lang=en"))).contains("Approve and send");
    assertThat(Clerks.whole(clerks.get(OFFICER, clerks.address(open, "screening", PetitionHandling.USER_SCREEN)
        + "&lang=en"))).contains("Submit the screening", "Proposed by table of routes, row");
  }

  private void refused(CaseId id, String account, PageForm form, String... shown) {
    var status = cases.get(id).status();
    var acts = acts(id);
    var answer = clerks.post(account, form);

    assertThat(answer).as("%s", form.parameters()).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(Clerks.text(answer)).contains(shown).contains("</html>", "data-problems").doesNotContain("??");
    assertThat(cases.get(id).status()).isEqualTo(status);
    assertThat(acts(id)).isEqualTo(acts);
  }

  /** Looking at personal data is on record, and is no change. */
  private long acts(CaseId id) {
    return audit.of(id).stream().filter(entry -> !entry.act().endsWith(".viewed")).count();
  }

  private void shown(CaseId id, String account, String path) {
    assertThat(Clerks.whole(clerks.get(account, path))).contains(ESCAPED, "${7*7}#{web.name}")
        .doesNotContain("<script>alert").doesNotContain("<img src=x");
  }
}
