package org.petitiondesk.accountability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewedCases;
import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of a review, from the button on the case's page to the printed report. */
@DeskTest
class ReviewPagesTests {

  private static final String UNIT = "environment.leader";

  @Autowired
  private ReviewedCases reviewed;
  @Autowired
  private Reviews reviews;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private MockMvcTester mvc;

  @Test
  void aReviewGoesThroughItsPagesFromTheFirstButtonToTheReport() {
    var id = petitions.accepted();
    assertThat(get("office.leader", "/cases/" + id + "/reviews")).hasStatusOk().bodyText().contains("启动四不放过审查");
    assertThat(get("officer", "/cases/" + id + "/reviews")).hasStatusOk().bodyText()
        .doesNotContain("/cases/" + id + "/reviews/new");
    var open = "/cases/" + id + "/reviews/new";
    readable("office.leader", open);
    assertThat(post("office.leader", open, Map.of("reason", " "))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请写明理由");
    assertThat(post("office.leader", open, Map.of("reason", "三次逾期"))).hasStatus(HttpStatus.SEE_OTHER);
    var review = reviews.of(id, reviewed.actor("officer")).get(0);
    var page = "/reviews/" + review.id();

    var item = reviewed.item(review, AccountabilityReview.USER_NAME_PANEL);
    readable("office.leader", page + "/panel?item=" + item);
    var panel = Map.of("item", item, "chair", ReviewedCases.CHAIR, "reviewer0", "environment.leader", "reviewer1",
        ReviewedCases.REVIEWER, "reviewer2", ReviewedCases.REVIEWER, "reviewer3", ReviewedCases.REVIEWER, "until",
        reviewed.today().toString());
    assertThat(post("office.leader", page + "/panel", panel)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("应当回避");
    var good = new java.util.HashMap<>(panel);
    good.put("reviewer0", ReviewedCases.REVIEWER);
    good.put("leftOut", "LESSON");
    good.put("limitation", "影响面小");
    assertThat(post("office.leader", page + "/panel", good)).hasStatus(HttpStatus.SEE_OTHER);
    var limitation = reviewed.item(review, AccountabilityReview.USER_SIGN_LIMITATION);
    readable(ReviewedCases.CHAIR, page + "/limitation?item=" + limitation);
    assertThat(post(ReviewedCases.CHAIR, page + "/limitation",
        Map.of("item", limitation, "granted", "false", "words", "教训也要汲取"))).hasStatus(HttpStatus.SEE_OTHER);

    claimCause(review, page);
    claimResponsibility(review, page);
    for (var track : List.of(Track.RECTIFICATION, Track.LESSON)) {
      reviewed.prepare(review, track);
      var claim = reviewed.item(review, AccountabilityReview.USER_CLAIM, track);
      readable("environment.handler", page + "/" + track + "/claim?item=" + claim);
      assertThat(mvc.post().uri(page + "/" + track + "/claim").multipart().file(file("files")).param("item", claim)
          .param("words", "已经做完").with(csrf()).with(user(users.loadUserByUsername("environment.handler")))
          .exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }
    assertThat(get("officer", page)).hasStatusOk().bodyText().contains("待审查", "轮到谁", "data-track=\"LESSON\"");

    for (var track : Track.values()) {
      var verdict = reviewed.item(review, AccountabilityReview.USER_JUDGE, track);
      readable(ReviewedCases.REVIEWER, page + "/" + track + "/verdict?item=" + verdict);
      assertThat(post(ReviewedCases.REVIEWER, page + "/" + track + "/verdict", Map.of("item", verdict)))
          .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      assertThat(post(ReviewedCases.REVIEWER, page + "/" + track + "/verdict", Map.of("item", verdict, "verdict",
          "PASS", "declared", "true"))).hasStatus(HttpStatus.SEE_OTHER);
    }
    var signature = reviewed.item(review, AccountabilityReview.USER_SIGN);
    readable(ReviewedCases.CHAIR, page + "/signature?item=" + signature);
    cases.close(id, ClosingState.EXPLAINED, reviewed.actor("officer"));
    assertThat(get("officer", "/petitions/" + id)).bodyText().contains("已办结，未归档", "四不放过审查尚未结束");
    assertThat(get("officer", "/register?text=" + cases.get(id).code())).bodyText().contains("已办结，未归档");
    assertThat(post(ReviewedCases.CHAIR, page + "/signature",
        Map.of("item", signature, "decision", "SIGN", "words", "同意", "declared", "true")))
        .hasStatus(HttpStatus.SEE_OTHER);

    assertThat(get("officer", "/petitions/" + id)).bodyText().doesNotContain("已办结，未归档");
    readable(ReviewedCases.CHAIR, page + "/report");
    readable(ReviewedCases.CHAIR, page + "/notice");
    readable(ReviewedCases.CHAIR, page);
    readable("officer", "/reviews?standing=signed&trigger=LEADER&unit=environment&text=" + cases.get(id).code());
    assertThat(get("officer", "/reviews?text=" + cases.get(id).code())).bodyText().contains(review.id().toString());
  }

  @Test
  void whatIsRestrictedIsForThePanelTheUnitsLeaderAndThePersonConcerned() {
    var review = reviewed.named();
    var page = "/reviews/" + review.id();
    reviewed.claim(review, Track.CAUSE);
    reviewed.sendBack(review, Track.CAUSE, "夜班没有查到");

    assertThat(get(ReviewedCases.REVIEWER, page)).bodyText().contains("夜间没有值班安排", "<svg", "夜班没有查到");
    assertThat(get(UNIT, page)).bodyText().contains("夜间没有值班安排", "夜班没有查到");
    assertThat(get("officer", page)).hasStatusOk().bodyText().doesNotContain("夜间没有值班安排", "夜班没有查到", "调查笔录")
        .contains("data-track=\"CAUSE\"");
    assertThat(get("environment.handler", page + "/report")).bodyText().doesNotContain("夜间没有值班安排", "调查笔录");
    assertThat(get("environment.handler", "/petitions/" + review.caseId())).bodyText().doesNotContain("调查笔录",
        "夜间没有值班安排");
    assertThat(get("housing.handler", page)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(audit.of(review.caseId())).filteredOn(entry -> entry.act().equals("review.papers-viewed"))
        .extracting(AuditEntry::actorId).containsExactlyInAnyOrder(ReviewedCases.REVIEWER, UNIT);

    var body = text(get(UNIT, page));
    var file = Pattern.compile("/reviews/[^/]+/documents/([0-9a-f-]+)").matcher(body);
    assertThat(file.find()).isTrue();
    assertThat(get(UNIT, file.group())).hasStatusOk();
    assertThat(get("officer", file.group())).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("officer", "/cases/" + review.caseId() + "/documents/" + file.group(1)))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get(UNIT, "/cases/" + review.caseId() + "/documents/" + file.group(1) + "/preview"))
        .hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void thePanelIsChangedByWhoNamedItAndAMemberStepsDown() {
    var review = reviewed.named();
    var page = "/reviews/" + review.id();
    readable(ReviewedCases.REVIEWER, page + "/stepping-down");
    assertThat(post(ReviewedCases.REVIEWER, page + "/stepping-down", Map.of("reason", "")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(ReviewedCases.REVIEWER, page + "/stepping-down", Map.of("reason", "与当事人是亲属")))
        .hasStatus(HttpStatus.SEE_OTHER);
    readable("office.leader", page + "/members?track=CAUSE");
    assertThat(get("officer", page + "/members")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("office.leader", page + "/members", Map.of("track", "CAUSE", "account", "", "reason", "回避")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post("office.leader", page + "/members",
        Map.of("track", "CAUSE", "account", ReviewedCases.OTHER_REVIEWER, "reason", "回避")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("officer", page)).bodyText().contains("成员退出", "调整审查组");
  }

  private void claimCause(Review review, String page) {
    var item = reviewed.item(review, AccountabilityReview.USER_CLAIM, Track.CAUSE);
    var path = page + "/CAUSE/claim";
    readable(UNIT, path + "?item=" + item);
    assertThat(mvc.post().uri(path).multipart().param("item", item).param("rows[0].words", "").param("rows[0].root",
        "true").param("petitionerSays", "没人来").param("unitSays", "来过").with(csrf())
        .with(user(users.loadUserByUsername(UNIT))).exchange()).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("原因不能为空");
    assertThat(mvc.post().uri(path).multipart().file(file("rows[1].files")).param("item", item)
        .param("petitionerSays", "没人来").param("unitSays", "来过").param("rows[0].depth", "1")
        .param("rows[0].words", "没有到现场").param("rows[1].depth", "2").param("rows[1].words", "没有值班")
        .param("rows[1].kind", "UNDERLYING").param("rows[1].root", "true").param("rows[2].depth", "3").with(csrf())
        .with(user(users.loadUserByUsername(UNIT))).exchange()).hasStatus(HttpStatus.SEE_OTHER);
  }

  private void claimResponsibility(Review review, String page) {
    var item = reviewed.item(review, AccountabilityReview.USER_CLAIM, Track.RESPONSIBILITY);
    readable(UNIT, page + "/RESPONSIBILITY/claim?item=" + item);
    assertThat(post(UNIT, page + "/hearing", Map.of("item", item))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请选择要听取陈述的人");
    assertThat(post(UNIT, page + "/hearing", Map.of("item", item, "persons", "environment.handler")))
        .hasStatus(HttpStatus.SEE_OTHER);
    var statement = reviewed.item(review, AccountabilityReview.USER_STATE);
    readable("environment.handler", page + "/statement?item=" + statement);
    assertThat(post("environment.handler", page + "/statement", Map.of("item", statement, "words", "我当晚在别处")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("environment.handler", page)).bodyText().contains("我当晚在别处");
    assertThat(get("environment.handler2", page)).bodyText().doesNotContain("我当晚在别处");

    var again = reviewed.item(review, AccountabilityReview.USER_CLAIM, Track.RESPONSIBILITY);
    var path = page + "/RESPONSIBILITY/claim";
    assertThat(mvc.post().uri(path).multipart().param("item", again).param("rows[0].account", "environment.handler")
        .param("rows[0].rule", "首问负责制").with(csrf()).with(user(users.loadUserByUsername(UNIT))).exchange())
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请写明处理措施");
    assertThat(mvc.post().uri(path).multipart().param("item", again).param("rows[0].account", "environment.handler")
        .param("rows[0].share", "DIRECT").param("rows[0].rule", "首问负责制").param("rows[0].measure", "批评教育")
        .param("rows[0].decisionNumber", "环发〔2026〕3号").param("rows[0].decidedOn", reviewed.today().toString())
        .with(csrf()).with(user(users.loadUserByUsername(UNIT))).exchange()).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("environment.handler", page)).bodyText().contains("批评教育");
    assertThat(get("environment.handler2", page)).bodyText().doesNotContain("批评教育");
  }

  private static MockMultipartFile file(String field) {
    return new MockMultipartFile(field, "证据.txt", "text/plain", "现场记录".getBytes(StandardCharsets.UTF_8));
  }

  private void readable(String account, String path) {
    for (var language : List.of("zh", "en")) {
      assertThat(get(account, path + (path.contains("?") ? "&" : "?") + "lang=" + language)).as(path).hasStatusOk()
          .bodyText().doesNotContain("??");
    }
    get(account, path + (path.contains("?") ? "&" : "?") + "lang=zh");
  }

  private MvcTestResult get(String account, String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String path, Map<String, String> fields) {
    var request = mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername(account)));
    fields.forEach((name, value) -> request.param(name, value));
    return request.exchange();
  }

  private static String text(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
