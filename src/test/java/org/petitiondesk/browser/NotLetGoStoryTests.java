package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.accountability.AccountabilityReturnVisit;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewedCases;
import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An answer that came too late and solved nothing: not let go until cause, rectification, responsibility and lesson have
 * each been shown, each of them sent back once; and when the matter comes back, neither is what was called mended.
 */
@BrowserStory
class NotLetGoStoryTests {

  private static final String UNIT_LEADER = Petitions.LEAD + ".leader";
  private static final String UNIT_HANDLER = Petitions.LEAD + ".handler";

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Reviews reviews;
  @Autowired
  private ReviewedCases reviewed;
  @Autowired
  private Jobs jobs;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private final Map<String, Page> desks = new HashMap<>();

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

  @AfterEach
  void everybodyGoesHome() {
    clock.reset();
    desks.values().forEach(page -> page.context().close());
  }

  @Test
  void aLateAnswerThatSolvesNothingIsReviewedUntilAllFourPassAndIsNotForgottenAfterwards() {
    var receipt = answeredTooLate();
    var id = receipt.id();
    thePetitionerIsNotSatisfied(receipt);
    theOfficeCallsBackAndProposesAReview(id);
    var review = reviews.of(id, reviewed.actor("office.leader")).get(0);
    theLeaderNamesThePanel(review);

    Arrays.stream(Track.values()).forEach(track -> {
      reviewed.prepare(review, track);
      claims(review, track, "已经处理，见附件。");
    });
    Arrays.stream(Track.values()).forEach(track -> judges(review, track, "SEND_BACK", "没有说到根子上，请补充。"));
    look(at(ReviewedCases.REVIEWER, "/reviews/" + review.id()), "review-sent-back");
    Arrays.stream(Track.values()).forEach(track -> {
      claims(review, track, "按审查意见重新查明、补齐，并附现场照片。");
      judges(review, track, "PASS", "");
    });
    theChairSigns(review);
    theReportCanBePrinted(review);

    whatWasMendedHasNotLasted(id);
    theRectificationIsOpenAgain(review);
  }

  /** Accepted eighty days ago, answered today. */
  private Receipt answeredTooLate() {
    clock.forward(Duration.ofDays(-80));
    var receipt = petitions.register(Registrations.ordinary().title("早市油烟扰民反复投诉"));
    petitions.screen(receipt.id(), Screenings.accept(Petitions.LEAD));
    petitions.accept(receipt.id());
    clock.reset();
    petitions.investigate(receipt.id());
    petitions.draft(receipt.id(), Outcome.SUPPORTED);
    petitions.approve(receipt.id());
    return receipt;
  }

  private void thePetitionerIsNotSatisfied(Receipt receipt) {
    try (var phone = chromium.phone()) {
      var page = phone.newPage();
      page.navigate(address("/follow"));
      page.locator("[name=code]").fill(receipt.trackingCode());
      page.locator("[name=secret]").fill(receipt.secret());
      page.locator("main form button.btn-primary").first().click();
      var rating = page.locator("form[action$='/follow/rating']");
      // The letter goes out by the job executor, a moment after the leader's approval.
      for (var tries = 0; tries < 60 && rating.count() == 0; tries++) {
        page.waitForTimeout(500);
        page.reload();
      }
      rating.locator("[name=solved][value=NO]").check();
      rating.locator("[name=unit][value=NOT_SATISFIED]").check();
      rating.locator("[name=office][value=SATISFIED]").check();
      rating.locator("textarea").fill("等了八十天，还是每天冒烟。");
      rating.locator("button.btn-primary").click();
      assertThat(page.locator("[data-dissatisfied]")).isVisible();
      look(page, "not-satisfied-phone");
    }
  }

  private void theOfficeCallsBackAndProposesAReview(CaseId id) {
    var page = at("officer", "/petitions/" + id);
    page.locator("a[href*='/dissatisfaction?item=']").first().click();
    page.locator("[name=solved][value=NO]").check();
    page.locator("[name=procedure][value=NOT_SATISFIED]").check();
    page.locator("[name=attitude][value=SATISFIED]").check();
    page.locator("[name=decision][value=REVIEW]").check();
    page.locator("textarea[name=reason]").fill("逾期答复，现场没有改变，提请审查。");
    look(page, "call-back");
    send(page);
    Assertions.assertThat(cases.get(id).filed()).isFalse();
  }

  private void theLeaderNamesThePanel(Review review) {
    var page = at("office.leader", "/reviews/" + review.id());
    page.locator("[data-work] a.btn-primary").first().click();
    page.locator("[name=chair]").selectOption(ReviewedCases.CHAIR);
    for (var number = 0; number < Track.values().length; number++) {
      page.locator("[name=reviewer" + number + "]").selectOption(ReviewedCases.REVIEWER);
    }
    look(page, "panel");
    send(page);
  }

  private void claims(Review review, Track track, String words) {
    var page = at(track.isRestricted() ? UNIT_LEADER : UNIT_HANDLER, "/reviews/" + review.id());
    page.locator("[data-track=" + track + "] a.btn-primary").click();
    switch (track) {
      case CAUSE -> {
        page.locator("[name=petitionerSays]").fill("反映三次，没有人到现场。");
        page.locator("[name=unitSays]").fill(words);
        page.locator("[name='rows[0].words']").fill("夜间没有值班安排，接报后无人到场");
        page.locator("[name='rows[0].root']").check();
        page.locator("[name='rows[0].files']").setInputFiles(file("排班表.txt"));
      }
      case RESPONSIBILITY -> page.locator("[name=nobody]").fill("经查，承办人按规定办理，延误由设备故障造成，不追究个人责任。" + words);
      default -> {
        page.locator("textarea[name=words]").fill(words);
        page.locator("[name=files]").setInputFiles(file("现场照片.txt"));
      }
    }
    look(page, "claim-" + track.name().toLowerCase(Locale.ROOT));
    send(page);
  }

  private void judges(Review review, Track track, String verdict, String words) {
    var page = at(ReviewedCases.REVIEWER, "/reviews/" + review.id());
    page.locator("[data-track=" + track + "] a.btn-primary").click();
    page.locator("[name=verdict][value=" + verdict + "]").check();
    page.locator("textarea[name=words]").fill(words);
    page.locator("[name=declared]").check();
    send(page);
    assertThat(page.locator("[data-track=" + track + "]")).containsText(verdict.equals("PASS") ? "已通过" : words);
  }

  private void theChairSigns(Review review) {
    var page = at(ReviewedCases.CHAIR, "/reviews/" + review.id());
    page.locator("[data-work] a.btn-primary").first().click();
    page.locator("[name=decision][value=SIGN]").check();
    page.locator("textarea[name=words]").fill("四项均已查明、到位，同意结束审查。");
    page.locator("[name=declared]").check();
    look(page, "signature");
    send(page);
    Assertions.assertThat(reviews.isOpen(review.caseId())).isFalse();
  }

  private void theReportCanBePrinted(Review review) {
    var page = at(ReviewedCases.CHAIR, "/reviews/" + review.id() + "/report");
    assertThat(page.locator("article.case-file")).containsText("四项均已查明、到位，同意结束审查。");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    look(page, "review-report");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  /** The day of the first return visit is brought forward; the time of all stories stays where it is. */
  private void whatWasMendedHasNotLasted(CaseId id) {
    jdbc.sql("update return_visit set due_on = ? where case_id = ?").params(reviewed.today(), id.value()).update();
    jobs.execute(jobs.at(id, AccountabilityReturnVisit.TIMER_DUE));
    var page = at("officer", "/petitions/" + id);
    page.locator("a[href*='/return-visits/']").first().click();
    page.locator("[name=held][value=false]").check();
    page.locator("[name=way][value=PHONE]").check();
    page.locator("[name=spokenWith]").fill("信访人");
    page.locator("textarea[name=words]").fill("净化设备又停了，早市照样冒烟。");
    look(page, "return-visit");
    send(page);
  }

  private void theRectificationIsOpenAgain(Review review) {
    Assertions.assertThat(reviews.isOpen(review.caseId())).isTrue();
    var page = at(UNIT_HANDLER, "/reviews/" + review.id());
    assertThat(page.locator("[data-track=RECTIFICATION] a.btn-primary")).isVisible();
    assertThat(page.locator("[data-track=CAUSE] a.btn-primary")).hasCount(0);
    look(page, "review-open-again");
  }

  /** The page of somebody who is logged in and stays so. */
  private Page at(String account, String path) {
    var page = desks.computeIfAbsent(account, known -> loggedIn(chromium.desktop(), known));
    page.navigate(address(path));
    return page;
  }

  private Page loggedIn(BrowserContext context, String account) {
    var page = context.newPage();
    page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
    page.navigate(address("/login"));
    page.locator("[name=username]").fill(account);
    page.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
    page.locator("form[action$='/login'] button.btn-primary").click();
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** Sends the form of the page and stands on the page of the review or the case afterwards. */
  private static void send(Page page) {
    var form = page.url();
    page.locator("main form[data-item] .card-footer button.btn-primary").click();
    page.waitForURL(url -> !url.equals(form));
    assertThat(page.locator("main form[data-item]")).hasCount(0);
  }

  private static FilePayload file(String name) {
    return new FilePayload(name, "text/plain", "现场照片与记录".getBytes(StandardCharsets.UTF_8));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static void look(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(true));
  }
}
