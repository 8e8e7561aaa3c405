package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminders (催办): whoever holds the item sees them in the list. Limited, so that a reminder still means something. */
@Component
@Transactional
public class Urges {

  private final WorkItems items;
  private final VerbRules rules;
  private final AuditTrail audit;
  private final Clock clock;
  private final int perDay;

  Urges(WorkItems items, VerbRules rules, AuditTrail audit, Clock clock,
      @Value("${petition-desk.inbox.urges-per-day}") int perDay) {
    this.items = items;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
    this.perDay = perDay;
  }

  /**
   * Needs a leader above the item, an officer of the office that registered the case, or whoever sent the item. Refused
   * when the actor has reminded of it as often today as the setting allows. The same form sent twice reminds once.
   */
  public void urge(String id, int version, String words, FormToken form, Actor actor) {
    var locked = rules.lock(Verb.URGE, id, version, actor);
    var said = VerbRules.words(words, false);
    var today = Dates.today(clock);
    var urge = form.id(id, locked.by().id());
    if (items.isUrged(urge)) {
      return;
    }
    if (items.urges(id, locked.by().id(), today) >= perDay) {
      throw Refused.because("inbox.refused.urged-enough", perDay);
    }
    items.urge(urge, id, locked.by().id(), today, clock.instant(), said);
    var details = new LinkedHashMap<String, Object>();
    details.put("item", id);
    details.put("name", locked.item().name());
    locked.item().assignee().ifPresent(holder -> details.put("assignee", holder));
    if (!said.isEmpty()) {
      details.put("words", said);
    }
    audit.append(locked.item().caseId(), locked.by(), "item.urged", details);
  }

  /** What was said last to whoever has the items, by item; reminders without words are only counted. */
  @Transactional(readOnly = true)
  public Map<String, Reminder> last(Collection<WorkItem> of) {
    return items.lastReminders(of.stream().filter(item -> item.isOpen() && item.marks().urged() > 0).map(WorkItem::id)
        .toList());
  }
}
