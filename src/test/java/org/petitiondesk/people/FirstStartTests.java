package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.TestDatabase;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that is meant: no demo, nothing in the database, one way in. Over real HTTP. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

  private static final Pattern PASSWORD = Pattern.compile("password \\(shown once\\): (\\S+)");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  @Test
  void oneAdministratorIsPrintedOnceAndCanLogIn(CapturedOutput output) throws Exception {
    try (var desk = start()) {
      var password = PASSWORD.matcher(output.getOut());
      assertThat(password.find()).isTrue();

      var page = get(desk, "/login");
      assertThat(page.body()).doesNotContain("data-demo").doesNotContain("petition-desk\"");
      assertThat(cookies.getCookieStore().getCookies()).extracting(HttpCookie::getName).contains("XSRF-TOKEN")
          .doesNotContain("SESSION");
      assertThat(logIn(desk, page, "admin", "petition-desk").headers().firstValue("Location").orElse(""))
          .endsWith("/login?failed");
      assertThat(count(desk, "spring_session")).isZero();

      var arrival = logIn(desk, get(desk, "/login"), "admin", password.group(1));
      assertThat(arrival.statusCode()).isEqualTo(302);
      assertThat(get(desk, "/administration/territories").body()).contains("还没有地域");

      assertThat(desk.getBean(ApiKeys.class).holder("demo-api-key")).isEmpty();
      assertThat(desk.getBean(Accounts.class).all()).extracting(Account::id).containsExactly("admin");
      assertThat(count(desk, "spring_session")).isEqualTo(1);

      desk.getBean(FirstAdministrator.class).run(new DefaultApplicationArguments());
      assertThat(output.getOut().split("shown once")).hasSize(2);
    }
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(PetitionDesk.class).initializers(new TestDatabase()).run("--server.port=0",
        "--camunda.bpm.process-engine-name=first-start", "--camunda.bpm.job-execution.enabled=false");
  }

  private HttpResponse<String> get(ConfigurableApplicationContext desk, String path) throws Exception {
    return http.send(HttpRequest.newBuilder(address(desk, path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> logIn(ConfigurableApplicationContext desk, HttpResponse<String> page, String account,
      String password) throws Exception {
    var token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    var form = "username=" + account + "&password=" + password + "&_csrf="
        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    return http.send(HttpRequest.newBuilder(address(desk, "/login")).header("Content-Type",
        "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
  }

  private static URI address(ConfigurableApplicationContext desk, String path) {
    return URI.create("http://localhost:" + desk.getEnvironment().getProperty("local.server.port") + path);
  }

  private static long count(ConfigurableApplicationContext desk, String table) {
    return desk.getBean(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
  }
}
