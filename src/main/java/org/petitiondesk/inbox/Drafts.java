package org.petitiondesk.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Half-filled forms of items, one for each person and item. Nobody reads another's; when the item goes to somebody else,
 * the draft waits for its writer until the item is finished.
 */
@Component
@Transactional
public class Drafts {

  /** Characters of all fields together; a long reply has a tenth of it. */
  static final int LONGEST = 100_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final WorkList workList;
  private final PersonalData personalData;
  private final Clock clock;

  Drafts(JdbcClient jdbc, WorkItems items, WorkList workList, PersonalData personalData, Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.workList = workList;
    this.personalData = personalData;
    this.clock = clock;
  }

  /**
   * Needs somebody who may work on the open item. Refused when it is too long, and a conflict when another window of the
   * same person has saved a newer one.
   */
  public Instant save(String item, SaveDraft command, Actor actor) {
    // Whoever finishes the item at this moment waits, or is waited for: no draft outlives its item.
    var found = items.lock(item).filter(known -> known.isHeldBy(actor) || known.isForGroupOf(actor))
        .filter(known -> workList.isVisible(known, actor))
        .orElseThrow(() -> WorkList.notFound(item));
    if (!found.isOpen()) {
      throw Conflicts.of(found);
    }
    if (!found.isHeldBy(actor) && !found.isFor(actor)) {
      throw new Forbidden("inbox.forbidden.draft");
    }
    var text = written(command.fields());
    if (text.length() > LONGEST) {
      throw Refused.because("inbox.refused.draft-too-long");
    }
    var savedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!update(item, actor, text, savedAt, command)) {
      insert(item, actor, text, savedAt, command);
    }
    return savedAt;
  }

  @Transactional(readOnly = true)
  public Optional<Draft> find(String item, Actor actor) {
    return jdbc.sql("select content, saved_at, hand from draft where item_id = ? and account = ?")
        .params(item, actor.id())
        .query(this::draft).optional();
  }

  /** When the person's drafts of these items were saved. */
  @Transactional(readOnly = true)
  public Map<String, Instant> savedAt(Collection<String> items, Actor actor) {
    var saved = new HashMap<String, Instant>();
    if (!items.isEmpty()) {
      jdbc.sql("select item_id, saved_at from draft where account = :account and item_id in (:items)")
          .param("account", actor.id()).param("items", items).query(rs -> {
            saved.put(rs.getString("item_id"), rs.getTimestamp("saved_at").toInstant());
          });
    }
    return saved;
  }

  /** Accounts that have begun to fill in the form of the item. */
  List<String> writers(String item) {
    return jdbc.sql("select account from draft where item_id = ? order by account").param(item).query(String.class)
        .list();
  }

  /** The writer's own wish, or their form was taken. */
  public void discard(String item, Actor actor) {
    jdbc.sql("delete from draft where item_id = ? and account = ?").params(item, actor.id()).update();
  }

  /** The item is finished: whatever was half written to it is no longer needed, by whomever. */
  void forget(String item) {
    jdbc.sql("delete from draft where item_id = ?").param(item).update();
  }

  private boolean update(String item, Actor actor, String text, Instant savedAt, SaveDraft command) {
    var seen = command.seen().map(Drafts::timestamp).orElse(new Timestamp(0));
    return jdbc.sql("""
        update draft set content = ?, saved_at = ?, hand = ?
          where item_id = ? and account = ? and (hand = ? or saved_at = ?)""")
        .params(personalData.encrypt(text), timestamp(savedAt), command.hand(), item, actor.id(), command.hand(), seen)
        .update() == 1;
  }

  private void insert(String item, Actor actor, String text, Instant savedAt, SaveDraft command) {
    var inserted = jdbc.sql("""
        insert into draft (item_id, account, content, saved_at, hand) values (?, ?, ?, ?, ?) on conflict do nothing""")
        .params(item, actor.id(), personalData.encrypt(text), timestamp(savedAt), command.hand()).update();
    if (inserted == 0) {
      var newer = find(item, actor).map(Draft::savedAt).orElse(savedAt);
      throw new Conflict("inbox.conflict.draft", Dates.local(newer));
    }
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(row.getTimestamp("saved_at").toInstant(), read(personalData.decrypt(row.getBytes("content"))),
        row.getString("hand"));
  }

  private static String written(Map<String, List<String>> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text is always JSON", e);
    }
  }

  private static Map<String, List<String>> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<>() {
      });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A draft is not what was written", e);
    }
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }
}
