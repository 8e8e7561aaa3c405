package org.petitiondesk.realinput;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Somebody in front of a browser without scripts: opens pages, fills in forms, follows redirects. */
final class Visitor {

  private final URI desk;
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
      .followRedirects(HttpClient.Redirect.NORMAL).build();

  Visitor(URI desk) {
    this.desk = desk;
  }

  static Visitor loggedIn(URI desk, String account, String password) throws IOException, InterruptedException {
    var visitor = new Visitor(desk);
    var form = form(visitor.open("/login"), "/login");
    var answer = visitor.submit(form, Map.of("username", account, "password", password));
    if (answer.location().contains("/login")) {
      throw new IllegalStateException("Can not log in as " + account);
    }
    return visitor;
  }

  Document open(String path) throws IOException, InterruptedException {
    return page(client.send(HttpRequest.newBuilder(desk.resolve(path)).build(), BodyHandlers.ofString()));
  }

  /** The form of a page whose action contains a text. */
  static FormElement form(Document page, String action) {
    return page.select("form[method=post]").stream().filter(form -> form.attr("action").contains(action))
        .map(FormElement.class::cast).findFirst()
        .orElseThrow(() -> new IllegalStateException("No form '" + action + "' on " + page.location() + ": "
            + page.select("main").text()));
  }

  /** Submits a form as it stands, with some fields filled in; the names given replace what the form held. */
  Document submit(FormElement form, Map<String, String> filled) throws IOException, InterruptedException {
    var kept = form.formData().stream().filter(field -> !filled.containsKey(field.key()));
    var fields = Stream.concat(kept.map(field -> Map.entry(field.key(), field.value())), filled.entrySet().stream())
        .toList();
    var action = URI.create(form.absUrl("action"));
    var request = form.attr("enctype").startsWith("multipart") ? multipart(action, fields) : encoded(action, fields);
    return page(client.send(request, BodyHandlers.ofString()));
  }

  private static HttpRequest encoded(URI action, List<Map.Entry<String, String>> fields) {
    var body = fields.stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(action).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)).build();
  }

  private static HttpRequest multipart(URI action, List<Map.Entry<String, String>> fields) {
    var boundary = "----petition-desk-" + System.nanoTime();
    var body = fields.stream()
        .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
            + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + field.getValue() + "\r\n")
        .collect(Collectors.joining()) + "--" + boundary + "--\r\n";
    return HttpRequest.newBuilder(action).header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofString(body)).build();
  }

  private static Document page(HttpResponse<String> answer) {
    // A browser does not send what stands in a template; the parser would.
    var html = answer.body().replaceAll("(?s)<template.*?</template>", "");
    var page = Jsoup.parse(html, answer.uri().toString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(answer.statusCode() + " at " + answer.uri() + ": " + problems(page));
    }
    return page;
  }

  private static String problems(Document page) {
    var problems = page.select(".alert, .invalid-feedback").eachText();
    return problems.isEmpty() ? page.text() : String.join(" | ", problems);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

}
