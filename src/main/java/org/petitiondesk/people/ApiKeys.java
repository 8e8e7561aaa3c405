package org.petitiondesk.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of programs. A key is stored as its hash; whoever lost it gets a new one. */
@Component
public class ApiKeys {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Units units;
  private final AuditTrail audit;
  private final Clock clock;

  ApiKeys(JdbcClient jdbc, Units units, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns the key itself, this one time. */
  @Transactional
  public String create(String name, String unit, Actor by) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var key = "pd_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    register(name, key, unit, by);
    return key;
  }

  /** Takes a key that somebody else chose; only for demonstrations. */
  @Transactional
  public void register(String name, String key, String unit, Actor by) {
    Names.id(name);
    if (find(name).isPresent()) {
      throw Refused.at("id", "people.refused.id-taken", name);
    }
    if (units.find(unit).isEmpty()) {
      throw Refused.at("unit", "people.not-found.unit", unit);
    }
    jdbc.sql("insert into api_key (name, unit, hash, created_at, enabled) values (?, ?, ?, ?, true)")
        .params(name, unit, hash(key), Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS))).update();
    audit.append(AuditTrail.HOUSE, by, "people.api-key-created", Map.of("key", name, "unit", unit));
  }

  @Transactional
  public void enable(String name, boolean enabled, Actor by) {
    if (jdbc.sql("update api_key set enabled = ? where name = ?").params(enabled, name).update() == 0) {
      throw new NotFound("people.not-found.api-key", name);
    }
    audit.append(AuditTrail.HOUSE, by, enabled ? "people.api-key-enabled" : "people.api-key-disabled",
        Map.of("key", name));
  }

  public List<ApiKey> all() {
    return jdbc.sql("select name, unit, created_at, enabled from api_key order by name").query(ApiKeys::read).list();
  }

  /** Who shows this key, when it is known and not disabled. */
  public Optional<ApiKey> holder(String key) {
    return jdbc.sql("select name, unit, created_at, enabled from api_key where hash = ? and enabled")
        .param(hash(key)).query(ApiKeys::read).optional();
  }

  private Optional<ApiKey> find(String name) {
    return jdbc.sql("select name, unit, created_at, enabled from api_key where name = ?").param(name)
        .query(ApiKeys::read).optional();
  }

  private static ApiKey read(ResultSet row, int number) throws SQLException {
    return new ApiKey(row.getString("name"), row.getString("unit"), row.getTimestamp("created_at").toInstant(),
        row.getBoolean("enabled"));
  }

  /** 256 random bits need no salt and no slowness. */
  private static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
