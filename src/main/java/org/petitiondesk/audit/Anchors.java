package org.petitiondesk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and reads the seals over the chains. */
@Component
public class Anchors {

  private final JdbcClient jdbc;
  private final Clock clock;

  Anchors(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Seals what grew since the last anchor; nothing when nothing grew. */
  @Transactional
  public Optional<Anchor> make() {
    var last = last();
    var number = last.map(Anchor::number).orElse(0L) + 1;
    var previous = last.map(Anchor::root).orElse(Link.GENESIS);
    var day = Dates.today(clock);
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // The row of the anchor first: of two nodes that seal at once, one is refused here.
    jdbc.sql("""
        insert into audit_anchor (number, sealed_on, sealed_at, chains, previous, root) values (?, ?, ?, 0, ?, '')""")
        .params(number, Date.valueOf(day), Timestamp.from(at), previous).update();
    var chains = jdbc.sql("""
        insert into audit_anchor_head (chain, seq, number, hash)
        select h.chain, h.seq, ?, h.hash from audit_head h
        where not exists (select 1 from audit_anchor_head a where a.chain = h.chain and a.seq >= h.seq)""")
        .param(number).update();
    if (chains == 0) {
      jdbc.sql("delete from audit_anchor where number = ?").param(number).update();
      return Optional.empty();
    }
    var root = root(number, day, previous);
    jdbc.sql("update audit_anchor set chains = ?, root = ? where number = ?").params(chains, root, number).update();
    return Optional.of(new Anchor(number, day, at, chains, previous, root));
  }

  public Optional<Anchor> last() {
    return jdbc.sql("select * from audit_anchor order by number desc limit 1").query(Anchors::read).optional();
  }

  List<Anchor> all() {
    return jdbc.sql("select * from audit_anchor order by number").query(Anchors::read).list();
  }

  /** The anchors that sealed entries of this chain. */
  List<Anchor> of(CaseId chain) {
    return jdbc.sql("""
        select * from audit_anchor where number in (select number from audit_anchor_head where chain = ?)
        order by number""").param(chain.value()).query(Anchors::read).list();
  }

  /** The sealed heads of one anchor, as they went into its root. */
  List<String> lines(long number) {
    return jdbc.sql("select chain, seq, hash from audit_anchor_head where number = ? order by chain, seq").param(number)
        .query(Anchors::line).list();
  }

  /** The first sealed entry that is no longer what was sealed. */
  Optional<BrokenLink> firstOtherwise() {
    return jdbc.sql("""
        select a.chain, a.seq from audit_anchor_head a left join audit_entry e on e.chain = a.chain and e.seq = a.seq
        where e.hash is null or e.hash <> a.hash order by a.chain, a.seq limit 1""").query(Anchors::otherwise)
        .optional();
  }

  Optional<BrokenLink> firstOtherwise(CaseId chain) {
    return jdbc.sql("""
        select a.chain, a.seq from audit_anchor_head a left join audit_entry e on e.chain = a.chain and e.seq = a.seq
        where a.chain = ? and (e.hash is null or e.hash <> a.hash) order by a.seq limit 1""").param(chain.value())
        .query(Anchors::otherwise).optional();
  }

  String root(long number, LocalDate day, String previous) {
    var digest = Link.digest();
    update(digest, previous + "\n" + number + "\n" + day);
    jdbc.sql("select chain, seq, hash from audit_anchor_head where number = ? order by chain, seq").param(number)
        .query((RowCallbackHandler) row -> update(digest, "\n" + line(row, 0)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(ResultSet row, int number) throws SQLException {
    return row.getObject("chain", UUID.class) + " " + row.getLong("seq") + " " + row.getString("hash");
  }

  private static BrokenLink otherwise(ResultSet row, int number) throws SQLException {
    return new BrokenLink(new CaseId(row.getObject("chain", UUID.class)), row.getLong("seq"), Fault.ANCHORED_OTHERWISE);
  }

  private static Anchor read(ResultSet row, int number) throws SQLException {
    return new Anchor(row.getLong("number"), row.getDate("sealed_on").toLocalDate(),
        row.getTimestamp("sealed_at").toInstant(), row.getLong("chains"), row.getString("previous"),
        row.getString("root"));
  }
}
