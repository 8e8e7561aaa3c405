package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with an item beside the work itself: who holds it, who gets it next. */
@Component
@Transactional
public class ItemVerbs {

  private final WorkItems items;
  private final WorkList workList;
  private final VerbRules rules;
  private final Insiders insiders;
  private final Processes processes;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  ItemVerbs(WorkItems items, WorkList workList, VerbRules rules, Insiders insiders, Processes processes,
      Accounts accounts,
      AuditTrail audit, Clock clock) {
    this.items = items;
    this.workList = workList;
    this.rules = rules;
    this.insiders = insiders;
    this.processes = processes;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What can be done with the item, in the order in which pages show it; asks nobody but the item. A substitute asks as
   * the one who acts {@link StandIn#on} it.
   */
  public List<Verb> of(WorkItem item, Actor by) {
    return rules.of(item, by);
  }

  /** Forbidden, with the sentence who may. */
  public void requireMay(Verb verb, WorkItem item, Actor actor) {
    rules.requireMay(verb, item, actor);
  }

  /** Those who may be asked to help with the item, with what they have open, the least burdened first. */
  @Transactional(readOnly = true)
  public List<Load> helpers(WorkItem item, Actor actor) {
    var inside = insiders.of(List.of(item), actor);
    return workList.load(item.unit(), rules.colleagues(item).stream().filter(inside::contains).toList());
  }

  /**
   * Those to whom each of the items may be transferred, with what they have open, the least burdened first; of several
   * units' items nobody.
   */
  @Transactional(readOnly = true)
  public List<Load> candidates(List<WorkItem> items) {
    var colleagues = new ArrayList<>(rules.colleagues(items.get(0)));
    items.stream().skip(1).forEach(item -> colleagues.retainAll(rules.colleagues(item)));
    return workList.load(items.get(0).unit(), colleagues);
  }

  /** Those who may be asked about the item or told of it, by unit: people who see its case. */
  @Transactional(readOnly = true)
  public List<Account> insiders(WorkItem item, Actor actor) {
    return insiders.of(List.of(item), actor);
  }

  /** Those who may be told of each of the items. */
  @Transactional(readOnly = true)
  public List<Account> insiders(List<WorkItem> items, Actor actor) {
    return insiders.of(items, actor);
  }

  /** Refused when somebody has to say something with the verb and has not, or says more than can be kept. */
  public void requireWords(Verb verb, String words) {
    VerbRules.words(words, verb.isWordsRequired());
  }

  /** Refused when the page has not seen who holds it now; {@code version} is what the page saw. */
  public void claim(String id, int version, Actor actor) {
    var locked = rules.lock(id, actor);
    var item = locked.item();
    if (item.isHeldBy(locked.by())) {
      return;
    }
    item.assignee().ifPresent(holder -> {
      throw new Conflict("inbox.conflict.taken", accounts.name(holder));
    });
    VerbRules.requireSeen(item, version);
    processes.claim(id, locked.by());
  }

  public void release(String id, int version, Actor actor) {
    var locked = rules.lock(id, actor);
    VerbRules.requireSeen(locked.item(), version);
    processes.release(id, locked.by());
  }

  /**
   * Hands the item to a colleague of its group, who is told by whom and why. Needs whoever holds it or a leader of its
   * unit.
   */
  public void transfer(String id, int version, String account, String reason, Actor actor) {
    var locked = rules.lock(Verb.TRANSFER, id, version, actor);
    var colleague = rules.colleague(locked.item(), account);
    processes.transfer(id, colleague.id(), VerbRules.words(reason, true), locked.by());
  }

  /** Tries a failed step once more. The item is done; should the step fail again, there will be a new one. */
  public void retry(String id, Actor operator) {
    if (!operator.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
    var item = rules.lock(id, operator).item();
    var step = items.failure(item).orElseThrow(() -> WorkList.notFound(id));
    items.finish(id, ItemState.DONE, WorkItem.Finish.of(operator, clock.instant()));
    audit.append(item.caseId(), operator, "incident.retried", Map.of("item", id, "step", item.kind()));
    processes.retry(step.jobId(), operator);
  }
}
