package org.petitiondesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.petitiondesk.demo.DemoOrganisation;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process designer draws: changes a term, sees what it does and what differs; and no model loses anything on the way. */
@BrowserStory
class DesignerStoryTests {

  private static final Path OUTSIDE_MODELS = Path.of("../shared/data/bpmn");

  private static Chromium chromium;

  @LocalServerPort
  private int port;

  private final List<String> complaints = new ArrayList<>();
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
  void aTermIsChangedTriedAndComparedBeforeAnybodyApprovesIt() {
    try (var desk = chromium.desktop()) {
      page = desk.newPage();
      page.onPageError(complaints::add);
      page.onConsoleMessage(message -> {
        if (List.of("error", "warning").contains(message.type())) {
          complaints.add(message.text());
        }
      });
      opensTheTableOfTerms();
      changesTheTermOfHandling();
      triesIt();
      seesWhatDiffers();
      Assertions.assertThat(complaints).isEmpty();
      losesTheLogInAndNothingElse();
      looksAtItOnAPhone();
    }
  }

  @Test
  void noModelLosesAnythingThatStockBpmnKeeps() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(OUTSIDE_MODELS), "No outside models beside the repository");
    try (var desk = chromium.desktop()) {
      var trip = new RoundTrip(desk.newPage(), address());
      var models = Stream.of("miwg", "court").flatMap(folder -> models(OUTSIDE_MODELS.resolve(folder))).toList();

      Assertions.assertThat(models).isNotEmpty().map(trip::of).allMatch(RoundTrip.Trip::isWhole);
    }
  }

  private void opensTheTableOfTerms() {
    logIn(page);
    page.navigate(address() + "/designer/models/dmn/clock_terms");
    page.locator("form[action$='/drafts'] button.btn-primary").click();
    assertThat(cell("60")).isVisible();
  }

  private void changesTheTermOfHandling() {
    type("60", "45");
    assertThat(page.locator("[data-part=status]")).containsText("保存");
    assertThat(page.locator("[data-part=count]")).containsText("没有发现问题");
  }

  private void triesIt() {
    page.locator("[data-act=try]").click();
    page.locator("[name=kind]").selectOption("handling");
    page.locator("[name=startedOn]").fill("2026-03-01");
    page.locator("[data-part=inputs] button").click();
    assertThat(page.locator("[data-part=fired]")).containsText("第 4 行");
    assertThat(page.locator("[data-part=fired] dd").filter(new Locator.FilterOptions().setHasText("45"))).isVisible();
  }

  private void seesWhatDiffers() {
    page.locator("[data-act=compare]").click();
    assertThat(page.locator("[data-part=changes] li")).hasCount(1);
    assertThat(page.locator("[data-part=changes] del")).hasText("60");
    assertThat(page.locator("[data-part=changes] ins")).hasText("45");
  }

  private void losesTheLogInAndNothingElse() {
    page.locator("[data-act=draw]").click();
    page.context().clearCookies();
    type("45", "50");
    assertThat(page.locator("[data-part=status]")).containsText("登录已失效");
    var draft = page.url();
    var other = page.context().newPage();
    logIn(other);
    other.close();
    page.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(page.locator("[data-part=status]")).containsText("保存");
    page.navigate(draft);
    assertThat(cell("50")).isVisible();
  }

  private void looksAtItOnAPhone() {
    page.setViewportSize(Chromium.PHONE, Chromium.HEIGHT);
    page.reload();
    assertThat(page.locator("[data-part=narrow]")).isVisible();
  }

  private void logIn(Page window) {
    window.navigate(address() + "/login");
    window.locator("[name=username]").fill("designer");
    window.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
    window.locator("form[action$='/login'] button.btn-primary").click();
    window.waitForURL(url -> !url.endsWith("/login"));
  }

  /** Into the cell that says something else, and out of it again. */
  private void type(String old, String text) {
    cell(old).click();
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
    page.locator(".decision-table-name, .hit-policy").first().click();
  }

  private Locator cell(String text) {
    return page.locator("td.output-cell").filter(new Locator.FilterOptions().setHasText(text)).first();
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private static Stream<Path> models(Path folder) {
    try {
      return RoundTrip.models(folder).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
