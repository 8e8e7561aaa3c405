package org.petitiondesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.Browser;

/** The real bundle in a real browser, under the policy that the application sends; the pages are made here. */
class FrontEndTests {

  private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      + "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; form-action 'self'";
  private static final Path ASSETS = Path.of("target/classes/static/assets");
  private static final Path MODEL = Path.of("processes/petition/petition_handling.bpmn");

  private static final String FORM = """
      <form id="form" method="post" action="/sent" data-keep="test" data-confirm="%s">
        <input name="subject"><textarea name="text"></textarea>
        <input type="password" name="secret">
        <input type="radio" name="way" value="ACCEPT" checked> <input type="radio" name="way" value="GUIDE">
        <div data-when="way=GUIDE" id="guide"><input name="body" value="court"></div>
        <div data-rows="parties" data-rows-min="1" data-rows-max="3">
          <div data-row><b data-row-number></b><input name="parties[0].name" id="parties0.name">
            <button type="button" data-row-remove>-</button></div>
          <template><div data-row><b data-row-number></b><input name="parties[__index__].name" id="parties__index__.name">
            <button type="button" data-row-remove>-</button></div></template>
        </div>
        <button type="button" data-row-add="parties">+</button>
        <button id="send">send</button>
      </form>
      """;

  private static final String ACT = """
      <h1>Transfer</h1> <a data-dialog-close href="/list">close</a> %s
      <form method="post" action="/act"><textarea name="words" id="words">%s</textarea>
        <button type="submit">send</button></form>
      """;

  private static HttpServer server;
  private static Browser browser;
  private static String received = "";

  private Page page;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Files.exists(ASSETS.resolve("app.js")), "The front end was not built (-Dfrontend.skip)");
    browser = Browser.open();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FrontEndTests::answer);
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openWindow() {
    page = browser.window(1280, 800);
    browser.complaints().clear();
    received = "";
  }

  @AfterEach
  void nothingBreaksThePolicy() {
    assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    page.context().close();
  }

  @Test
  void textThatWasNotSentComesBackButNeverASecret() {
    visit("/form");
    page.fill("[name=subject]", "噪音 <b>扰民</b>");
    page.fill("[name=secret]", "hidden");
    page.click("[data-row-add]");
    page.fill("[name='parties[1].name']", "second");

    visit("/form");

    assertThat(page.inputValue("[name=subject]")).isEqualTo("噪音 <b>扰民</b>");
    assertThat(page.inputValue("[name='parties[1].name']")).isEqualTo("second");
    assertThat(page.inputValue("[name=secret]")).isEmpty();
    assertThat(page.textContent("#alerts")).contains("restored");
    assertThat(page.evaluate("JSON.stringify({...sessionStorage})").toString()).doesNotContain("hidden");
  }

  @Test
  void textThatArrivedIsForgotten() {
    visit("/form");
    page.fill("[name=subject]", "noise");
    page.click("#send");
    page.waitForURL("**/sent");

    visit("/form");

    assertThat(page.inputValue("[name=subject]")).isEmpty();
    assertThat(page.textContent("#alerts")).isBlank();
  }

  @Test
  void textOutlivesALostLogIn() {
    visit("/form");
    page.fill("[name=subject]", "noise");
    page.evaluate("document.getElementById('form').action = '/login'");
    page.fill("[name=text]", "every night");
    page.click("#send");
    page.waitForURL("**/login");

    visit("/form?action=login");

    assertThat(page.inputValue("[name=text]")).isEqualTo("every night");
  }

  @Test
  void rowsAreCountedWithoutGaps() {
    visit("/form");
    assertThat(page.isVisible("[data-row-remove]")).isFalse();
    page.click("[data-row-add]");
    page.click("[data-row-add]");
    assertThat(page.isDisabled("[data-row-add]")).isTrue();
    page.fill("[name='parties[2].name']", "third");
    page.click("[data-row]:nth-of-type(2) [data-row-remove]");

    assertThat(page.inputValue("[name='parties[1].name']")).isEqualTo("third");
    assertThat(page.getAttribute("[name='parties[1].name']", "id")).isEqualTo("parties1.name");
    assertThat(page.locator("[data-row-number]").allTextContents()).isEqualTo(List.of("1", "2"));
    assertThat(page.locator("[name='parties[2].name']").count()).isZero();
  }

  @Test
  void partsThatTheAnswerDoesNotNeedAreHiddenAndNotSent() {
    visit("/form");
    assertThat(page.isVisible("#guide")).isFalse();
    page.click("#send");
    page.waitForURL("**/sent");
    assertThat(received).contains("way=ACCEPT").doesNotContain("body=");

    visit("/form");
    page.check("[value=GUIDE]");
    assertThat(page.isVisible("#guide")).isTrue();
    page.click("#send");
    page.waitForURL("**/sent");
    assertThat(received).contains("way=GUIDE").contains("body=court");
  }

  @Test
  void anActThatStaysAsksFirstAndIsSentOnce() {
    visit("/form?confirm=Really");
    page.click("#send");
    page.click("dialog .btn:not(.btn-primary)");
    assertThat(page.url()).contains("/form");
    assertThat(received).isEmpty();
    page.click("#send");
    assertThat(page.textContent("dialog")).contains("Really");
    page.click("dialog .btn-primary");
    page.waitForURL("**/sent");
    assertThat(received).contains("way=ACCEPT");
  }

  @Test
  void theDiagramShowsWhereTheCaseHasBeen() {
    visit("/diagram");

    page.waitForSelector("[data-diagram] .djs-element.token");
    assertThat(page.locator("[data-diagram] .djs-element.passed").count()).isPositive();
    assertThat(page.isVisible("a[href='http://bpmn.io']")).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anActStandsInADialogAndFocusComesBack() {
    visit("/list");
    page.focus("#open");
    page.keyboard().press("Enter");
    page.waitForSelector("dialog.act[open]");
    assertThat(page.getAttribute("dialog.act", "aria-labelledby")).isEqualTo(page.getAttribute("dialog h1", "id"));
    assertThat(focused()).isEqualTo("words");

    page.keyboard().press("Escape");

    assertThat(page.locator("dialog").count()).isZero();
    assertThat(focused()).isEqualTo("open");
    assertThat(page.url()).endsWith("/list");
  }

  @Test
  void aRefusedActKeepsItsWordsAndADoneOneLeadsOn() {
    visit("/list");
    page.click("#open");
    page.fill("dialog [name=words]", "refuse me");
    page.click("dialog [type=submit]");
    page.waitForSelector("dialog [data-problems]");
    assertThat(page.inputValue("dialog [name=words]")).isEqualTo("refuse me");
    assertThat(page.url()).endsWith("/list");

    page.fill("dialog [name=words]", "because");
    page.click("dialog [type=submit]");

    page.waitForURL("**/list?done");
    assertThat(received).isEqualTo("words=because");
  }

  @Test
  void writtenWordsAreNotThrownAwayUnasked() {
    visit("/list");
    page.click("#open");
    page.fill("dialog [name=words]", "half a sentence");
    page.keyboard().press("Escape");
    assertThat(page.textContent("dialog.question")).contains("Discard");
    page.click("dialog.question .btn:not(.btn-primary)");
    assertThat(page.inputValue("dialog.act [name=words]")).isEqualTo("half a sentence");

    page.click("dialog.act [data-dialog-close]");
    page.click("dialog.question .btn-primary");

    assertThat(page.locator("dialog").count()).isZero();
  }

  @Test
  void whoComesTooLateIsToldAndSeesThePageAnew() {
    visit("/list");
    page.click("#late");
    page.waitForSelector("dialog.act[open]");
    assertThat(page.textContent("dialog")).contains("handled by");
    page.evaluate("document.body.dataset.before = 'yes'");

    page.click("dialog [data-dialog-close]");

    page.waitForSelector("body:not([data-before])");
  }

  private String focused() {
    return page.evaluate("document.activeElement.id").toString();
  }

  private void visit(String path) {
    page.navigate("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var path = uri.getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
    if (path.equals("/act") && received.equals("words=because")) {
      exchange.getResponseHeaders().set("Dialog-Next", "/list?done");
      exchange.sendResponseHeaders(204, -1);
    } else if (path.equals("/late")) {
      send(exchange, 409, "text/html", "<div class='alert'>handled by somebody</div>".getBytes(StandardCharsets.UTF_8));
    } else if (path.startsWith("/assets/")) {
      var file = ASSETS.resolve(path.substring("/assets/".length()));
      send(exchange, path.endsWith("css") ? "text/css" : path.endsWith("svg") ? "image/svg+xml" : "text/javascript",
          Files.readAllBytes(file));
    } else if (path.equals("/model")) {
      send(exchange, "application/xml", Files.readAllBytes(MODEL));
    } else {
      send(exchange, "text/html", page(switch (path) {
        case "/form" -> form(uri.getQuery());
        case "/diagram" -> "<div data-diagram='/model' data-passed='start_petition_registered,gone' "
            + "data-tokens='user_screen'></div>";
        case "/list" ->
          "<a id='open' href='/act' data-dialog>transfer</a> <a id='late' href='/late' data-dialog>late</a>";
        case "/act" -> ACT.formatted(received.isEmpty() ? "" : "<p data-problems tabindex=-1>no</p>",
            received.replaceFirst("words=", "").replace('+', ' '));
        case "/login" -> "<form data-login></form>";
        default -> "<p>arrived</p>";
      }).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String form(String query) {
    var form = FORM.formatted(query != null && query.startsWith("confirm=") ? query.substring(8) : "");
    return "action=login".equals(query) ? form.replace("/sent", "/login") : form;
  }

  private static String page(String content) {
    return """
        <!DOCTYPE html><html><head><link rel="icon" href="/assets/mark.svg"><link rel="stylesheet" href="/assets/app.css">
        <script type="module" src="/assets/app.js"></script></head><body>
        <div id="web-words" hidden data-restored="restored" data-ok="OK" data-cancel="Cancel" data-leave="Discard?"></div>
        <div id="alerts"></div><main>%s</main></body></html>
        """
        .formatted(content);
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    send(exchange, 200, type, body);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
