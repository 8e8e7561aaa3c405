package org.petitiondesk.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who tries passwords out. After some wrong ones an account, and after many an address, is not asked for a
 * while, twice as long each time, also not with the right password; a name that nobody has is treated the same. A try
 * counts before its password is looked at, so that a thousand at once are a thousand.
 */
@Component
public class LogInThrottle {

  static final int TRIES_OF_ACCOUNT = 5;
  /** A whole office may come from one address. */
  static final int TRIES_OF_ADDRESS = 50;
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  LogInThrottle(JdbcClient jdbc, PersonalData personalData, Accounts accounts, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Counts one more try; how long to wait instead of trying, empty when the password may be looked at. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Optional<Duration> tries(String account, String address) {
    var waitOfAccount = count(ofAccount(account), TRIES_OF_ACCOUNT, account);
    return waitOfAccount.isPresent() ? waitOfAccount : count(ofAddress(address), TRIES_OF_ADDRESS, "");
  }

  /** The password was right: the account begins anew. One right password does not clear the address of all wrong ones. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void succeeded(String account, String address) {
    forget(ofAccount(account));
    jdbc.sql("""
        update log_in_tries set tries = tries - 1, no_try_before = case when tries <= ? then null else no_try_before end
          where subject = ?""").params(TRIES_OF_ADDRESS, ofAddress(address)).update();
  }

  /** Until when an account takes no password. */
  @Transactional(readOnly = true)
  public Optional<Instant> waitsUntil(String account) {
    return jdbc.sql("select no_try_before from log_in_tries where subject = ? and no_try_before > ?")
        .params(ofAccount(account), Timestamp.from(clock.instant())).query(Timestamp.class).optional()
        .map(Timestamp::toInstant);
  }

  /** For somebody who stands at the desk and can not wait. Needs ADMINISTRATOR. */
  @Transactional
  public void lift(String account, Actor by) {
    if (!by.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("people.forbidden.lift");
    }
    if (forget(ofAccount(accounts.get(account).id()))) {
      audit.append(AuditTrail.HOUSE, by, "people.log-in-lifted", Map.of("account", account));
    }
  }

  /** A new password is not the one that was guessed at. */
  @EventListener
  void changed(AccountChanged event) {
    forget(ofAccount(event.id()));
  }

  private Optional<Duration> count(String subject, int free, String account) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var known = lock(subject, now);
    if (known.noTryBefore().filter(now::isBefore).isPresent()) {
      return known.noTryBefore().map(until -> Duration.between(now, until));
    }
    var tries = known.lastAt().isBefore(now.minus(FORGOTTEN)) ? 1 : known.tries() + 1;
    var wait = wait(tries - free);
    jdbc.sql("update log_in_tries set tries = ?, last_at = ?, no_try_before = ? where subject = ?")
        .params(tries, Timestamp.from(now), wait.map(now::plus).map(Timestamp::from).orElse(null), subject).update();
    wait.ifPresent(length -> audit.append(AuditTrail.HOUSE, Actor.PUBLIC, "people.log-in-throttled",
        Map.of("account", accounts.find(account).map(Account::id).orElse(""), "seconds", length.toSeconds())));
    return Optional.empty();
  }

  private Known lock(String subject, Instant now) {
    var begun = jdbc.sql("""
        insert into log_in_tries (subject, tries, last_at) values (?, 0, ?) on conflict do nothing""")
        .params(subject, Timestamp.from(now)).update();
    if (begun == 1) {
      // Names that nobody has are typed without end; whoever adds one sweeps.
      jdbc.sql("delete from log_in_tries where last_at < ? and subject <> ?")
          .params(Timestamp.from(now.minus(FORGOTTEN)), subject).update();
    }
    return jdbc.sql("select tries, last_at, no_try_before from log_in_tries where subject = ? for update")
        .param(subject)
        .query((row, number) -> new Known(row.getInt("tries"), row.getTimestamp("last_at").toInstant(),
            Optional.ofNullable(row.getTimestamp("no_try_before")).map(Timestamp::toInstant)))
        .single();
  }

  private boolean forget(String subject) {
    return jdbc.sql("delete from log_in_tries where subject = ?").param(subject).update() == 1;
  }

  /** What must pass before the next try, from the last of the free ones on. */
  private static Optional<Duration> wait(int beyond) {
    if (beyond < 0) {
      return Optional.empty();
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
    return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private String ofAccount(String account) {
    return personalData.blindIndex("log-in account:" + account.strip().toLowerCase(Locale.ROOT));
  }

  private String ofAddress(String address) {
    return personalData.blindIndex("log-in address:" + address);
  }

  private record Known(int tries, Instant lastAt, Optional<Instant> noTryBefore) {}
}
