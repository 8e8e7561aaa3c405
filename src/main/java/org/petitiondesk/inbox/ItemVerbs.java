package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with an item beside the work itself: who holds it, who gets it next. */
@Component
@Transactional
public class ItemVerbs {

  /** As long as the database keeps. */
  static final int WORDS_LENGTH = 1000;

  private final WorkItems items;
  private final WorkList workList;
  private final StandIns standIns;
  private final Processes processes;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  ItemVerbs(WorkItems items, WorkList workList, StandIns standIns, Processes processes, Accounts accounts,
      AuditTrail audit, Clock clock) {
    this.items = items;
    this.workList = workList;
    this.standIns = standIns;
    this.processes = processes;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the actor can do with the item, in the order in which pages show it; asks nobody but the item. A substitute asks
   * as the one who acts {@link StandIn#on} it.
   */
  public List<Verb> of(WorkItem item, Actor actor) {
    return Stream.of(Verb.values()).filter(verb -> applies(verb, item, actor)).toList();
  }

  /** Forbidden, with the sentence who may. */
  public void requireMay(Verb verb, WorkItem item, Actor actor) {
    require(verb, item, standIns.of(actor).on(item));
  }

  /** Those to whom the item may be transferred, with what they have open, the least burdened first. */
  @Transactional(readOnly = true)
  public List<Load> candidates(WorkItem item) {
    return workList.load(item.unit(),
        colleagues(item).stream().filter(account -> !item.assignee().equals(Optional.of(account.id()))).toList());
  }

  /** Refused when the page has not seen who holds it now; {@code version} is what the page saw. */
  public void claim(String id, int version, Actor actor) {
    var item = lock(id, actor);
    var by = standIns.of(actor).on(item);
    if (item.isHeldBy(by)) {
      return;
    }
    requireUntaken(item);
    requireSeen(item, version);
    processes.claim(id, by);
  }

  public void release(String id, int version, Actor actor) {
    var item = lock(id, actor);
    requireSeen(item, version);
    processes.release(id, standIns.of(actor).on(item));
  }

  /**
   * Hands the item to a colleague of its group, who is told by whom and why. Needs whoever holds it or a leader of its
   * unit.
   */
  public void transfer(String id, int version, String account, String reason, Actor actor) {
    var item = lock(id, actor);
    var by = standIns.of(actor).on(item);
    require(Verb.TRANSFER, item, by);
    requireSeen(item, version);
    if (colleagues(item).stream().noneMatch(colleague -> colleague.id().equals(account))) {
      throw Refused.at("to", "inbox.refused.not-a-colleague");
    }
    if (item.assignee().filter(account::equals).isPresent()) {
      throw Refused.at("to", "inbox.refused.has-it-already", accounts.name(account));
    }
    requireWords(reason);
    processes.transfer(id, account, reason.strip(), by);
  }

  /** Tries a failed step once more. The item is done; should the step fail again, there will be a new one. */
  public void retry(String id, Actor operator) {
    if (!operator.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
    var item = lock(id, operator);
    var step = items.failure(item).orElseThrow(() -> WorkList.notFound(id));
    items.finish(id, ItemState.DONE, WorkItem.Finish.of(operator, clock.instant()));
    audit.append(item.caseId(), operator, "incident.retried", Map.of("item", id, "step", item.kind()));
    processes.retry(step.jobId(), operator);
  }

  private static boolean applies(Verb verb, WorkItem item, Actor actor) {
    var isGroupTask = item.isOpen() && item.source() == ItemSource.TASK && !item.group().isEmpty();
    return switch (verb) {
      case CLAIM -> isGroupTask && item.isFor(actor.asWhom());
      case RELEASE -> isGroupTask && item.isHeldBy(actor);
      case TRANSFER -> isGroupTask && (item.isHeldBy(actor) || isLeader(actor, item.unit()));
    };
  }

  private static void require(Verb verb, WorkItem item, Actor actor) {
    if (!applies(verb, item, actor)) {
      throw new Forbidden("inbox.forbidden." + verb.key());
    }
  }

  private static void requireWords(String words) {
    if (words.isBlank()) {
      throw Refused.at("words", "inbox.refused.no-words");
    }
    if (words.length() > WORDS_LENGTH) {
      throw Refused.at("words", "inbox.refused.long-words", WORDS_LENGTH);
    }
  }

  private WorkItem lock(String id, Actor actor) {
    var item = items.lock(id).filter(found -> workList.isVisible(found, actor))
        .orElseThrow(() -> WorkList.notFound(id));
    if (!item.isOpen()) {
      throw Conflicts.of(item);
    }
    return item;
  }

  private void requireUntaken(WorkItem item) {
    item.assignee().ifPresent(holder -> {
      throw new Conflict("inbox.conflict.taken", accounts.name(holder));
    });
  }

  private static void requireSeen(WorkItem item, int version) {
    if (item.version() != version) {
      throw new Conflict("inbox.conflict.changed");
    }
  }

  private List<Account> colleagues(WorkItem item) {
    var group = Group.of(item.group());
    return accounts.inUnit(group.unit(), group.role());
  }

  private static boolean isLeader(Actor actor, String unit) {
    return actor.has(Role.LEADER) && actor.unit().equals(unit);
  }
}
