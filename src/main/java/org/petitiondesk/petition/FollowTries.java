package org.petitiondesk.petition;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries out one tracking code after the other; each code slows its own tries down besides. In the
 * database, so that it holds on every node, and under a keyed hash: nobody can read there who asked. Many people share
 * an address, so it takes more wrong tries than a code does, and no wait is longer than an hour.
 */
@Component
class FollowTries {

  private static final int FREE_TRIES = 10;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Clock clock;

  FollowTries(JdbcClient jdbc, PersonalData personalData, Clock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.clock = clock;
  }

  /** Whether the address may try now. Tries of one address wait for each other, so that a thousand at once count. */
  boolean mayTry(String address) {
    var index = index(address);
    jdbc.sql("""
        insert into petition_follow_try (address_index, wrong_tries, last_at) values (:index, 0, :now)
        on conflict do nothing
        """).param("index", index).param("now", Timestamp.from(now())).update();
    var waitsUntil = jdbc.sql("select no_try_before from petition_follow_try where address_index = :index for update")
        .param("index", index)
        .query((rs, row) -> Optional.ofNullable(rs.getTimestamp("no_try_before")).map(Timestamp::toInstant)).single();
    return waitsUntil.filter(now()::isBefore).isEmpty();
  }

  /** A right try does not wipe out the wrong ones: whoever has a code of their own could go on guessing others. */
  void wrong(String address) {
    var index = index(address);
    var now = now();
    var before = jdbc.sql("select wrong_tries, last_at from petition_follow_try where address_index = :index")
        .param("index", index)
        .query((rs, row) -> rs.getTimestamp("last_at").toInstant().plus(FORGOTTEN_AFTER).isBefore(now)
            ? 0
            : rs.getInt("wrong_tries"))
        .single();
    jdbc.sql("""
        update petition_follow_try set wrong_tries = :tries, last_at = :now, no_try_before = :next
        where address_index = :index
        """).param("tries", before + 1).param("now", Timestamp.from(now))
        .param("next", before + 1 < FREE_TRIES ? null : Timestamp.from(now.plus(wait(before + 1))))
        .param("index", index).update();
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
  void forget() {
    jdbc.sql("delete from petition_follow_try where last_at < :moment")
        .param("moment", Timestamp.from(now().minus(FORGOTTEN_AFTER.multipliedBy(2)))).update();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String index(String address) {
    return personalData.blindIndex("address:" + network(address));
  }

  /** One connection has as many IPv6 addresses as it likes in the first four groups. */
  private static String network(String address) {
    var groups = address.split(":");
    return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }

  private static Duration wait(int wrongTries) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrongTries - FREE_TRIES, 16));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
