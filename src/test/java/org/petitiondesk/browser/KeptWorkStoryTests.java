package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Work that is neither lost nor done twice: a lost session, two people on one item, a substitute. */
@BrowserStory
class KeptWorkStoryTests {

  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";
  private static final String SUBSTITUTE = "health.handler";

  private static Chromium chromium;

  @LocalServerPort
  private int port;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Accounts accounts;
  @Autowired
  private CaseFiles cases;

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
  void whatWasTypedSurvivesALostSessionAndIsThereOnAnotherMachine() {
    var id = petitions.accepted();
    var form = "/petitions/" + id + "/handling?item=" + petitions.item(id, PetitionHandling.USER_HANDLE);
    try (var desk = chromium.desktop()) {
      var page = loggedIn(desk, HANDLER);
      page.navigate(address(form));
      page.locator("textarea[name=text]").fill("现场查看：净化设备没有安装");
      assertThat(page.locator("[data-draft-status]")).containsText("草稿已保存");

      page.navigate(address("/inbox"));
      assertThat(page.locator(".item-draft").first()).containsText("草稿");
      page.navigate(address(form));
      assertThat(page.locator("textarea[name=text]")).hasValue("现场查看：净化设备没有安装");

      desk.clearCookies();
      page.locator("textarea[name=text]").fill("现场查看：净化设备没有安装，业主认可，还没有写完");
      assertThat(page.locator("[data-draft-status]")).containsText("登录已过期");
      page.locator("button[name=last][value=false]").click();
      page.waitForURL(url -> url.contains("/login"));
      logIn(page, HANDLER);

      page.waitForURL(url -> url.contains("/handling"));
      assertThat(page.locator("textarea[name=text]")).hasValue("现场查看：净化设备没有安装，业主认可，还没有写完");
      assertThat(page.locator("[data-draft-status]")).containsText("草稿已保存");
    }
    try (var other = chromium.desktop()) {
      var page = loggedIn(other, HANDLER);
      page.navigate(address(form));
      assertThat(page.locator("#alerts")).containsText("草稿");
      assertThat(page.locator("textarea[name=text]")).hasValue("现场查看：净化设备没有安装，业主认可，还没有写完");

      page.locator("button[name=last][value=false]").click();
      assertThat(page.locator("[data-done]")).isVisible();
      page.reload();
      assertThat(page.locator("textarea[name=text]")).hasValue("");
    }
  }

  @Test
  void aDuplicatedWindowDoesNotWriteOverTheFirstOne() {
    var id = petitions.accepted();
    try (var desk = chromium.desktop()) {
      var first = loggedIn(desk, HANDLER);
      first
          .navigate(address("/petitions/" + id + "/handling?item=" + petitions.item(id, PetitionHandling.USER_HANDLE)));
      first.locator("textarea[name=text]").fill("第一个窗口");
      assertThat(first.locator("[data-draft-status]")).containsText("草稿已保存");

      // As a browser duplicates a window: with its session storage.
      var second = first.waitForPopup(() -> first.evaluate("window.open(location.href)"));
      assertThat(second.locator("textarea[name=text]")).hasValue("第一个窗口");
      first.waitForResponse(answer -> answer.request().method().equals("PUT"),
          () -> first.locator("textarea[name=text]").fill("第一个窗口，接着写"));
      second.locator("textarea[name=text]").fill("第二个窗口");

      assertThat(second.locator("#alerts")).containsText("另一个窗口");
      first.reload();
      assertThat(first.locator("textarea[name=text]")).hasValue("第一个窗口，接着写");
    }
  }

  @Test
  void whatWasTypedLastIsRestoredAlsoWhereTheClockGoesWrong() {
    var id = petitions.accepted();
    try (var desk = chromium.desktop()) {
      var page = loggedIn(desk, HANDLER);
      page.clock().setFixedTime("2020-01-01T08:00:00");
      var form = address("/petitions/" + id + "/handling?item=" + petitions.item(id, PetitionHandling.USER_HANDLE));
      page.navigate(form);
      page.locator("textarea[name=text]").fill("已经保存的");
      assertThat(page.locator("[data-draft-status]")).containsText("草稿已保存");
      desk.clearCookies();
      page.locator("textarea[name=text]").fill("已经保存的，又写了一句");
      assertThat(page.locator("[data-draft-status]")).containsText("登录已过期");

      page.navigate(address("/login"));
      logIn(page, HANDLER);
      page.navigate(form);
      assertThat(page.locator("#alerts")).containsText("草稿");
      assertThat(page.locator("textarea[name=text]")).hasValue("已经保存的，又写了一句");
    }
  }

  @Test
  void aDoubleClickOnAVerbOpensOneDialog() {
    var id = petitions.accepted();
    try (var desk = chromium.desktop()) {
      var page = loggedIn(desk, HANDLER);
      page.navigate(address("/inbox?q=" + cases.get(id).code()));
      page.locator("a[data-dialog][href$='/ask']").first().evaluate("link => { link.click(); link.click(); }");
      assertThat(page.locator("dialog.act")).hasCount(1);
      assertThat(page.locator("dialog.act[open]")).hasCount(1);
    }
  }

  @Test
  void ofTwoPeopleOnOneItemTheSecondIsToldWhoWasFirst() {
    var id = petitions.screened();
    var form = "/petitions/" + id + "/acceptance?item=" + petitions.item(id, PetitionAssignment.USER_ACCEPT);
    try (var desk = chromium.desktop(); var otherDesk = chromium.desktop()) {
      var first = loggedIn(desk, HANDLER);
      var second = loggedIn(otherDesk, COLLEAGUE);
      first.navigate(address(form));
      second.navigate(address(form));
      accept(first);

      second.locator("[name=accepted][value=false]").check();
      second.locator("textarea[name=reason]").fill("属城管职责");
      assertThat(second.locator("#alerts")).containsText("这项工作已由 " + accounts.name(HANDLER));
      second.locator("main form[action$='/acceptance'] button.btn-primary").click();
      assertThat(second.locator("main")).containsText("这项工作已由 " + accounts.name(HANDLER));
    }
  }

  @Test
  void aSubstituteDoesAColleaguesWorkAndBothNamesStand() {
    var id = petitions.screened();
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);
    try (var desk = chromium.desktop(); var otherDesk = chromium.desktop()) {
      var away = loggedIn(desk, HANDLER);
      away.navigate(address("/substitutes"));
      away.locator("[name=substitute]").selectOption(SUBSTITUTE);
      away.locator("[name=to]").fill(away.locator("[name=from]").inputValue());
      away.locator("form[action$='/substitutes'] button.btn-primary").click();
      assertThat(away.locator("[data-substitution]")).containsText(accounts.name(SUBSTITUTE));

      var substitute = loggedIn(otherDesk, SUBSTITUTE);
      substitute.navigate(address("/inbox"));
      assertThat(substitute.locator("[data-item='" + item + "']")).containsText(accounts.name(HANDLER));
      substitute.locator("a[href='/inbox/items/" + item + "']").first().click();
      accept(substitute);

      substitute.navigate(address("/petitions/" + id));
      assertThat(substitute.locator("main")).containsText(accounts.name(SUBSTITUTE));
      assertThat(substitute.locator("main")).containsText("代办，原责任人");

      away.navigate(address("/substitutes"));
      away.locator("[data-substitution] button").click();
      away.locator("dialog.question .btn-primary").click();
      assertThat(away.locator("[data-substitution]")).hasCount(0);
      substitute.navigate(address("/petitions/" + id));
      assertThat(substitute.locator("[data-problem]")).isVisible();
    }
    Assertions.assertThat(officer(id)).isEqualTo(HANDLER);
  }

  private String officer(CaseId id) {
    return cases.get(id).officer().orElseThrow();
  }

  private static void accept(Page page) {
    page.locator("[name=accepted][value=true]").check();
    page.locator("[name=leader]").first().check();
    page.locator("main form[action$='/acceptance'] button.btn-primary").click();
    page.waitForURL(url -> !url.contains("/acceptance"));
  }

  private Page loggedIn(BrowserContext context, String account) {
    var page = context.newPage();
    page.onPageError(error -> Assertions.fail("Script error on " + page.url() + ": " + error));
    page.navigate(address("/login"));
    logIn(page, account);
    return page;
  }

  private static void logIn(Page page, String account) {
    page.locator("[name=username]").fill(account);
    page.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
    page.locator("form[action$='/login'] button.btn-primary").click();
    page.waitForURL(url -> !url.contains("/login"));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
