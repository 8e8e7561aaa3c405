package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer's first hour, without a mouse: the tour, a search, one item for a colleague, one screened to its end. */
@BrowserStory
class OfficersMorningTests {

  private static final String FOR_A_COLLEAGUE = "地下车库进出口长期积水";
  private static final String FOR_ME = "小区门口烧烤摊油烟熏人";
  private static final String REASON = "第一次提出，事实清楚，由生态环境分局主办。";

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Processes processes;
  @Autowired
  private CaseFiles cases;

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
  void everythingIsDoneByTheKeyboardAlone() {
    var given = registered(FOR_A_COLLEAGUE);
    var mine = registered(FOR_ME);
    try (var desk = chromium.desktop()) {
      page = desk.newPage();
      page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
      logsIn();
      takesTheTour();
      claims(FOR_A_COLLEAGUE);
      transfersIt(given);
      opens(FOR_ME);
      leavesADraftAndComesBack();
      screensIt(mine);
    }
  }

  private void logsIn() {
    page.navigate("http://localhost:" + port + "/login");
    // The first field has the focus already.
    type("officer");
    press("Tab");
    type(DemoOrganisation.PASSWORD);
    press("Enter");
    page.waitForURL(url -> url.endsWith("/inbox"));
  }

  private void takesTheTour() {
    tabTo(".help-link");
    press("Enter");
    assertThat(page.locator("[data-page-help]")).containsText("工作台");
    tabTo("form[action$='/tour'] button");
    press("Enter");
    var tour = page.locator("dialog.tour");
    assertThat(tour).containsText("第 1 步，共 5 步");
    press("Enter");
    assertThat(tour).containsText("第 2 步，共 5 步");
    assertThat(page.locator("main.tour-target")).isVisible();
    look("tour");
    press("Escape");
    assertThat(tour).hasCount(0);
    page.reload();
    assertThat(page.locator("main h1")).isVisible();
    assertThat(tour).hasCount(0);
  }

  private void claims(String title) {
    search(title);
    press("j");
    press("c");
    assertThat(page.locator("[data-done]")).containsText("签收");
  }

  private void transfersIt(CaseId given) {
    search(FOR_A_COLLEAGUE);
    press("j");
    press("t");
    var dialog = page.locator("dialog.act[open]");
    assertThat(dialog).containsText(FOR_A_COLLEAGUE);
    // The first colleague; the dialog gives the focus to the first field.
    press("Space");
    press("Tab");
    type("今天我在窗口接访。");
    look("transfer");
    press("Tab");
    press("Enter");
    assertThat(page.locator("[data-done]")).isVisible();
    Assertions.assertThat(processes.openTasks(given)).singleElement().satisfies(
        task -> Assertions.assertThat(task.assignee()).isPresent().get().isNotEqualTo("officer"));
  }

  private void leavesADraftAndComesBack() {
    chooses("[name=verdict][value=ACCEPT]");
    tabTo("[name=reason]");
    page.waitForResponse(answer -> answer.url().endsWith("/draft") && answer.request().method().equals("PUT"),
        () -> type(REASON));
    tabTo("main form .btn-primary");
    press("g");
    press("i");
    page.waitForURL(url -> url.contains("/inbox"));
    opens(FOR_ME);
    assertThat(page.locator("[name=reason]")).hasValue(REASON);
  }

  private void screensIt(CaseId mine) {
    chooses("[name=verdict][value=ACCEPT]");
    tabTo("[name=leadUnit]");
    for (var steps = 0; steps < 40 && !page.locator("[name=leadUnit]").inputValue().equals("environment"); steps++) {
      press("ArrowDown");
    }
    tabTo("main form[action$='/screening'] .btn-primary");
    press("Enter");
    page.waitForURL(url -> !url.contains("/screening"));
    Assertions.assertThat(cases.get(mine).status()).isEqualTo(CaseStatus.ASSIGNED);
    Assertions.assertThat(cases.get(mine).leadUnit()).contains("environment");
  }

  /** The keyboard works from the moment when the page has loaded; the old list is no answer to a new search. */
  private void search(String title) {
    page.waitForLoadState();
    press("/");
    press("Control+A");
    type(title);
    page.waitForResponse(answer -> answer.url().contains("/inbox?") && answer.request().isNavigationRequest(),
        () -> press("Enter"));
    page.waitForLoadState();
    assertThat(page.locator("[data-item] [data-open]")).hasText(new String[]{title});
  }

  private void opens(String title) {
    search(title);
    press("j");
    press("Enter");
    page.waitForURL(url -> url.contains("/screening"));
  }

  /** The Tab key stops at one of a group of radio buttons; the arrows go to the others. */
  private void chooses(String radio) {
    var name = radio.substring(0, radio.indexOf(']') + 1);
    tabTo(name);
    for (var steps = 0; steps < 10 && !page.locator(radio).isChecked(); steps++) {
      press(steps == 0 ? "Space" : "ArrowDown");
    }
    assertThat(page.locator(radio)).isChecked();
  }

  private void tabTo(String selector) {
    for (var steps = 0; steps < 150; steps++) {
      press("Tab");
      if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    Assertions.fail("The Tab key does not reach " + selector + " on " + page.url());
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  private void type(String text) {
    page.keyboard().type(text);
  }

  private CaseId registered(String title) {
    return petitions.register(Petitions.byMail().title(title)).id();
  }

  private void look(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", "morning-" + name + ".png")));
  }
}
