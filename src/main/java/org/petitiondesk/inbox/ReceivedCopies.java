package org.petitiondesk.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.inbox.WorkListPlan.Condition;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Like;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person was sent for knowledge, newest first. */
@Repository
class ReceivedCopies {

  private static final String TEXT = " and (lower(i.title) like ? escape '!' or lower(i.case_code) like ? escape '!')";

  private final JdbcClient jdbc;
  private final WorkItems items;

  ReceivedCopies(JdbcClient jdbc, WorkItems items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  Page<ReceivedCopy> page(String text, Optional<String> cursor, int size, String account, Set<CaseId> without) {
    var parameters = new ArrayList<Object>(List.of(account));
    var sql = new StringBuilder("select c.id, c.item_id, c.sent_by, c.sent_at, c.words, c.read_at from work_item_copy c"
        + " join work_item i on i.id = c.item_id where c.sent_to = ?");
    text(text, sql, parameters);
    without(without, sql, parameters);
    cursor.flatMap(PageEnd::of).ifPresent(place -> {
      sql.append(" and c.sent_at <= ? and (c.sent_at < ? or c.id < ?)");
      parameters.addAll(List.of(Timestamp.from(place.at()), Timestamp.from(place.at()), place.id().toString()));
    });
    parameters.add(size + 1);
    var found = jdbc.sql(sql.append(" order by c.sent_at desc, c.id desc limit ?").toString()).params(parameters)
        .query((rs, row) -> new Copy(rs.getString("id"), rs.getString("item_id"), rs.getString("sent_by"),
            rs.getTimestamp("sent_at").toInstant(), rs.getString("words"), rs.getTimestamp("read_at") != null))
        .list();
    var page = Page.cut(found, size, copy -> new PageEnd(copy.sentAt(), UUID.fromString(copy.id())).toString());
    var known = items.all(page.rows().stream().map(Copy::item).distinct().toList()).stream()
        .collect(Collectors.toMap(WorkItem::id, Function.identity()));
    return new Page<>(page.rows().stream().map(copy -> new ReceivedCopy(copy.id(), known.get(copy.item()),
        copy.sentBy(), copy.sentAt(), copy.words(), copy.read())).toList(), page.next());
  }

  /** Counts no further than the limit. */
  int count(String text, boolean unread, int limit, String account, Set<CaseId> without) {
    var parameters = new ArrayList<Object>(List.of(account));
    var sql = new StringBuilder("select count(*) from (select 1 as one from work_item_copy c"
        + " join work_item i on i.id = c.item_id where c.sent_to = ?" + (unread ? " and c.read_at is null" : ""));
    text(text, sql, parameters);
    without(without, sql, parameters);
    parameters.add(limit);
    return jdbc.sql(sql.append(" limit ?) as copies").toString()).params(parameters).query(Integer.class).single();
  }

  private static void text(String text, StringBuilder sql, List<Object> parameters) {
    if (!text.isEmpty()) {
      sql.append(TEXT);
      parameters.addAll(List.of(Like.containing(text), Like.containing(text)));
    }
  }

  private static void without(Set<CaseId> cases, StringBuilder sql, List<Object> parameters) {
    if (!cases.isEmpty()) {
      var others = Condition.notIn("c.case_id", cases.stream().map(CaseId::value).toList());
      sql.append(" and ").append(others.sql());
      parameters.addAll(others.parameters());
    }
  }

  private record Copy(String id, String item, String sentBy, Instant sentAt, String words, boolean read) {}
}
