package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class LogInTests {

  private static final String CLOSED_PAGE = "/account?x=1";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;

  @Test
  void aStrangerIsSentToTheLogInAndThenToTheWantedPage() {
    var stranger = mvc.get().uri(CLOSED_PAGE).exchange();
    assertThat(stranger).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login");

    var arrival = mvc.post().uri("/login").with(csrf()).param("username", "officer").param("password", "petition-desk")
        .cookie(stranger.getResponse().getCookies()).exchange();

    assertThat(arrival).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(CLOSED_PAGE);
    assertThat(mvc.get().uri(CLOSED_PAGE).cookie(arrival.getResponse().getCookie("SESSION"))).hasStatusOk();
  }

  @Test
  void aSessionFromBeforeTheLogInIsNotTheSessionAfterIt() {
    var first = logIn("officer", "petition-desk").getResponse().getCookie("SESSION");

    var second = mvc.post().uri("/login").with(csrf()).cookie(first).param("username", "officer2")
        .param("password", "petition-desk").exchange().getResponse().getCookie("SESSION");

    assertThat(second.getValue()).isNotEqualTo(first.getValue());
    assertThat(second.isHttpOnly()).isTrue();
    assertThat(second.getAttribute("SameSite")).isEqualTo("Lax");
  }

  @Test
  void aWrongPasswordAnUnknownAndADisabledAccountLookTheSame() {
    var account = newAccount();
    accounts.disable(account, accounts.get(account).version(), Optional.empty(), Actor.SYSTEM);

    assertThat(logIn("officer", "wrong")).hasRedirectedUrl("/login?failed");
    assertThat(last("people.log-in-failed").details()).containsEntry("account", "officer");
    assertThat(logIn("my-secret-password", "wrong")).hasRedirectedUrl("/login?failed");
    assertThat(last("people.log-in-failed").details()).containsEntry("account", "");
    assertThat(logIn(account, "petition-desk")).hasRedirectedUrl("/login?failed");
    assertThat(mvc.get().uri("/login?failed")).hasStatusOk().bodyText().contains("账号或密码不正确");
  }

  @Test
  void comingAndGoingIsInTheChainOfTheHouse() {
    var session = logIn("officer2", "petition-desk").getResponse().getCookie("SESSION");
    assertThat(last("people.logged-in").actorId()).isEqualTo("officer2");

    assertThat(mvc.post().uri("/logout").with(csrf()).cookie(session)).hasRedirectedUrl("/login?out");

    assertThat(last("people.logged-out").actorId()).isEqualTo("officer2");
    assertThat(mvc.get().uri(CLOSED_PAGE).cookie(session)).hasRedirectedUrl("/login");
  }

  @Test
  void theSessionsOfADisabledAccountEndAtOnce() {
    var account = newAccount();
    var session = logIn(account, "petition-desk").getResponse().getCookie("SESSION");
    assertThat(mvc.get().uri(CLOSED_PAGE).cookie(session)).hasStatusOk();

    accounts.disable(account, accounts.get(account).version(), Optional.empty(), Actor.SYSTEM);

    assertThat(mvc.get().uri(CLOSED_PAGE).cookie(session)).hasRedirectedUrl("/login");
  }

  @Test
  void aPartOfAPageAsksForTheWholePageWhenTheSessionIsLost() {
    assertThat(mvc.get().uri(CLOSED_PAGE).header("HX-Request", "true")).hasStatus(HttpStatus.UNAUTHORIZED)
        .hasHeader("HX-Refresh", "true");
  }

  @Test
  void aFormSentWithoutASessionLeadsBackToItsPage() {
    var lost = mvc.post().uri("/petitions/1/screening").with(csrf())
        .header("Referer", "https://desk.example/petitions/1/screening?item=2").exchange();
    assertThat(lost).hasRedirectedUrl("/login");

    var arrival = mvc.post().uri("/login").with(csrf()).cookie(lost.getResponse().getCookies())
        .param("username", "officer").param("password", "petition-desk").exchange();

    assertThat(arrival).hasRedirectedUrl("/petitions/1/screening?item=2");
  }

  @Test
  void noHeaderAndNoCookieLeadsAwayFromUs() {
    var lost = mvc.post().uri("/petitions").with(csrf()).header("Referer", "https://desk.example//evil.example/")
        .exchange();
    assertThat(lost.getResponse().getCookie("petition-desk-wanted")).isNull();

    var forged = new Cookie("petition-desk-wanted",
        Base64.getUrlEncoder().encodeToString("https://evil.example/".getBytes()));
    var arrival = mvc.post().uri("/login").with(csrf()).cookie(forged).param("username", "officer")
        .param("password", "petition-desk").exchange();

    assertThat(arrival).hasRedirectedUrl("/inbox");
  }

  @Test
  void aFormWithAnOldTokenIsOpenedAnew() {
    var session = logIn("officer", "petition-desk").getResponse().getCookie("SESSION");

    assertThat(mvc.post().uri("/account/password").cookie(session).header("Referer", "http://localhost/account"))
        .hasStatus(HttpStatus.SEE_OTHER).hasHeader(HttpHeaders.LOCATION, "/account");
    assertThat(mvc.post().uri("/account/password").cookie(session).header("HX-Request", "true"))
        .hasStatus(HttpStatus.UNAUTHORIZED).hasHeader("HX-Refresh", "true");
    assertThat(mvc.post().uri("/account/password").cookie(session)).hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    assertThat(mvc.get().uri("/login")).hasStatusOk()
        .hasHeader("Content-Security-Policy",
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " font-src 'self' data:; frame-ancestors 'none'; form-action 'self'")
        .hasHeader("Referrer-Policy", "same-origin").hasHeader("X-Content-Type-Options", "nosniff")
        .containsHeader("Permissions-Policy").doesNotContainHeader("Strict-Transport-Security");
  }

  @Test
  void theDemoNamesItsAccountsAndFillsOneIn() {
    assertThat(mvc.get().uri("/login")).bodyText().contains("office.leader").contains("demo-api-key")
        .doesNotContain("value=\"petition-desk\"");
    assertThat(mvc.get().uri("/login?as=officer")).bodyText().contains("value=\"officer\"")
        .contains("value=\"petition-desk\"");
    assertThat(mvc.get().uri("/login?as=%3Cscript%3E")).bodyText().doesNotContain("<script>");
  }

  @Test
  void aProgramNeedsAKeyAndItsKeyOpensOnlyTheApi() {
    assertThat(mvc.get().uri("/api/v1/nothing")).hasStatus(HttpStatus.UNAUTHORIZED)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON).bodyText().contains("people.api.no-key");
    assertThat(mvc.get().uri("/api/v1/nothing").header("X-Api-Key", "guess")).hasStatus(HttpStatus.UNAUTHORIZED);
    assertThat(mvc.get().uri("/api/v1/nothing").header("X-Api-Key", "demo-api-key")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri(CLOSED_PAGE).header("X-Api-Key", "demo-api-key")).hasRedirectedUrl("/login");
    var session = logIn("officer", "petition-desk").getResponse().getCookie("SESSION");
    assertThat(mvc.get().uri("/api/v1/nothing").cookie(session)).hasStatus(HttpStatus.UNAUTHORIZED);
  }

  private MvcTestResult logIn(String account, String password) {
    return mvc.post().uri("/login").with(csrf()).param("username", account).param("password", password).exchange();
  }

  private String newAccount() {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "临时", "xfj", Set.of(Role.OFFICER), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return id;
  }

  private AuditEntry last(String act) {
    return audit.of(AuditTrail.HOUSE).stream().filter(entry -> entry.act().equals(act))
        .reduce((earlier, later) -> later).orElseThrow();
  }
}
