package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.people.LogInThrottle.TRIES_OF_ACCOUNT;
import static org.petitiondesk.people.LogInThrottle.TRIES_OF_ADDRESS;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Wrong passwords cost time. Each test has an account and an address of its own. */
@DeskTest
class LogInThrottleTests {

  private static final AtomicInteger HOST = new AtomicInteger();
  private static final String RIGHT = "petition-desk";

  @Autowired
  private LogInThrottle throttle;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private final String address = "10.0.7." + HOST.incrementAndGet();

  @Test
  void afterSomeWrongPasswordsEvenTheRightOneHasToWait() {
    var account = account();
    guess(account, TRIES_OF_ACCOUNT);

    assertThat(logIn(account, RIGHT).getResponse().getRedirectedUrl()).startsWith("/login?wait=");
    assertThat(mvc.get().uri("/login?wait=30")).hasStatusOk().bodyText().contains("30 秒").doesNotContain("??");
    assertThat(mvc.get().uri("/login?wait=61")).bodyText().contains("2 分钟");

    clock.forward(LogInThrottle.FIRST_WAIT.plusSeconds(1));
    assertThat(logIn(account, RIGHT)).hasRedirectedUrl("/inbox");
    guess(account, 1);
    assertThat(logIn(account, RIGHT)).hasRedirectedUrl("/inbox");
  }

  @Test
  void theWaitGrowsUpToALimit() {
    var account = account();
    guess(account, TRIES_OF_ACCOUNT);
    var wait = LogInThrottle.FIRST_WAIT;
    for (var round = 0; round < 8; round++) {
      assertThat(Duration.between(clock.instant(), throttle.waitsUntil(account).orElseThrow()))
          .isBetween(wait.minusSeconds(5), wait);
      clock.forward(wait.plusSeconds(1));
      guess(account, 1);
      wait = wait.multipliedBy(2).compareTo(LogInThrottle.LONGEST_WAIT) > 0
          ? LogInThrottle.LONGEST_WAIT
          : wait.multipliedBy(2);
    }
    assertThat(wait).isEqualTo(LogInThrottle.LONGEST_WAIT);
  }

  @Test
  void aNameThatNobodyHasIsTreatedTheSame() {
    var nobody = "nobody-" + UUID.randomUUID();
    guess(nobody, TRIES_OF_ACCOUNT);

    assertThat(logIn(nobody, RIGHT).getResponse().getRedirectedUrl()).startsWith("/login?wait=");
    assertThat(last("people.log-in-throttled").details()).containsEntry("account", "").containsKey("seconds");
    assertThat(jdbc.sql("select count(*) from log_in_tries where subject like '%nobody%'").query(Long.class).single())
        .isZero();
  }

  @Test
  void anAddressThatTriesManyAccountsHasToWaitToo() {
    for (var i = 0; i < TRIES_OF_ADDRESS; i++) {
      throttle.tries("spread-" + i, address);
    }
    var account = account();

    assertThat(logIn(account, RIGHT).getResponse().getRedirectedUrl()).startsWith("/login?wait=");
    clock.forward(LogInThrottle.FIRST_WAIT.plusSeconds(1));
    assertThat(logIn(account, RIGHT)).hasRedirectedUrl("/inbox");
  }

  @Test
  void manyTriesAtOnceAreCountedOneByOne() throws Exception {
    var account = account();
    var looked = new AtomicInteger();
    Runnable tries = () -> {
      for (var i = 0; i < TRIES_OF_ACCOUNT; i++) {
        if (throttle.tries(account, address).isEmpty()) {
          looked.incrementAndGet();
        }
      }
    };

    Race.between(tries, tries);

    assertThat(looked).hasValue(TRIES_OF_ACCOUNT);
  }

  @Test
  void anAdministratorLiftsTheWaitAndSoDoesANewPassword() {
    var account = account();
    guess(account, TRIES_OF_ACCOUNT);
    assertThat(mvc.get().uri("/administration/accounts/" + account).with(user(users.loadUserByUsername("admin"))))
        .hasStatusOk().bodyText().contains("/log-in");

    assertThatThrownBy(() -> throttle.lift(account, accounts.actor("officer"))).isInstanceOf(Forbidden.class);
    assertThat(mvc.post().uri("/administration/accounts/" + account + "/log-in").with(csrf())
        .with(user(users.loadUserByUsername("admin")))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(logIn(account, RIGHT)).hasRedirectedUrl("/inbox");
    assertThat(last("people.log-in-lifted").details()).containsEntry("account", account);

    guess(account, TRIES_OF_ACCOUNT);
    accounts.resetPassword(account, passwords.hash("another-password"), Actor.SYSTEM);
    assertThat(logIn(account, "another-password")).hasRedirectedUrl("/inbox");
  }

  private void guess(String account, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(logIn(account, "wrong")).hasRedirectedUrl("/login?failed");
    }
  }

  private MvcTestResult logIn(String account, String password) {
    return mvc.post().uri("/login").with(csrf()).with(request -> {
      request.setRemoteAddr(address);
      return request;
    }).param("username", account).param("password", password).exchange();
  }

  private String account() {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(
        new CreateAccount(id, "临时", "xfj", Set.of(Role.OFFICER), Optional.empty(), passwords.hash(RIGHT)),
        Actor.SYSTEM);
    return id;
  }

  private AuditEntry last(String act) {
    return audit.of(AuditTrail.HOUSE).stream().filter(entry -> entry.act().equals(act))
        .reduce((earlier, later) -> later).orElseThrow();
  }
}
