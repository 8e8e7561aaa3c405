package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.escalation.LeaderDecisions;
import org.petitiondesk.escalation.Measure;
import org.petitiondesk.escalation.Overdue;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.Approval;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader's five minutes on a telephone: read, approve one, return one with a reason, approve the rest together. */
@BrowserStory
class LeadersPhoneStoryTests {

  private static final String LEADER = Petitions.LEAD + ".leader";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private Petitions petitions;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Overdue overdue;
  @Autowired
  private LeaderDecisions decisions;
  @Autowired
  private Jobs jobs;

  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void whatWaitsIsReadAndDecidedInAFewTaps() {
    var approved = drafted("夜间施工扰民");
    var returned = drafted("污水井盖破损");
    var third = drafted("公交站牌字迹不清");
    var fourth = drafted("楼道堆放杂物");
    try (var phone = chromium.phone()) {
      page = phone.newPage();
      page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
      findsTheDecisions();
      readsAndApproves(approved);
      returnsWithAReason(returned);
      approvesTogether(third, fourth);
    }
    Assertions.assertThat(approvals(approved, third, fourth)).allMatch(Approval::approved);
    Assertions.assertThat(approvals(returned)).noneMatch(Approval::approved).extracting(Approval::reason)
        .containsExactly("请写明修复日期");
  }

  @Test
  void lateMattersAreDecidedEachWithItsOwnReason() {
    jobs.stopServer();
    var reassigned = overdue.undecided();
    var urgedAlone = overdue.undecided();
    var urged = overdue.undecided();
    var left = overdue.undecided();
    try (var phone = chromium.phone()) {
      page = phone.newPage();
      page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
      findsTheDecisions();
      decidesAlone(reassigned, Measure.HAND_OVER, "原承办人外出培训");
      decidesAlone(urgedAlone, Measure.URGE, "逾期没有说明理由");
      decidesTogether(Map.of(urged, Measure.URGE, left, Measure.LEAVE));
    } finally {
      overdue.backToNow();
      jobs.startServer();
    }
    Assertions.assertThat(cases.get(reassigned).officer()).contains(COLLEAGUE);
    Assertions.assertThat(measures(reassigned, urgedAlone, urged, left)).containsExactly("HAND_OVER 原承办人外出培训",
        "URGE 逾期没有说明理由", "URGE 理由：URGE", "LEAVE 理由：LEAVE");
  }

  /** Everything that the leader must know stands above the choice; nothing is sent without a reason. */
  private void decidesAlone(CaseId id, Measure measure, String reason) {
    page.navigate("http://localhost:" + port + "/decisions");
    page.locator("a[href^='/escalation/" + id + "/decision']").first().click();
    page.waitForURL(url -> url.contains("/escalation/" + id + "/decision"));
    fits();
    look("leader-decision-phone-" + measure.name().toLowerCase(Locale.ROOT));
    page.locator("[name=measure][value=" + measure + "]").check();
    if (measure == Measure.HAND_OVER) {
      page.locator("[name=account]").selectOption(COLLEAGUE);
    }
    page.locator("form[action$='/decision'] button.btn-primary").click();
    assertThat(page.locator("[name=reason].is-invalid")).isVisible();
    page.locator("[name=reason]").fill(reason);
    page.locator("form[action$='/decision'] button.btn-primary").click();
    page.waitForURL(url -> url.endsWith("/decisions"));
  }

  private void decidesTogether(Map<CaseId, Measure> chosen) {
    page.navigate("http://localhost:" + port + "/escalation/decisions");
    fits();
    chosen.forEach((id, measure) -> {
      var card = page.locator("article[data-decision]:has(a[href*='" + id + "'])");
      card.locator("select").selectOption(measure.name());
      card.locator("textarea").fill("理由：" + measure);
    });
    look("leader-decisions-phone-together");
    page.locator("main.decisions form > button").click();
    assertThat(page.locator("[data-results] .status-green")).hasCount(chosen.size());
    fits();
  }

  private List<String> measures(CaseId... ids) {
    return Stream.of(ids).flatMap(id -> decisions.of(id).stream()).map(decision -> decision.end().orElseThrow())
        .map(end -> end.measure().orElseThrow() + " " + end.reason()).toList();
  }

  private void findsTheDecisions() {
    page.navigate("http://localhost:" + port + "/login");
    page.locator("[name=username]").fill(LEADER);
    page.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
    page.locator("form[action$='/login'] button.btn-primary").click();
    page.waitForURL(url -> url.endsWith("/inbox"));
    page.locator(".navbar-toggler").click();
    page.locator("nav a[href='/decisions']").click();
    page.waitForURL(url -> url.endsWith("/decisions"));
    fits();
    look("decisions-phone-story");
  }

  private void readsAndApproves(CaseId id) {
    var card = card(id);
    assertThat(card).containsText("夜间施工扰民");
    assertThat(card).containsText("为什么是这一天");
    card.locator("details summary").filter(new Locator.FilterOptions().setHasText("阅读拟稿")).first().click();
    assertThat(card.locator("details[open]").first()).isVisible();
    fits();
    card.locator("button[name=approved][value=true]").click();
    confirm();
    assertThat(page.locator("[data-results]")).containsText(cases.get(id).code());
    assertThat(card).hasCount(0);
  }

  private void returnsWithAReason(CaseId id) {
    var card = card(id);
    card.locator("form summary").click();
    card.locator("button[name=approved][value=false]").click();
    assertThat(card.locator("textarea")).isFocused();
    card.locator("textarea").fill("请写明修复日期");
    fits();
    card.locator("button[name=approved][value=false]").click();
    assertThat(page.locator("[data-results]")).containsText(cases.get(id).code());
    assertThat(card).hasCount(0);
  }

  private void approvesTogether(CaseId one, CaseId other) {
    page.locator("#together button").click();
    confirm();
    assertThat(page.locator("[role=alert]")).containsText("请先勾选");
    card(one).locator("[name=items]").check();
    card(other).locator("[name=items]").check();
    look("decisions-phone-together");
    page.locator("#together button").click();
    confirm();
    assertThat(page.locator("[data-results] .status-green")).hasCount(2);
    assertThat(card(one)).hasCount(0);
    assertThat(card(other)).hasCount(0);
  }

  private void confirm() {
    page.locator("dialog.question .btn-primary").click();
  }

  /** Nothing has to be pushed sideways. */
  private void fits() {
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Chromium.PHONE);
  }

  private Locator card(CaseId id) {
    return page.locator("article[data-decision]:has(a[href='/cases/" + id + "'])");
  }

  private List<Approval> approvals(CaseId... ids) {
    return Stream.of(ids).flatMap(id -> history.approvals(id).stream()).toList();
  }

  private CaseId drafted(String title) {
    var id = petitions.accepted(Registrations.ordinary().title(title));
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED);
    return id;
  }

  private void look(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(true));
  }
}
