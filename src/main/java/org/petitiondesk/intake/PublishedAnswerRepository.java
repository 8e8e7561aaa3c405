package org.petitiondesk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.intake.PublishedAnswer.State;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PublishedAnswerRepository {

  static final int PAGE = 20;
  private static final int LOOKED_AT = 50;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PublishedAnswerRepository(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** An answer and how much of it is about the same as a text: 1 all, 0 nothing. */
  record Likeness(PublishedAnswer answer, double share) {}

  void insert(PublishedAnswer proposal, Collection<String> words) {
    jdbc.sql("""
        insert into published_answer (id, case_id, registering_unit, title, question, answer, category, territory,
          word_count, state, proposed_by, proposed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """).params(proposal.id(), proposal.caseId().value(), proposal.registeringUnit(), proposal.title(),
        proposal.question(), proposal.answer(), proposal.category(), proposal.territory(), words.size(),
        proposal.state().name(), proposal.proposedBy(), Timestamp.from(proposal.proposedAt())).update();
    batches.batchUpdate("insert into published_answer_word (word, answer_id) values (?, ?)",
        words.stream().map(word -> new Object[]{word, proposal.id()}).toList());
  }

  Optional<PublishedAnswer> find(UUID id) {
    return jdbc.sql("select a.* from published_answer a where a.id = :id").param("id", id)
        .query(PublishedAnswerRepository::answer).optional();
  }

  /** Whether it still was as it had to be; only one of two people gets a yes. */
  boolean decide(UUID id, State to, String by, String reason, Instant at) {
    return jdbc.sql("""
        update published_answer set state = :to, decided_by = :by, decided_at = :at, reason = :reason
        where id = :id and state = 'PROPOSED'
        """).param("to", to.name()).param("by", by).param("at", Timestamp.from(at)).param("reason", reason)
        .param("id", id).update() > 0;
  }

  boolean withdraw(UUID id, String by, String reason, Instant at) {
    return jdbc.sql("""
        update published_answer set state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, reason = :reason
        where id = :id and state = 'PUBLISHED'
        """).param("by", by).param("at", Timestamp.from(at)).param("reason", reason).param("id", id).update() > 0;
  }

  List<PublishedAnswer> ofCase(CaseId id) {
    return jdbc.sql("select a.* from published_answer a where a.case_id = :id order by a.proposed_at, a.id")
        .param("id", id.value()).query(PublishedAnswerRepository::answer).list();
  }

  /** Oldest first: what waits longest is read first. */
  int toDecide(String unit, String reader) {
    return jdbc.sql("""
        select count(*) from published_answer where state = 'PROPOSED' and registering_unit = ? and proposed_by <> ?""")
        .params(unit, reader).query(Integer.class).single();
  }

  List<PublishedAnswer> waiting(String unit) {
    return jdbc.sql("""
        select a.* from published_answer a where a.state = 'PROPOSED' and a.registering_unit = :unit
        order by a.proposed_at, a.id fetch first 100 rows only
        """).param("unit", unit).query(PublishedAnswerRepository::answer).list();
  }

  /** Newest first; each of the words must be in it. */
  Page<PublishedAnswer> published(Collection<String> words, Optional<String> category, Optional<UUID> after) {
    var parameters = new HashMap<String, Object>();
    var where = new StringBuilder("a.state = 'PUBLISHED'");
    category.ifPresent(code -> {
      where.append(" and a.category = :category");
      parameters.put("category", code);
    });
    if (!words.isEmpty()) {
      where.append("""
           and a.id in (select w.answer_id from published_answer_word w where w.word in (:words)
          group by w.answer_id having count(*) = :count)""");
      parameters.put("words", words);
      parameters.put("count", words.size());
    }
    after.flatMap(this::find).flatMap(PublishedAnswer::decidedAt).ifPresent(moment -> {
      where.append(" and (a.decided_at, a.id) < (:moment, :after)");
      parameters.put("moment", Timestamp.from(moment));
      parameters.put("after", after.get());
    });
    var rows = jdbc.sql("select a.* from published_answer a where " + where
        + " order by a.decided_at desc, a.id desc fetch first " + (PAGE + 1) + " rows only").params(parameters)
        .query(PublishedAnswerRepository::answer).list();
    return Page.cut(rows, PAGE, answer -> answer.id().toString());
  }

  /** Those that share most words with a text, best first. Cosine of the two sets of words. */
  List<Likeness> alike(Collection<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("""
        select a.*, f.shared from published_answer a join (
          select w.answer_id, count(*) shared from published_answer_word w where w.word in (:words)
          group by w.answer_id order by count(*) desc, w.answer_id fetch first %d rows only) f on f.answer_id = a.id
        where a.state = 'PUBLISHED'
        """.formatted(LOOKED_AT)).params(Map.of("words", words))
        .query((rs, row) -> new Likeness(answer(rs, row),
            rs.getInt("shared") / Math.sqrt((double) words.size() * rs.getInt("word_count"))))
        .list().stream().sorted((one, other) -> Double.compare(other.share(), one.share())).toList();
  }

  private static PublishedAnswer answer(ResultSet rs, int row) throws SQLException {
    return new PublishedAnswer(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("registering_unit"), rs.getString("title"), rs.getString("question"), rs.getString("answer"),
        rs.getString("category"), rs.getString("territory"), State.valueOf(rs.getString("state")),
        rs.getString("proposed_by"), rs.getTimestamp("proposed_at").toInstant(),
        Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant),
        Optional.ofNullable(rs.getString("reason")));
  }
}
