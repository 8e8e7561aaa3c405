package org.petitiondesk.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.TimelineKind;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Passed;
import org.petitiondesk.engine.PassedSteps;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.engine.StepName;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Against the direction of the model: returning an item to a step before (退回), and taking back what one has sent on
 * (撤回). What has had a legal effect, a letter above all, is never undone by either.
 */
@Component
@Transactional
public class Returns {

  private final WorkItems items;
  private final WorkList workList;
  private final VerbRules rules;
  private final StandIns standIns;
  private final Drafts drafts;
  private final PassedSteps steps;
  private final Processes processes;
  private final Accounts accounts;
  private final CaseSight sight;
  private final CaseBars bars;
  private final AuditTrail audit;

  Returns(WorkItems items, WorkList workList, VerbRules rules, StandIns standIns, Drafts drafts, PassedSteps steps,
      Processes processes, Accounts accounts, CaseSight sight, CaseBars bars, AuditTrail audit) {
    this.items = items;
    this.workList = workList;
    this.rules = rules;
    this.standIns = standIns;
    this.drafts = drafts;
    this.steps = steps;
    this.processes = processes;
    this.accounts = accounts;
    this.sight = sight;
    this.bars = bars;
    this.audit = audit;
  }

  /**
   * A step that the case has passed and to which the model lets an item be returned.
   *
   * @param bar what has taken effect since then, so that it can not be
   */
  public record Target(WorkItem step, Optional<MessageSourceResolvable> bar) {

    public boolean isOpen() {
      return bar.isEmpty();
    }
  }

  /** Where the item may be returned to, the nearest step first. */
  @Transactional(readOnly = true)
  public List<Target> targets(WorkItem item) {
    return passed(item).stream().map(step -> new Target(step, steps.legalEffectSince(passage(step)))).toList();
  }

  /**
   * Back to a step before, to whoever did it then. Needs somebody who may work on the item, and a reason. Refused across
   * a step with legal effect, and while a parallel branch that would have to go back too is still at work.
   *
   * @param target id of the item of that step
   */
  public void sendBack(String id, int version, String target, String reason, Actor actor) {
    var locked = rules.lock(Verb.RETURN, id, version, actor);
    var to = passed(locked.item()).stream().filter(step -> step.id().equals(target)).findFirst()
        .orElseThrow(() -> Refused.at("choice", "inbox.refused.no-choice"));
    requireNoLegalEffect(to);
    var words = VerbRules.words(reason, true);
    hand(steps.sendBack(id, passage(to), words, locked.by()), holder(to), locked.by());
  }

  /** Every step of its own process that the case has passed and that may be done once more. */
  List<Target> passedInProcess(WorkItem item) {
    return items.passed(item.caseId(), item.processKey()).stream()
        .map(step -> new Target(step, steps.legalEffectSince(passage(step)))).toList();
  }

  /** As an item is returned; the caller has checked that it may be, and who decided it. */
  void putBack(String id, WorkItem to, String reason, Actor by) {
    requireNoLegalEffect(to);
    hand(steps.sendBack(id, passage(to), reason, by), holder(to), by);
  }

  /**
   * Takes back what the actor has sent on, as long as nobody has acted on it; the actor holds the item again. Refused
   * across a step with legal effect, and a conflict, with who and when, once somebody has acted.
   */
  public void withdraw(String id, Actor actor) {
    var item = items.lock(id).filter(found -> workList.isVisible(found, actor))
        .orElseThrow(() -> WorkList.notFound(id));
    var by = standIns.of(actor).on(item);
    requireSent(item, by);
    var sentOn = items.lockSentOn(id);
    if (sentOn.stream().anyMatch(WorkItem::isTakenBack)) {
      throw new Conflict("inbox.conflict.taken-back");
    }
    if (item.marks().step().isEmpty()) {
      throw Refused.because("inbox.refused.final", name(item));
    }
    requireNoLegalEffect(item);
    sentOn.forEach(next -> requireUntouched(next, by));
    var again = steps.takeBack(passage(item), sentOn.stream().map(WorkItem::id).toList(), by);
    hand(again, by.asWhom().id(), by);
    var details = new LinkedHashMap<String, Object>();
    details.put("item", id);
    details.put("process", item.processKey());
    details.put("task", item.kind());
    details.put("name", item.name());
    details.put("again", again.id());
    audit.append(item.caseId(), by, "item.withdrawn", details);
  }

  /** What taking the item back would end. Forbidden for everybody but the one who has finished it. */
  @Transactional(readOnly = true)
  public List<WorkItem> sentOn(WorkItem item, Actor actor) {
    requireSent(item, standIns.of(actor).on(item));
    return items.sentOn(item.id()).stream().filter(WorkItem::isOpen).toList();
  }

  /** What has taken effect since the item was finished, so that it can not be taken back. */
  @Transactional(readOnly = true)
  public Optional<MessageSourceResolvable> bar(WorkItem done) {
    return done.marks().step().isEmpty() ? Optional.of(name(done)) : steps.legalEffectSince(passage(done));
  }

  /** Those of the items that look as if they could be taken back; what the engine knows is asked only when it is done. */
  @Transactional(readOnly = true)
  public Set<String> withdrawable(List<WorkItem> done, Actor actor) {
    return items.untouched(done.stream().filter(item -> isSentBy(item, actor)).map(WorkItem::id).toList());
  }

  private List<WorkItem> passed(WorkItem item) {
    return item.marks().returnTo().isEmpty() ? List.of() : items.passed(item.caseId(), item.marks().returnTo());
  }

  private static void requireSent(WorkItem item, Actor by) {
    if (!isSentBy(item, by)) {
      throw new Forbidden("inbox.forbidden.withdraw");
    }
  }

  /** Done by this person or in their name, and still work of theirs. */
  private static boolean isSentBy(WorkItem item, Actor by) {
    return item.source() == ItemSource.TASK && item.state() == ItemState.DONE
        && (item.group().isEmpty() || by.asWhom().belongsTo(Group.of(item.group())))
        && item.finish().filter(finish -> finish.by().equals(by.id())
            || finish.onBehalfOf().filter(by.id()::equals).isPresent()).isPresent();
  }

  private void requireUntouched(WorkItem next, Actor by) {
    if (next.isReturned()) {
      throw Refused.because("inbox.refused.returned");
    }
    if (next.state() == ItemState.DONE) {
      throw new Conflict("inbox.conflict.acted-on", next.finish().orElseThrow().name(),
          Dates.local(next.finish().orElseThrow().at()));
    }
    if (!next.isOpen()) {
      throw Conflicts.of(next);
    }
    if (next.version() > 0 || next.marks().asked() > 0) {
      throw new Conflict("inbox.conflict.taken-up", next.assignee().map(accounts::name).orElse(next.name()));
    }
    drafts.writers(next.id()).stream().findFirst().ifPresent(writer -> {
      throw by.involves(writer)
          ? Refused.because("inbox.refused.own-draft", name(next))
          : new Conflict("inbox.conflict.taken-up", accounts.name(writer));
    });
    audit.of(next.caseId()).stream().filter(entry -> isAct(entry, next, by)).findFirst().ifPresent(entry -> {
      throw new Conflict("inbox.conflict.acted-on", entry.actorName(), Dates.local(entry.at()));
    });
  }

  /** What somebody whose work the item is has done on the case since it came; looking at it is nothing. */
  private boolean isAct(AuditEntry entry, WorkItem item, Actor by) {
    return !entry.at().isBefore(item.createdAt()) && !by.involves(entry.actorId())
        && !TimelineKind.VIEW.holds(entry.act())
        && item.id().equals(entry.details().getOrDefault("item", item.id()))
        && accounts.find(entry.actorId()).map(Account::actor)
            .filter(person -> item.isHeldBy(person) || item.isForGroupOf(person)).isPresent();
  }

  private void requireNoLegalEffect(WorkItem since) {
    steps.legalEffectSince(passage(since)).ifPresent(step -> {
      throw Refused.because("inbox.refused.legal-effect", step);
    });
  }

  /**
   * A task that the model has not given to that person already; whoever is not of its group any more does not get it, nor
   * whoever must not know of the case any more.
   */
  private void hand(OpenTask again, String account, Actor by) {
    if (!again.assignee().equals(Optional.of(account)) && mayHold(again, account)) {
      processes.transfer(again.id(), account, "", by);
    }
  }

  private boolean mayHold(OpenTask task, String account) {
    return !task.group().isEmpty() && accounts.find(account).filter(Account::enabled).map(Account::actor)
        .filter(person -> person.belongsTo(Group.of(task.group())))
        .filter(person -> !bars.isBarred(task.caseId(), person))
        .filter(person -> items.find(task.id()).filter(WorkItem::isOfReport).isEmpty()
            || sight.sees(task.caseId(), person))
        .isPresent();
  }

  private static String holder(WorkItem done) {
    var finish = done.finish().orElseThrow();
    return finish.onBehalfOf().orElse(finish.by());
  }

  private static StepName name(WorkItem item) {
    return StepName.of(item.processKey(), item.kind(), item.name());
  }

  private static Passed passage(WorkItem done) {
    return new Passed(done.caseId(), done.kind(), done.id(), done.marks().step(), done.group());
  }
}
