package org.petitiondesk.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sending a case for knowledge (抄送): no work, no right; only those who may see the case already. */
@Component
@Transactional
public class Copies {

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final VerbRules rules;
  private final CaseBars bars;
  private final Insiders insiders;
  private final AuditTrail audit;
  private final Clock clock;

  Copies(JdbcClient jdbc, WorkItems items, VerbRules rules, CaseBars bars, Insiders insiders, AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.rules = rules;
    this.bars = bars;
    this.insiders = insiders;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Needs somebody who works on the item or leads its unit. Refused for people who may not see the case. The same form
   * sent twice copies once.
   */
  public void send(String id, int version, Set<String> to, String words, FormToken form, Actor actor) {
    var locked = rules.lock(Verb.COPY, id, version, actor);
    var item = locked.item();
    var receivers = insiders.among(item, to, locked.by());
    var said = VerbRules.words(words, false);
    for (var receiver : receivers) {
      var sent = jdbc.sql("""
          insert into work_item_copy (id, case_id, item_id, sent_by, sent_to, words, sent_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
          .params(form.id(id, locked.by().id(), receiver.id()), item.caseId().value(), id, locked.by().id(),
              receiver.id(), said, now())
          .update();
      if (sent == 0) {
        continue;
      }
      var details = new LinkedHashMap<String, Object>();
      details.put("item", id);
      details.put("to", receiver.id());
      if (!said.isEmpty()) {
        details.put("words", said);
      }
      audit.append(item.caseId(), locked.by(), "item.copied", details);
    }
  }

  /** The receiver opens it: from now on it is read. Returns the item whose case it shows. NotFound for others' copies. */
  public WorkItem read(String id, Actor actor) {
    var item = jdbc.sql("select item_id from work_item_copy where id = ? and sent_to = ?").params(id, actor.id())
        .query(String.class).optional().orElseThrow(() -> WorkList.notFound(id));
    var copied = items.find(item).orElseThrow(() -> WorkList.notFound(id));
    bars.require(copied.caseId(), actor);
    jdbc.sql("update work_item_copy set read_at = ? where id = ? and read_at is null").params(now(), id).update();
    return copied;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
