package org.petitiondesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.browser.Places.Place;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.engine.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * WCAG 2.2 AA on every page, in both languages, on a desk and on a telephone: axe finds nothing, and the keyboard alone
 * is enough.
 */
@BrowserStory
class AccessibilityTests {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
      "best-practice");

  /** A page is worked on by the browser and by the server in turn: two at once use both cores. */
  private static final int BROWSERS = 2;

  private static Walk walk;
  private static Jobs server;

  @LocalServerPort
  private int port;
  @Autowired
  private AutowireCapableBeanFactory beans;
  @Autowired
  private Jobs jobs;
  @Autowired
  private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @BeforeAll
  static void needsABrowser() {
    Chromium.start().close();
  }

  @AfterAll
  static void stop() {
    walk = null;
    server.startServer();
  }

  @BeforeEach
  void walkOnce() throws Exception {
    if (walk == null) {
      server = jobs;
      // What is walked through stays as it is: letters on their way are not sent meanwhile.
      server.stopServer();
      var walking = new Walk(beans.createBean(Places.class));
      walking.everywhere();
      walk = walking;
    }
  }

  /** A page that nobody walks through is a page that nobody has looked at. */
  @Test
  void everyPageOfTheApplicationIsWalked() {
    var walked = walk.all.stream().map(Place::route).collect(Collectors.toCollection(TreeSet::new));

    assertThat(walked).doesNotContainAnyElementsOf(Places.NO_PAGES.keySet());
    walked.addAll(Places.NO_PAGES.keySet());
    assertThat(walked).isEqualTo(routes());
  }

  @Test
  void everyPageOpensForThePersonWhosePageItIs() {
    assertThat(walk.closed).isEmpty();
  }

  @Test
  void axeFindsNothingOnAnyPage() {
    assertThat(walk.findings).isEmpty();
  }

  @Test
  void everyPageWorksByKeyboardAlone() {
    assertThat(walk.outOfReach).isEmpty();
  }

  @Test
  void theFirstKeyLeadsPastTheNavigation() {
    assertThat(walk.withoutSkipping).isEmpty();
  }

  @Test
  void whoeverGoesFromPageToPageIsToldWhereByTheTitle() {
    assertThat(walk.titles).isNotEmpty().allSatisfy((title, routes) -> assertThat(routes).as(title).hasSize(1));
  }

  private Set<String> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.petitiondesk."))
        .filter(entry -> entry.getKey().getMethodsCondition().getMethods().isEmpty()
            || entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(entry -> entry.getKey().getPatternValues().stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String script(String resource) {
    try (var script = AccessibilityTests.class.getResourceAsStream(resource)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each visitor logs in once and goes from page to page; what is wrong there is written down. */
  private final class Walk {

    final Queue<String> closed = new ConcurrentLinkedQueue<>();
    final Queue<String> findings = new ConcurrentLinkedQueue<>();
    final Queue<String> outOfReach = new ConcurrentLinkedQueue<>();
    final Queue<String> withoutSkipping = new ConcurrentLinkedQueue<>();
    /** Routes by title and visitor. */
    final Map<String, Set<String>> titles = new ConcurrentSkipListMap<>();
    final List<Place> all;

    private final Places places;
    private final String axe = script("/axe.min.js");
    private final String keyboard = script("/browser/keyboard.js");

    Walk(Places places) {
      this.places = places;
      this.all = places.all();
    }

    void everywhere() throws Exception {
      var visits = new ConcurrentLinkedQueue<>(all.stream().collect(Collectors.groupingBy(Place::visitor)).entrySet()
          .stream().sorted(Comparator.comparing(visit -> -visit.getValue().size())).toList());
      var walkers = Executors.newFixedThreadPool(BROWSERS);
      try {
        for (var walker : walkers.invokeAll(Collections.nCopies(BROWSERS, () -> walkAll(visits)))) {
          walker.get();
        }
      } finally {
        walkers.shutdown();
      }
    }

    private Void walkAll(Queue<Map.Entry<String, List<Place>>> visits) {
      try (var chromium = Chromium.start()) {
        for (var visit = visits.poll(); visit != null; visit = visits.poll()) {
          try (var context = chromium.desktop()) {
            var page = entered(context, visit.getKey());
            visit.getValue().forEach(place -> look(place, page));
          }
        }
      }
      return null;
    }

    private void look(Place place, Page page) {
      page.setViewportSize(Chromium.DESKTOP, Chromium.HEIGHT);
      if (!opened(page, place, "zh")) {
        return;
      }
      titles.computeIfAbsent(page.title() + " as " + place.visitor(), title -> new ConcurrentSkipListSet<>())
          .add(place.route());
      tabThrough(page, place);
      examine(page, place, "zh", Chromium.DESKTOP);
      examine(page, place, "zh", Chromium.PHONE);
      if (opened(page, place, "en")) {
        examine(page, place, "en", Chromium.PHONE);
        examine(page, place, "en", Chromium.DESKTOP);
      }
    }

    private boolean opened(Page page, Place place, String language) {
      var answer = page
          .navigate(address(place.path() + (place.path().contains("?") ? "&" : "?") + "lang=" + language));
      if (answer.status() != place.status() || !answer.url().contains(place.path())) {
        closed.add(place + " answers " + answer.status() + " at " + answer.url());
        return false;
      }
      page.evaluate(axe);
      return true;
    }

    /**
     * One line for each rule that is broken, with the first elements that break it. Measuring contrast takes longer than
     * all other rules together: it is done once in each language and once in each width.
     */
    private void examine(Page page, Place place, String language, int width) {
      page.setViewportSize(width, Chromium.HEIGHT);
      // Boxes learn in the next frame whether they scroll now.
      page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
      @SuppressWarnings("unchecked")
      var broken = (List<String>) page.evaluate("""
          async ([tags, contrast]) => (await axe.run(document, {
            runOnly: {type: 'tag', values: tags}, rules: {'color-contrast': {enabled: contrast}},
            resultTypes: ['violations'], iframes: false
          })).violations.map(violation => violation.id + ' ' + violation.nodes.slice(0, 3)
            .map(node => node.target.join(' ') + ' (' + node.failureSummary.split('\\n')[1].trim() + ')').join('; '))
          """, List.of(RULES, language.equals("zh") == (width == Chromium.DESKTOP)));
      broken.forEach(rule -> findings.add(place + ", " + language + ", " + width + " px: " + rule));
    }

    /** Elements that the Tab key never reaches, or that do not show that they have the focus. */
    private void tabThrough(Page page, Place place) {
      var stops = (int) page.evaluate(keyboard);
      page.keyboard().press("Tab");
      if (!page.locator("a.skip-link:focus").isVisible()) {
        withoutSkipping.add(place.toString());
      }
      for (var stop = 0; stop < stops + 2; stop++) {
        page.keyboard().press("Tab");
      }
      // Boxes that scroll and fields that are no form fields have stops of their own.
      for (var more = 0; more < 20 && (boolean) page.evaluate("() => window.keyboard.misses()"); more++) {
        page.keyboard().press("Tab");
      }
      @SuppressWarnings("unchecked")
      var problems = (List<String>) page.evaluate("() => window.keyboard.findings()");
      problems.forEach(problem -> outOfReach.add(place + ": " + problem));
    }

    private void follow(Page page, String code, String secret, String opens) {
      page.navigate(address("/follow"));
      page.locator("[name=code]").fill(code);
      page.locator("[name=secret]").fill(secret);
      page.locator("main form button.btn-primary").first().click();
      page.waitForURL(url -> url.endsWith(opens));
    }

    private Page entered(BrowserContext context, String visitor) {
      var page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      if (visitor.equals(Places.PETITIONER)) {
        follow(page, places.receipt().trackingCode(), places.receipt().secret(), "/follow/case");
      } else if (visitor.equals(Places.SIDE)) {
        follow(page, places.side().trackingCode(), places.side().secret(), "/follow/mediation");
      } else if (!visitor.equals(Places.STRANGER)) {
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(visitor);
        page.locator("[name=password]").fill(DemoOrganisation.PASSWORD);
        page.locator("form[action$='/login'] button.btn-primary").click();
        page.waitForURL(url -> !url.contains("/login"));
      }
      return page;
    }

    private String address(String path) {
      return "http://localhost:" + port + path;
    }
  }
}
