package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.inbox.WordRequest.Kind;
import org.petitiondesk.inbox.WordRequest.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking colleagues for a word on an item (加签, 委派). Each request is an item of the one who is asked; its words stay on
 * the case.
 */
@Component
@Transactional
public class Words {

  /** The "process" under which requests stand in the list: this module's own. */
  static final String PROCESS = "inbox_request";

  private final WorkItems items;
  private final WordRequests requests;
  private final VerbRules rules;
  private final Insiders insiders;
  private final CaseSight sight;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  Words(WorkItems items, WordRequests requests, VerbRules rules, Insiders insiders, CaseSight sight,
      Accounts accounts, AuditTrail audit, Clock clock) {
    this.items = items;
    this.requests = requests;
    this.rules = rules;
    this.insiders = insiders;
    this.sight = sight;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Needs whoever holds the item. The helper may open its page; only the holder finishes it, and only afterwards. Refused
   * for people of other groups and for those who may not see the case.
   */
  public void delegate(String id, int version, String account, String question, Actor actor) {
    var locked = rules.lock(Verb.DELEGATE, id, version, actor);
    var helper = rules.colleague(locked.item(), account);
    insiders.among(locked.item(), Set.of(helper.id()), locked.by());
    ask(locked, Kind.HELP, helper, VerbRules.words(question, true));
  }

  /** Needs whoever holds the item. Refused for people who may not see the case. */
  public void ask(String id, int version, Kind kind, Set<String> of, String question, Actor actor) {
    var locked = rules.lock(Verb.ASK, id, version, actor);
    if (kind == Kind.HELP) {
      throw Refused.at("choice", "inbox.refused.no-choice");
    }
    var asked = insiders.among(locked.item(), of, locked.by());
    var words = VerbRules.words(question, true);
    asked.forEach(account -> ask(locked, kind, account, words));
  }

  /** The word itself. Needs the one who was asked. */
  public void answer(String id, String words, Actor actor) {
    var request = get(id);
    // In the order in which taking back locks: first what it is about.
    items.lock(request.item());
    var locked = rules.lock(id, actor);
    if (!locked.item().isHeldBy(locked.by())) {
      throw new Forbidden("inbox.forbidden.answer");
    }
    var said = VerbRules.words(words, true);
    requests.answer(id, said, clock.instant());
    items.finish(id, ItemState.DONE, WorkItem.Finish.of(locked.by(), clock.instant()));
    settle(request);
    audit.append(request.caseId(), locked.by(), "word.given", details(request, said));
  }

  /**
   * Taken back by whoever asked or has the item, also when that is finished; who was asked need not answer any more.
   */
  public void takeBack(String id, Actor actor) {
    var request = get(id);
    var item = rules.lockKnown(request.item(), actor);
    if (!requests.find(id).filter(WordRequest::isWaiting).isPresent()) {
      throw new Conflict("inbox.conflict.answered");
    }
    if (!item.by().involves(request.askedBy()) && !item.item().isHeldBy(item.by())) {
      throw new Forbidden("inbox.forbidden.take-back");
    }
    drop(request, item.by());
    settle(request);
    audit.append(request.caseId(), item.by(), "word.taken-back", details(request, ""));
  }

  /** What was asked and said on a case. Needs sight of it; a look at a report's is on record. */
  public List<WordRequest> of(CaseId caseId, Actor actor) {
    sight.look(caseId, actor);
    return requests.of(caseId);
  }

  /**
   * The account leaves its place: nobody else can answer for it, and what waited for its word goes on. Whoever asked may
   * ask somebody else.
   */
  void lapse(String account, Actor by) {
    for (var waiting : requests.waitingFor(account)) {
      items.lock(waiting.item());
      requests.find(waiting.id()).filter(WordRequest::isWaiting).ifPresent(request -> {
        drop(request, by);
        settle(request);
        audit.append(request.caseId(), by, "word.lapsed", details(request, ""));
      });
    }
  }

  /** Who is still asked about an item. */
  @Transactional(readOnly = true)
  public List<WordRequest> waiting(WorkItem item) {
    return requests.waiting(item.id());
  }

  @Transactional(readOnly = true)
  public WordRequest get(String id) {
    return requests.find(id).orElseThrow(() -> WorkList.notFound(id));
  }

  /** The item that somebody is asked about. */
  @Transactional(readOnly = true)
  public WorkItem about(WordRequest request) {
    return items.find(request.item()).orElseThrow(() -> WorkList.notFound(request.item()));
  }

  /** Why an item can not be finished yet. */
  Refused waitingFor(WorkItem item) {
    var names = requests.waiting(item.id()).stream().filter(request -> request.state() == State.OPEN)
        .map(request -> accounts.name(request.askedOf())).distinct().toList();
    return Refused.because("inbox.refused.words-open", String.join("、", names));
  }

  /** Whether the account is asked to help with an item. */
  boolean helps(String item, Actor actor) {
    return requests.waiting(item).stream()
        .anyMatch(request -> request.kind() == Kind.HELP && request.askedOf().equals(actor.id()));
  }

  /** The item is done: who was to be asked afterwards is asked now. */
  void finished(String id) {
    var waiting = requests.waiting(id);
    if (waiting.isEmpty()) {
      return;
    }
    var item = items.find(id).orElseThrow();
    waiting.forEach(request -> {
      requests.move(request.id(), State.OPEN);
      items.insert(item(item, request));
    });
  }

  /** The item is gone without being done: nobody needs a word on it. */
  void gone(String id, Actor by) {
    requests.waiting(id).forEach(request -> {
      drop(request, by);
      if (request.state() == State.OPEN) {
        items.asked(id, -1);
      }
    });
  }

  /** The case may not be known any more to some who were asked about it: they need not answer. */
  void hide(CaseId caseId, Actor by) {
    requests.waiting(caseId).stream().filter(request -> !sight.sees(caseId, accounts.actor(request.askedOf())))
        .forEach(request -> {
          drop(request, by);
          settle(request);
          audit.append(caseId, by, "word.taken-back", details(request, ""));
        });
  }

  private void ask(VerbRules.Locked locked, Kind kind, Account account, String question) {
    var item = locked.item();
    if (requests.waiting(item.id()).stream().anyMatch(request -> request.askedOf().equals(account.id()))) {
      throw Refused.at("to", "inbox.refused.asked-already", account.name());
    }
    var request = new WordRequest(UUID.randomUUID().toString(), item.id(), item.caseId(), kind,
        locked.by().asWhom().id(), account.id(), question, clock.instant(),
        kind == Kind.AFTER ? State.PLANNED : State.OPEN, Optional.empty(), Optional.empty());
    requests.insert(request);
    if (request.state() == State.OPEN) {
      items.insert(item(item, request));
      items.asked(item.id(), 1);
    }
    audit.append(item.caseId(), locked.by(), kind == Kind.HELP ? "item.delegated" : "word.asked",
        details(request, question));
  }

  private void drop(WordRequest request, Actor by) {
    requests.move(request.id(), State.DROPPED);
    items.finish(request.id(), ItemState.CANCELLED, WorkItem.Finish.of(by, clock.instant()));
  }

  /** The item waits for one word less; after its end it waits for none. */
  private void settle(WordRequest request) {
    if (request.kind() != Kind.AFTER) {
      items.asked(request.item(), -1);
    }
  }

  private WorkItem item(WorkItem about, WordRequest request) {
    return new WorkItem(request.id(), ItemSource.REQUEST, request.kind().key(), PROCESS, about.name(),
        "inbox/requests/{item}", about.caseId(), about.caseCode(), about.caseKind(), about.title(),
        about.confidential(), about.category(), about.territory(), about.urgency(), about.caseUnit(), "",
        accounts.get(request.askedOf()).unit(), Optional.of(request.askedOf()), about.standing(), clock.instant(),
        clock.instant(),
        ItemState.OPEN, Optional.empty(), 0,
        new Marks(Optional.of(about.id()),
            Optional.of(new Handing(request.askedBy(), Handing.How.ASKED, request.question())), 0, Optional.empty(), 0,
            Set.of(), "", false));
  }

  private static Map<String, Object> details(WordRequest request, String words) {
    var details = new LinkedHashMap<String, Object>();
    details.put("item", request.item());
    details.put("request", request.id());
    details.put("kind", request.kind().name());
    details.put("askedBy", request.askedBy());
    details.put("askedOf", request.askedOf());
    if (!words.isEmpty()) {
      details.put("words", words);
    }
    return details;
  }
}
