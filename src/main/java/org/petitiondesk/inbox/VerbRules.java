package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/** Which verb applies to which item for whom, and the guard that every verb passes. */
@Component
class VerbRules {

  /** As long as the database keeps. */
  static final int WORDS_LENGTH = 1000;

  private final WorkItems items;
  private final WorkList workList;
  private final StandIns standIns;
  private final Insiders insiders;
  private final Accounts accounts;

  VerbRules(WorkItems items, WorkList workList, StandIns standIns, Insiders insiders, Accounts accounts) {
    this.items = items;
    this.workList = workList;
    this.standIns = standIns;
    this.insiders = insiders;
    this.accounts = accounts;
  }

  /**
   * An item that stays as it is until the transaction ends.
   *
   * @param by the actor, on behalf of the absent colleague whose item it is
   */
  record Locked(WorkItem item, Actor by) {}

  /**
   * Guards one verb on one item. Refused when the page has not seen who holds it now; {@code version} is what it saw.
   */
  Locked lock(Verb verb, String id, int version, Actor actor) {
    var locked = lock(id, actor);
    require(verb, locked.item(), locked.by());
    requireSeen(locked.item(), version);
    return locked;
  }

  /** An open item that the actor may know of. */
  Locked lock(String id, Actor actor) {
    var locked = lockKnown(id, actor);
    if (!locked.item().isOpen()) {
      throw Conflicts.of(locked.item());
    }
    return locked;
  }

  /** An item that the actor may know of, finished or not. */
  Locked lockKnown(String id, Actor actor) {
    var item = items.lock(id).filter(found -> workList.isVisible(found, actor))
        .orElseThrow(() -> WorkList.notFound(id));
    return new Locked(item, standIns.of(actor).on(item));
  }

  List<Verb> of(WorkItem item, Actor by) {
    return Stream.of(Verb.values()).filter(verb -> applies(verb, item, by)).toList();
  }

  void requireMay(Verb verb, WorkItem item, Actor actor) {
    require(verb, item, standIns.of(actor).on(item));
  }

  private static void require(Verb verb, WorkItem item, Actor by) {
    if (!applies(verb, item, by)) {
      throw new Forbidden("inbox.forbidden." + verb.key());
    }
  }

  private static boolean applies(Verb verb, WorkItem item, Actor by) {
    if (!item.isOpen() || item.source() == ItemSource.INCIDENT) {
      return false;
    }
    var isTask = item.source() == ItemSource.TASK;
    var isGroupTask = isTask && !item.group().isEmpty();
    var isHeld = item.isHeldBy(by);
    return switch (verb) {
      case CLAIM -> isGroupTask && item.isFor(by.asWhom());
      case RELEASE -> isGroupTask && isHeld;
      case DELEGATE -> isGroupTask && isHeld && item.isOnRegister();
      case TRANSFER -> isGroupTask && (isHeld || isLeader(by, item.unit()));
      case ASK -> isTask && isHeld && item.isOnRegister();
      case COPY -> isTask && item.isOnRegister() && (isHeld || item.isFor(by.asWhom()) || isLeader(by, item.unit()));
      case RETURN -> isTask && !item.marks().returnTo().isEmpty() && (isHeld || item.isFor(by.asWhom()));
      // Of an item that is done: Returns knows.
      case WITHDRAW -> false;
      case URGE -> !isHeld && !item.isFor(by.asWhom()) && mayUrge(item, by);
    };
  }

  /** Leaders above it, the office that registered the case, and whoever sent it and waits. */
  private static boolean mayUrge(WorkItem item, Actor by) {
    return by.has(Role.LEADER) || by.has(Role.OFFICER) && by.unit().equals(item.caseUnit())
        || item.marks().handed().filter(handed -> handed.by().equals(by.asWhom().id())).isPresent();
  }

  static void requireSeen(WorkItem item, int version) {
    if (item.version() != version) {
      throw new Conflict("inbox.conflict.changed");
    }
  }

  static String words(String words, boolean required) {
    var said = words.strip();
    if (required && said.isEmpty()) {
      throw Refused.at("words", "inbox.refused.no-words");
    }
    if (said.length() > WORDS_LENGTH) {
      throw Refused.at("words", "inbox.refused.long-words", WORDS_LENGTH);
    }
    return said;
  }

  /** Everybody of the item's group who does not hold it; nobody whom a report is about. */
  List<Account> colleagues(WorkItem item) {
    if (item.group().isEmpty()) {
      return List.of();
    }
    var group = Group.of(item.group());
    return accounts.inUnit(group.unit(), group.role()).stream()
        .filter(account -> !item.assignee().equals(Optional.of(account.id())))
        .filter(account -> !insiders.isAbout(item, account)).toList();
  }

  /** One of them, by account. */
  Account colleague(WorkItem item, String account) {
    if (item.assignee().equals(Optional.of(account))) {
      throw Refused.at("to", "inbox.refused.has-it-already", accounts.name(account));
    }
    return colleagues(item).stream().filter(colleague -> colleague.id().equals(account)).findFirst()
        .orElseThrow(() -> Refused.at("to", "inbox.refused.not-a-colleague"));
  }

  private static boolean isLeader(Actor actor, String unit) {
    return actor.has(Role.LEADER) && actor.unit().equals(unit);
  }
}
