package org.petitiondesk.casefile;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a petitioner finds the case again: a code without letters that look alike, and six digits. The digits are few
 * enough to be tried out, so after some wrong ones the case answers nobody for a while, twice as long each time; and it
 * says the same "nothing found" for a wrong code, wrong digits, and right digits that come too early.
 */
@Component
class Tracking {

  private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY3479";
  private static final int CODE_LENGTH = 12;
  private static final int FREE_TRIES = 3;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Clock clock;

  Tracking(JdbcClient jdbc, PersonalData personalData, Clock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.clock = clock;
  }

  String newCode() {
    return random.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /**
   * Made from the code with the installation's key: nobody else can compute it, and whoever sends the same petition
   * twice gets the same receipt although the secret is stored nowhere.
   */
  String secretOf(String code) {
    var number = new BigInteger(personalData.blindIndex("secret:" + code), 16).mod(BigInteger.valueOf(1_000_000));
    return "%06d".formatted(number.intValue());
  }

  /** Keyed: six digits hashed without a key would be found by trying all of them on a stolen database. */
  String hash(String code, String secret) {
    return personalData.blindIndex("tracking:" + code + ":" + secret);
  }

  /** As people read and copy it: ACDE-FGHJ-KMNP. */
  static String shown(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  Optional<CaseId> find(String typedCode, String typedSecret) {
    var code = typedCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    var given = hash(code, typedSecret.strip());
    if (code.length() != CODE_LENGTH) {
      return Optional.empty();
    }
    // Locked, so that a thousand tries at once are a thousand tries one after the other.
    var known = jdbc.sql("""
        select id, secret_hash, wrong_tries, no_try_before from case_file where tracking_code = :code for update
        """).param("code", code).query((rs, row) -> new Known(rs.getObject("id", UUID.class),
        rs.getString("secret_hash"), rs.getInt("wrong_tries"), Optional.ofNullable(rs.getTimestamp("no_try_before"))
            .map(Timestamp::toInstant)))
        .optional();
    return known.filter(one -> open(one, given)).map(one -> new CaseId(one.id()));
  }

  private boolean open(Known known, String given) {
    var now = clock.instant();
    if (known.noTryBefore().filter(now::isBefore).isPresent()) {
      return false;
    }
    var right = MessageDigest.isEqual(known.secretHash().getBytes(), given.getBytes());
    if (!right) {
      count(known, known.wrongTries() + 1, now);
    } else if (known.wrongTries() > 0) {
      count(known, 0, now);
    }
    return right;
  }

  private void count(Known known, int wrongTries, Instant now) {
    var next = wrongTries < FREE_TRIES ? null : Timestamp.from(now.plus(wait(wrongTries)));
    jdbc.sql("update case_file set wrong_tries = :tries, no_try_before = :next where id = :id")
        .param("tries", wrongTries).param("next", next).param("id", known.id()).update();
  }

  private static Duration wait(int wrongTries) {
    var doublings = Math.min(wrongTries - FREE_TRIES, 16);
    var wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private record Known(UUID id, String secretHash, int wrongTries, Optional<Instant> noTryBefore) {}
}
