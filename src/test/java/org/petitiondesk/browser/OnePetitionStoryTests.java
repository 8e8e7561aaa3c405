package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.demo.DemoOrganisation;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One petition from a petitioner's phone through every desk and back to that phone, in a real browser. */
@BrowserStory
class OnePetitionStoryTests {

  private static final String TITLE = "楼下烧烤店油烟直排";

  private static Chromium chromium;

  @LocalServerPort
  private int port;

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
  void aPetitionGoesFromThePublicFormToAnAnswerThatIsRated() {
    try (var phone = chromium.phone()) {
      var petitioner = new Petitioner(phone.newPage());
      petitioner.lodges();
      theOfficeAssignsIt();
      theUnitHandlesItAndDrafts();
      theLeaderApprovesOnThePhone();
      petitioner.readsTheAnswerAndRates();
    }
    theOfficeSeesItClosed();
    theChainHolds();
  }

  private void theOfficeAssignsIt() {
    try (var desktop = chromium.desktop()) {
      var page = loggedIn(desktop, "officer");
      openItem(page);
      page.locator("[name=verdict][value=ACCEPT]").check();
      page.locator("[name=leadUnit]").selectOption("environment");
      look(page, "screening");
      submit(page, "/screening");
    }
  }

  private void theUnitHandlesItAndDrafts() {
    try (var desktop = chromium.desktop()) {
      var page = loggedIn(desktop, "environment.handler");
      openItem(page);
      page.locator("[name=accepted][value=true]").check();
      page.locator("[name=leader]").first().check();
      submit(page, "/acceptance");

      openItem(page);
      page.locator("textarea[name=text]").fill("晚八点到现场检查：净化设备未开启，排口正对三楼窗户。店主当场承认。");
      page.locator("button[name=last][value=true]").click();
      confirm(page);
      page.waitForURL(url -> !url.contains("/handling"));

      openItem(page);
      page.locator("[name='answers[0].facts']").fill("经现场检查，该店净化设备未开启，油烟直排居民楼一侧。");
      page.locator("[name='answers[0].basis']").fill("《大气污染防治法》第八十一条。");
      page.locator("[name='answers[0].outcome'][value=SUPPORTED]").check();
      look(page, "reply");
      submit(page, "/reply");
    }
  }

  private void theLeaderApprovesOnThePhone() {
    try (var phone = chromium.phone()) {
      var page = loggedIn(phone, "environment.leader");
      openItem(page);
      look(page, "approval-phone");
      page.locator("button[name=approved][value=true]").click();
      confirm(page);
      page.waitForURL(url -> !url.contains("/approval"));
    }
  }

  private void theOfficeSeesItClosed() {
    try (var desktop = chromium.desktop()) {
      var page = loggedIn(desktop, "officer");
      page.navigate(address("/register?text=" + TITLE));
      page.getByText(TITLE).first().click();
      assertThat(page.locator("main")).containsText("已解决");
      assertThat(page.locator("main")).containsText("信访事项处理意见书");
      look(page, "case");
    }
  }

  private void theChainHolds() {
    try (var desktop = chromium.desktop()) {
      var page = loggedIn(desktop, "auditor");
      page.navigate(address("/audit"));
      page.locator("form[action$='/audit/verification'] button").click();
      assertThat(page.locator("[data-verdict=holds]")).isVisible();
    }
  }

  /** The one with the phone, who keeps what the receipt says. */
  private final class Petitioner {

    private final Page page;
    private String trackingCode;
    private String secret;

    Petitioner(Page page) {
      this.page = page;
    }

    void lodges() {
      page.navigate(address("/lodge"));
      page.locator("[name=demandClass][value=CLAIM]").check();
      next();
      page.locator("[name=territory]").selectOption("wanghu-hepan");
      next();
      page.locator("[name=title]").fill(TITLE);
      page.locator("[name=text]").fill("每天晚上六点到凌晨，油烟对着窗户排，孩子咳嗽一个多星期。<b>请处理</b>");
      look(page, "lodge-phone");
      next();
      next();
      next();
      page.locator("[name=name]").fill("林小满");
      page.locator("[name=email]").fill("xiaoman@linjiang.example");
      page.locator("[name=electronicConsent]").check();
      next();
      page.locator("form[action$='/lodge'] [data-send] button.btn-primary").click();
      trackingCode = page.locator("[data-tracking-code]").first().textContent().strip();
      secret = page.locator("[data-secret]").first().textContent().strip();
      look(page, "receipt-phone");
    }

    private void next() {
      page.locator("[data-step]:not([hidden]) .step-buttons .btn-primary").click();
    }

    void readsTheAnswerAndRates() {
      page.navigate(address("/follow"));
      page.locator("[name=code]").fill(trackingCode);
      page.locator("[name=secret]").fill(secret);
      page.locator("main form button.btn-primary").first().click();
      Locator rating = page.locator("form[action$='/follow/rating']");
      awaitDelivery(rating);
      look(page, "follow-phone");
      rating.locator("[name=solved][value=YES]").check();
      rating.locator("[name=unit][value=SATISFIED]").check();
      rating.locator("[name=office][value=SATISFIED]").check();
      rating.locator("button.btn-primary").click();
      assertThat(rating).hasCount(0);
    }

    /** The letter goes out by the job executor, a moment after the leader's tap. */
    private void awaitDelivery(Locator rating) {
      for (var tries = 0; tries < 60 && rating.count() == 0; tries++) {
        page.waitForTimeout(500);
        page.reload();
      }
      assertThat(rating).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
    }
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

  private void openItem(Page page) {
    page.navigate(address("/inbox"));
    page.locator("a[href^='/inbox/items/']").filter(new Locator.FilterOptions().setHasText(TITLE)).first().click();
    page.waitForURL(url -> url.contains("/petitions/"));
  }

  private void submit(Page page, String form) {
    page.locator("main form[action$='" + form + "'] button.btn-primary").first().click();
    page.waitForURL(url -> !url.contains(form));
  }

  private void confirm(Page page) {
    page.locator("dialog.question .btn-primary").click();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** Keeps a picture beside the test reports: look at what you make. */
  private static void look(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(true));
  }
}
