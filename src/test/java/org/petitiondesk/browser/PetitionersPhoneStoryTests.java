package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.Base64;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody with a telephone: hands in with a photo, keeps the receipt, follows, adds, answers, reads and rates. */
@BrowserStory
class PetitionersPhoneStoryTests {

  private static final byte[] PHOTO = Base64.getDecoder().decode(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseCodes codes;

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
  void oneQuestionAfterAnotherUntilTheReplyIsRated() {
    try (var phone = chromium.phone()) {
      page = phone.newPage();
      page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
      handsInWithAPhoto();
      var code = text("[data-code]");
      var trackingCode = text("[data-tracking-code]");
      var secret = text("[data-secret]");
      checksTheProof();
      follows(trackingCode, secret);
      var id = codes.find(code).orElseThrow();
      answersAQuestion(id);
      addsSomething(id);
      readsAndRates(id);
      leaves();
    }
  }

  @Test
  void whatWasTypedSurvivesAReloadAndIsDeletedOnAWish() {
    try (var phone = chromium.phone()) {
      page = phone.newPage();
      page.navigate(address("/lodge"));
      page.locator("[name=demandClass][value=CLAIM]").check();
      next();
      next();
      assertThat(page.locator("[name=territory]")).isFocused();
      assertThat(page.locator("#territory-missing")).isVisible();
      page.locator("[name=territory]").selectOption("wanghu-hepan");
      next();
      page.locator("[name=title]").fill("路灯不亮");
      page.goBack();
      assertThat(page.locator("[name=territory]")).isVisible();
      page.reload();
      next();
      next();
      assertThat(page.locator("[name=title]")).hasValue("路灯不亮");
      page.locator("[name=text]").fill("一个月了。");
      for (var step = 0; step < 3; step++) {
        next();
      }
      page.locator("[name=anonymous]").check();
      next();
      page.locator("[data-forget]").click();
      page.waitForURL(url -> url.endsWith("/lodge"));
      assertThat(page.locator("[name=demandClass][value=CLAIM]")).not().isChecked();
    }
  }

  @Test
  void theWayBackFromARefusedAnswerLeadsThroughTheQuestionsBeforeIt() {
    try (var phone = chromium.phone()) {
      page = phone.newPage();
      page.navigate(address("/lodge"));
      page.locator("[name=demandClass][value=CLAIM]").check();
      next();
      page.locator("[name=territory]").selectOption("wanghu-hepan");
      next();
      page.locator("[name=title]").fill("路灯不亮");
      page.locator("[name=text]").fill("一个月了。");
      for (var step = 0; step < 3; step++) {
        next();
      }
      page.locator("[name=name]").evaluate("field => field.value = '周'.repeat(400)");
      next();
      page.locator("[data-send] button.btn-primary").click();
      assertThat(page.locator("[name=name]")).hasClass(Pattern.compile("is-invalid"));
      assertThat(page.locator(".steps-progress")).containsText("第 6 步");

      page.locator("[data-step]:not([hidden]) .step-buttons .btn:not(.btn-primary)").click();
      assertThat(page.locator(".steps-progress")).containsText("第 5 步");
      assertThat(page.locator("[data-problems]")).isVisible();
      page.goBack();
      assertThat(page.locator(".steps-progress")).containsText("第 4 步");
      page.locator("[data-problems] a").first().click();
      assertThat(page.locator("[name=name]")).isFocused();
      page.locator("[data-step]:not([hidden]) .step-buttons .btn:not(.btn-primary)").click();
      assertThat(page.locator(".steps-progress")).containsText("第 4 步");
    }
  }

  private void handsInWithAPhoto() {
    page.navigate(address("/lodge"));
    assertThat(page.locator(".steps-progress")).containsText("第 1 步，共 7 步");
    page.locator("[name=demandClass][value=CLAIM]").check();
    look("lodge-step");
    next();
    page.locator("[name=territory]").selectOption("wanghu-hepan");
    next();
    page.locator("[name=title]").fill("河畔路的路灯一个月不亮");
    page.locator("[name=text]").fill("晚上看不见路，老人摔了一跤。");
    next();
    next();
    page.locator("#photos").setInputFiles(new FilePayload("路灯.png", "image/png", PHOTO));
    next();
    page.locator("[name=name]").fill("周立夏");
    page.locator("[name=phone]").fill("13900139000");
    next();
    assertThat(page.locator("[data-summary]")).containsText("河畔路的路灯一个月不亮");
    assertThat(page.locator("[data-summary]")).containsText("路灯.png");
    look("lodge-check");
    page.locator("[data-send] button.btn-primary").click();
    page.waitForURL(url -> url.endsWith("/receipt"));
    look("receipt-phone-proof");
  }

  private void checksTheProof() {
    page.locator("a[href*='/receipt/check']").first().click();
    assertThat(page.locator("[data-verdict=valid]")).isVisible();
    look("receipt-check");
    page.locator("#proof").fill(page.locator("#proof").inputValue().replaceFirst("XF2", "XF3"));
    page.locator("main form button.btn-primary").click();
    assertThat(page.locator("[data-verdict=invalid]")).isVisible();
  }

  private void follows(String trackingCode, String secret) {
    page.navigate(address("/follow?code=" + trackingCode));
    page.locator("[name=secret]").fill(secret);
    page.locator("main form button.btn-primary").click();
    page.waitForURL(url -> url.endsWith("/follow/case"));
    assertThat(page.locator("[data-standing=REGISTERED]")).isVisible();
    page.locator("[data-why] summary").first().click();
    assertThat(page.locator("[data-why]").first()).containsText("15");
    look("follow-registered");
  }

  private void answersAQuestion(CaseId id) {
    petitions.screen(id, Screenings.supplement("是哪几盏路灯？"));
    page.reload();
    assertThat(page.locator("[data-question]")).hasText("是哪几盏路灯？");
    page.locator("[name=text]").fill("从桥头数第三盏到第七盏。");
    page.locator("form[action$='/follow/supplement'] button").click();
    assertThat(page.locator("[data-supplement]").last()).hasText("从桥头数第三盏到第七盏。");
    assertThat(page.locator("[data-question]")).hasCount(0);
  }

  private void addsSomething(CaseId id) {
    petitions.screen(id, Screenings.accept(Petitions.LEAD));
    page.reload();
    Locator more = page.locator("[data-material]");
    more.locator("summary").click();
    more.locator("[name=text]").fill("昨天又有两盏不亮了。");
    more.locator("[name=material]").setInputFiles(new FilePayload("新的.png", "image/png", PHOTO));
    more.locator("button").click();
    assertThat(page.locator("[data-supplement]").last()).hasText("昨天又有两盏不亮了。");
  }

  private void readsAndRates(CaseId id) {
    petitions.accept(id);
    petitions.sendLetters(id);
    petitions.reply(id, Outcome.SUPPORTED);
    page.reload();
    assertThat(page.locator("[data-remedy]")).containsText("复查");
    look("follow-delivered");
    page.locator("[data-letter]").last().click();
    assertThat(page.locator("article")).containsText("信访事项处理意见书");
    page.goBack();
    Locator rating = page.locator("form[action$='/follow/rating']");
    rating.locator("[name=solved][value=YES]").check();
    rating.locator("[name=unit][value=SATISFIED]").check();
    rating.locator("[name=office][value=SATISFIED]").check();
    rating.locator("button.btn-primary").click();
    assertThat(page.locator("[data-rated]")).isVisible();
    assertThat(rating).hasCount(0);
  }

  private void leaves() {
    page.locator("form[action$='/follow/leave'] button").click();
    page.waitForURL(url -> url.endsWith("/follow"));
    page.goBack();
    assertThat(page.locator("[data-rated]")).hasCount(0);
  }

  private void next() {
    page.locator("[data-step]:not([hidden]) .step-buttons .btn-primary").click();
  }

  private String text(String selector) {
    return page.locator(selector).first().textContent().strip();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private void look(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")).setFullPage(true));
  }
}
