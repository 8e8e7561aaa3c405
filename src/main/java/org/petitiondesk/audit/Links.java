package org.petitiondesk.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries and the head of every chain, in the database. */
@Repository
class Links {

  private static final String HEADED = """
      select e.*, h.seq as head_seq, h.hash as head_hash from audit_entry e left join audit_head h on h.chain = e.chain""";

  private static final int HEADS = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  /**
   * The heads that this node has moved last. Only a guess: another node may have moved one since, or the transaction was
   * rolled back; then moving it finds no row, and the head is read and locked.
   */
  private final Map<UUID, Head> guessed = Collections.synchronizedMap(new LinkedHashMap<>(HEADS, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Head> eldest) {
      return size() > HEADS;
    }
  });

  Links(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Two or three statements, however many acts there are: move the head, which locks it, and add the entries. */
  void add(UUID chain, List<Link.Act> acts) {
    var links = Optional.ofNullable(guessed.get(chain)).flatMap(head -> moveHead(chain, head, acts))
        .or(() -> lockHead(chain).flatMap(head -> moveHead(chain, head, acts))).orElseGet(() -> begin(chain, acts));
    var last = links.get(links.size() - 1);
    guessed.put(chain, new Head(last.seq(), last.hash()));
    batches.batchUpdate("""
        insert into audit_entry (chain, seq, at, actor_id, actor_name, act, details, previous, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", links, links.size(), (statement, link) -> {
      statement.setObject(1, link.chain());
      statement.setLong(2, link.seq());
      statement.setTimestamp(3, Timestamp.from(link.at()));
      statement.setString(4, link.actorId());
      statement.setString(5, link.actorName());
      statement.setString(6, link.act());
      statement.setString(7, link.details());
      statement.setString(8, link.previous());
      statement.setString(9, link.hash());
    });
  }

  List<Link> of(UUID chain) {
    return jdbc.sql("select * from audit_entry where chain = ? order by seq").param(chain).query(Link::read).list();
  }

  /** Newest first. */
  List<Link> newest(UUID chain, long before, int size) {
    return jdbc.sql("select * from audit_entry where chain = ? and seq < ? order by seq desc limit ?")
        .params(chain, before, size).query(Link::read).list();
  }

  /** One more than a page holds, so that it is known whether there is a next one. */
  List<Link> find(AuditQuery query, Optional<Long> after) {
    var sql = new StringBuilder("select * from audit_entry where chain = ?");
    var parameters = new ArrayList<Object>(List.of(query.chain().value()));
    after.ifPresent(seq -> {
      sql.append(query.oldestFirst() ? " and seq > ?" : " and seq < ?");
      parameters.add(seq);
    });
    if (!query.only().isEmpty()) {
      sql.append(query.only().stream().map(act -> "act like ?").collect(Collectors.joining(" or ", " and (", ")")));
    }
    query.without().forEach(act -> sql.append(" and act not like ?"));
    Stream.concat(query.only().stream(), query.without().stream()).forEach(act -> parameters.add(act + "%"));
    sql.append(query.oldestFirst() ? " order by seq" : " order by seq desc").append(" limit ?");
    parameters.add(query.size() + 1);
    return jdbc.sql(sql.toString()).params(parameters).query(Link::read).list();
  }

  long count(UUID chain) {
    return jdbc.sql("select count(*) from audit_entry where chain = ?").param(chain).query(Long.class).single();
  }

  List<Headed> chainAfter(UUID chain, long seq, int size) {
    return jdbc.sql(HEADED + " where e.chain = ? and e.seq > ? order by e.seq limit ?").params(chain, seq, size)
        .query(Links::headed).list();
  }

  List<Headed> page(int size) {
    return jdbc.sql(HEADED + " order by e.chain, e.seq limit ?").param(size).query(Links::headed).list();
  }

  /** The rest of this chain first, then the next chains: two searches by the key, where one would scan the table. */
  List<Headed> pageAfter(Headed last, int size) {
    var at = last.link();
    var page = new ArrayList<>(chainAfter(at.chain(), at.seq(), size));
    if (page.size() < size) {
      page.addAll(jdbc.sql(HEADED + " where e.chain > ? order by e.chain, e.seq limit ?")
          .params(at.chain(), size - page.size()).query(Links::headed).list());
    }
    return page;
  }

  /** Of such a chain every entry was removed. */
  Optional<BrokenLink> firstHeadWithoutEntries() {
    return jdbc.sql("""
        select h.chain from audit_head h where not exists (select 1 from audit_entry e where e.chain = h.chain)
        order by h.chain limit 1""").query(Links::emptied).optional();
  }

  Optional<BrokenLink> headWithoutEntries(UUID chain) {
    return jdbc.sql("""
        select h.chain from audit_head h
        where h.chain = ? and not exists (select 1 from audit_entry e where e.chain = h.chain)""").param(chain)
        .query(Links::emptied).optional();
  }

  long countChains() {
    return jdbc.sql("select count(*) from audit_head").query(Long.class).single();
  }

  long countEntries() {
    return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  private Optional<Head> lockHead(UUID chain) {
    return jdbc.sql("select seq, hash from audit_head where chain = ? for update").param(chain)
        .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash"))).optional();
  }

  /** Empty when the head is not where it was thought to be. */
  private Optional<List<Link>> moveHead(UUID chain, Head from, List<Link.Act> acts) {
    var links = chained(chain, from, acts);
    var last = links.get(links.size() - 1);
    var moved = jdbc.sql("update audit_head set seq = ?, hash = ? where chain = ? and seq = ? and hash = ?")
        .params(last.seq(), last.hash(), chain, from.seq(), from.hash()).update();
    return moved == 1 ? Optional.of(links) : Optional.empty();
  }

  private List<Link> begin(UUID chain, List<Link.Act> acts) {
    var links = chained(chain, new Head(0, Link.GENESIS), acts);
    var last = links.get(links.size() - 1);
    var begun = jdbc.sql("insert into audit_head (chain, seq, hash) values (?, ?, ?) on conflict do nothing")
        .params(chain, last.seq(), last.hash()).update();
    // Another transaction began the chain while this one looked: the insert has waited for its commit.
    return begun == 1 ? links : lockHead(chain).flatMap(head -> moveHead(chain, head, acts)).orElseThrow();
  }

  private static List<Link> chained(UUID chain, Head head, List<Link.Act> acts) {
    var links = new ArrayList<Link>(acts.size());
    var at = head;
    for (var act : acts) {
      var link = Link.next(chain, at.seq() + 1, act, at.hash());
      links.add(link);
      at = new Head(link.seq(), link.hash());
    }
    return links;
  }

  private static Headed headed(ResultSet row, int number) throws SQLException {
    return new Headed(Link.read(row, number), row.getLong("head_seq"), row.getString("head_hash"));
  }

  private static BrokenLink emptied(ResultSet row, int number) throws SQLException {
    return new BrokenLink(new CaseId(row.getObject("chain", UUID.class)), 1, Fault.MISSING);
  }

  /** An entry beside the head of its chain, which may be gone: then {@code headHash} is null. */
  record Headed(Link link, long headSeq, String headHash) {}

  private record Head(long seq, String hash) {}
}
