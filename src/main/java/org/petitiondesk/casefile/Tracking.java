package org.petitiondesk.casefile;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
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
  private final AuditTrail audit;
  private final Clock clock;

  Tracking(JdbcClient jdbc, PersonalData personalData, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.audit = audit;
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

  /**
   * Empty for a wrong code, wrong digits, and right digits that come too early. Each of them costs the same statements,
   * so that the time of the answer tells them apart no more than its words do, and each is on record.
   */
  Optional<CaseId> find(String typedCode, String typedSecret) {
    var code = plain(typedCode);
    var given = hash(code, typedSecret.strip());
    // Locked, so that a thousand tries at once are a thousand tries one after the other.
    var own = known("select id, secret_hash, wrong_tries, no_try_before from case_file", code);
    var further = known("select case_id as id, secret_hash, wrong_tries, no_try_before from case_follower", code);
    var known = own.or(() -> further);
    var tried = known.orElse(Known.NOBODY);
    var now = clock.instant();
    var early = tried.noTryBefore().filter(now::isBefore).isPresent();
    var right = MessageDigest.isEqual(tried.secretHash().getBytes(), given.getBytes()) && !early;
    count(code, right ? 0 : tried.wrongTries() + (early ? 0 : 1),
        early ? tried.noTryBefore() : next(tried, right, now));
    if (right) {
      return Optional.of(new CaseId(tried.id()));
    }
    audit.append(known.map(one -> new CaseId(one.id())).orElse(AuditTrail.HOUSE), Actor.PUBLIC, "tracking.refused",
        Map.of());
    return Optional.empty();
  }

  /** One more side of a case gets a code of its own; asked for again, it is the same one. */
  FollowerCode follower(CaseId id, String follower) {
    var code = jdbc.sql("select tracking_code from case_follower where case_id = ? and follower = ?")
        .params(id.value(), follower).query(String.class).optional().orElseGet(() -> {
          var fresh = newCode();
          jdbc.sql("""
              insert into case_follower (case_id, follower, tracking_code, secret_hash) values (?, ?, ?, ?)""")
              .params(id.value(), follower, fresh, hash(fresh, secretOf(fresh))).update();
          return fresh;
        });
    return new FollowerCode(shown(code), secretOf(code));
  }

  /** Which further side of its case a code belongs to; empty for the case's own code. */
  Optional<String> followerOf(String typedCode) {
    return jdbc.sql("select follower from case_follower where tracking_code = ?").param(plain(typedCode))
        .query(String.class).optional();
  }

  private Optional<Known> known(String select, String code) {
    return jdbc.sql(select + " where tracking_code = :code for update").param("code", code)
        .query((rs, row) -> new Known(rs.getObject("id", UUID.class), rs.getString("secret_hash"),
            rs.getInt("wrong_tries"), Optional.ofNullable(rs.getTimestamp("no_try_before")).map(Timestamp::toInstant)))
        .optional();
  }

  private void count(String code, int wrongTries, Optional<Instant> next) {
    for (var table : List.of("case_file", "case_follower")) {
      jdbc.sql("update " + table + " set wrong_tries = :tries, no_try_before = :next where tracking_code = :code")
          .param("tries", wrongTries).param("next", next.map(Timestamp::from).orElse(null)).param("code", code)
          .update();
    }
  }

  private static String plain(String typedCode) {
    return typedCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private static Optional<Instant> next(Known tried, boolean right, Instant now) {
    return right || tried.wrongTries() + 1 < FREE_TRIES
        ? Optional.empty()
        : Optional.of(now.plus(wait(tried.wrongTries() + 1)));
  }

  private static Duration wait(int wrongTries) {
    var doublings = Math.min(wrongTries - FREE_TRIES, 16);
    var wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private record Known(UUID id, String secretHash, int wrongTries, Optional<Instant> noTryBefore) {

    /** What a code is tried against that belongs to no case: no hash has this length of nothing but zeros. */
    static final Known NOBODY = new Known(new UUID(0, 0), "0".repeat(64), 0, Optional.empty());
  }
}
