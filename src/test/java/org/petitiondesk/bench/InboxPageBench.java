package org.petitiondesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** The work list as its reader gets it, over HTTP from the same machine, logged in: what 95 of 100 stay below. */
class InboxPageBench implements Bench.Measurement {

  private static final List<Integer> SIZES = Stream.of(System.getProperty("bench.sizes", "10000,100000,1000000")
      .split(",")).map(Integer::valueOf).toList();
  private static final int TIMES = 200;
  /** A server that has been running for a while, not one that still compiles its pages. */
  private static final int WARM_UP = 1500;

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = Databases.h2(folder);
    try (var desk = new InboxDesk(both, folder)) {
      var handler = logIn(desk, "housing.handler");
      var officer = logIn(desk, "officer");
      desk.fill(SIZES.get(0));
      for (var n = 0; n < WARM_UP; n++) {
        get(n % 2 == 0 ? handler : officer, desk, n % 4 < 2 ? "/inbox" : "/inbox?tab=all");
      }
      for (var size : SIZES) {
        desk.fill(size);
        print(name + "-" + size, handler, desk, "/inbox");
        print(name + "-" + size + "-filtered", handler, desk, "/inbox?category=urban");
        print(name + "-" + size + "-everything", officer, desk, "/inbox?tab=all");
        print(name + "-" + size + "-news", handler, desk, "/inbox/news?since=" + System.currentTimeMillis());
      }
    } finally {
      both.close().run();
      Folders.delete(folder);
    }
  }

  private static void print(String name, HttpClient reader, InboxDesk desk, String path) {
    Bench.print(name, InboxBench.p95(TIMES, n -> get(reader, desk, path)), "ms");
  }

  private static HttpClient logIn(InboxDesk desk, String account) throws Exception {
    var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var form = Jsoup.parse(get(client, desk, "/login")).select("form[action$=/login]").first();
    var csrf = form.select("input[name=_csrf]").val();
    var body = "username=" + account + "&password=petition-desk&_csrf=" + URLEncoder.encode(csrf,
        StandardCharsets.UTF_8);
    var answer = client.send(HttpRequest.newBuilder(at(desk, "/login"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body))
        .build(), HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException("Logging in was answered " + answer.statusCode());
    }
    return client;
  }

  private static String get(HttpClient client, InboxDesk desk, String path) {
    try {
      var answer = client.send(HttpRequest.newBuilder(at(desk, path)).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " is answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI at(InboxDesk desk, String path) {
    return URI.create("http://localhost:" + desk.port() + path);
  }
}
