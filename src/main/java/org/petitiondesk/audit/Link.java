package org.petitiondesk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** One entry as it is stored: details as the text that was hashed, with the hash of the entry before. */
record Link(UUID chain, long seq, Instant at, String actorId, String actorName, String act, String details,
    String previous, String hash) {

  /** What the first entry of a chain names as the one before. */
  static final String GENESIS = "";

  static Link next(UUID chain, long seq, Act act, String previous) {
    var open = new Link(chain, seq, act.at(), act.actorId(), act.actorName(), act.act(), act.details(), previous, "");
    return new Link(chain, seq, act.at(), act.actorId(), act.actorName(), act.act(), act.details(), previous,
        open.expectedHash());
  }

  static Link read(ResultSet row, int number) throws SQLException {
    return new Link(row.getObject("chain", UUID.class), row.getLong("seq"), row.getTimestamp("at").toInstant(),
        row.getString("actor_id"), row.getString("actor_name"), row.getString("act"), row.getString("details"),
        row.getString("previous"), row.getString("hash"));
  }

  String expectedHash() {
    return sha256(canonicalText());
  }

  /** Whoever exported a chain can compute this text and its hash without us. */
  String canonicalText() {
    return CanonicalJson.of(List.of(chain.toString(), seq, at.toEpochMilli(), actorId, actorName, act, details,
        previous));
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }

  /** What was done, before it has its place in the chain. */
  record Act(Instant at, String actorId, String actorName, String act, String details) {}
}
