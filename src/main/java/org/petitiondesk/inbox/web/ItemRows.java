package org.petitiondesk.inbox.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.inbox.Drafts;
import org.petitiondesk.inbox.ItemSource;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.Matters;
import org.petitiondesk.inbox.ReceivedCopy;
import org.petitiondesk.inbox.Reminder;
import org.petitiondesk.inbox.Returns;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.StandIn;
import org.petitiondesk.inbox.StandIns;
import org.petitiondesk.inbox.StartedCase;
import org.petitiondesk.inbox.Urges;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.WorkItem;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Show;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a work item in words: what it is, why it is urgent, who has it. */
@Component("itemRows")
class ItemRows {

  private final ItemVerbs verbs;
  private final Returns returns;
  private final StandIns standIns;
  private final Drafts drafts;
  private final Urges urges;
  private final WorkingDays workingDays;
  private final Categories categories;
  private final Territories territories;
  private final Accounts accounts;
  private final Units units;
  private final FilterWords words;
  private final Matters matters;
  private final Show show;
  private final MessageSource messages;
  private final Clock clock;

  ItemRows(ItemVerbs verbs, Returns returns, StandIns standIns, Drafts drafts, Urges urges, WorkingDays workingDays,
      Categories categories, Territories territories, Accounts accounts, Units units, FilterWords words,
      Matters matters, Show show, MessageSource messages, Clock clock) {
    this.verbs = verbs;
    this.returns = returns;
    this.standIns = standIns;
    this.drafts = drafts;
    this.urges = urges;
    this.workingDays = workingDays;
    this.categories = categories;
    this.territories = territories;
    this.accounts = accounts;
    this.units = units;
    this.words = words;
    this.matters = matters;
    this.show = show;
    this.messages = messages;
    this.clock = clock;
  }

  List<ItemRow> of(List<WorkItem> items, Actor actor) {
    var standIn = standIns.of(actor);
    var saved = drafts.savedAt(items.stream().map(WorkItem::id).toList(), actor);
    var reminders = urges.last(items);
    var withdrawable = returns.withdrawable(items, actor);
    return items.stream().map(item -> of(item, standIn, saved.get(item.id()), reminders.get(item.id()),
        withdrawable.contains(item.id()) ? List.of(Verb.WITHDRAW) : verbs.of(item, standIn.on(item)))).toList();
  }

  ItemRow of(WorkItem item, Actor actor) {
    return of(List.of(item), actor).get(0);
  }

  private ItemRow of(WorkItem item, StandIn standIn, Instant draft, Reminder reminder, List<Verb> possible) {
    var actor = standIn.on(item);
    var today = Dates.today(clock);
    var mine = item.isHeldBy(actor);
    var actionable = item.isOpen() && (mine || item.isFor(actor.asWhom()));
    return new ItemRow(item, mine, actionable, possible, item.severity(today),
        actionable ? "/inbox/items/" + item.id() : matters.page(item).orElseGet(() -> caseRoute(item)), title(item),
        task(item), reasons(item, today),
        item.category().map(categories::label).orElse(""),
        item.territory().flatMap(territories::find).map(Territory::name).orElse(""), holder(item),
        standIn.forWhom(item).map(Actor::name).orElse(null), actionable ? handed(item) : null,
        actionable ? urged(item, mine, reminder) : null, draft,
        ChronoUnit.DAYS.between(Dates.local(item.createdAt()).toLocalDate(), today));
  }

  MatterRow of(StartedCase matter) {
    var row = matter.row();
    return new MatterRow(row, caseRoute(row.kind(), row.id()),
        matter.open().stream().map(item -> new MatterRow.Turn(task(item), holder(item))).distinct().toList(),
        row.category().map(categories::label).orElse(""),
        territories.find(row.territory()).map(Territory::name).orElse(""));
  }

  /** An open item for those who do not see its case. */
  record Standing(WorkItem item, String task, String holder) {}

  Standing standing(WorkItem item) {
    return new Standing(item, task(item), holder(item));
  }

  StepRow step(Returns.Target target) {
    var done = target.step();
    var finish = done.finish().orElseThrow();
    return new StepRow(done.id(), task(done), units.name(done.unit()), finish.name(), finish.at(),
        target.bar().map(this::bar).orElse(null));
  }

  /** Why nothing goes back to before a step. */
  String bar(MessageSourceResolvable effect) {
    return text("inbox.refused.legal-effect", effect);
  }

  WordRow word(WordRequest request, Actor actor) {
    return new WordRow(request, accounts.name(request.askedBy()), accounts.name(request.askedOf()),
        request.askedBy().equals(actor.id()));
  }

  CopyRow of(ReceivedCopy copy) {
    return new CopyRow(copy, "/inbox/copies/" + copy.id(), title(copy.item()), task(copy.item()),
        accounts.name(copy.sentBy()));
  }

  /** The case's own page: what can be looked at by those who can not act. */
  static String caseRoute(WorkItem item) {
    return caseRoute(item.caseKind(), item.caseId());
  }

  private static String caseRoute(CaseKind kind, CaseId id) {
    return switch (kind) {
      case PETITION -> "/petitions/" + id;
      case DISPUTE -> "/disputes/" + id;
    };
  }

  /** The case, as short as it is told from others. */
  String name(WorkItem item) {
    return item.caseCode() + " " + title(item);
  }

  /** Who handed it on and why, for whoever has it now; null when nothing was said with it. */
  private String handed(WorkItem item) {
    return item.marks().handed().filter(handed -> !handed.words().isEmpty())
        .map(handed -> text("inbox.handed." + handed.how(), accounts.name(handed.by()), handed.words())).orElse(null);
  }

  /** What the last reminder said, for whoever has the item now; null when it said nothing. */
  private String urged(WorkItem item, boolean mine, Reminder reminder) {
    return reminder == null || item.confidential() && !mine
        ? null
        : text("inbox.urged", accounts.name(reminder.by()), reminder.words());
  }

  String title(WorkItem item) {
    if (item.source() == ItemSource.INCIDENT) {
      return text(item.isUnreadReport() ? "inbox.report.item" : "inbox.incident.item");
    }
    if (item.confidential()) {
      return text("inbox.confidential");
    }
    return item.title().isEmpty() ? item.name() : item.title();
  }

  public String task(WorkItem item) {
    return words.task(item.processKey(), item.kind(), item.name());
  }

  private List<String> reasons(WorkItem item, LocalDate today) {
    var reasons = new ArrayList<String>();
    if (item.source() == ItemSource.INCIDENT) {
      reasons.add(text(item.isUnreadReport() ? "inbox.why.report" : "inbox.why.incident"));
      return reasons;
    }
    if (item.marks().suspended()) {
      reasons.add(text("inbox.why.suspended"));
    }
    if (item.urgency() != Urgency.NORMAL) {
      reasons.add(text("inbox.why.urgency." + item.urgency()));
    }
    reasons.add(dueReason(item, today));
    item.standing().target().filter(day -> !item.standing().waiting() && !isOver(item, today))
        .map(day -> text(day.isBefore(today) ? "inbox.why.target-missed" : "inbox.why.target", show.day(day)))
        .ifPresent(reasons::add);
    if (item.marks().urged() > 0) {
      reasons.add(text("inbox.why.urged", item.marks().urged()));
    }
    if (item.marks().asked() > 0) {
      reasons.add(text("inbox.why.asked", item.marks().asked()));
    }
    return reasons;
  }

  private static boolean isOver(WorkItem item, LocalDate today) {
    return item.standing().dueOn().filter(today::isAfter).isPresent();
  }

  private String dueReason(WorkItem item, LocalDate today) {
    if (item.severity(today) == Severity.WAITING) {
      return text("inbox.why.waiting");
    }
    if (item.standing().dueOn().isEmpty()) {
      return text("inbox.why.none");
    }
    var dueOn = item.standing().dueOn().get();
    var kind = item.standing().hasOwnDate()
        ? text("inbox.why.own-date")
        : text("calendar.kind." + item.standing().kind().orElse(""));
    if (dueOn.equals(today)) {
      return text("inbox.why.today", kind);
    }
    var left = workingDays.between(today, dueOn);
    if (dueOn.isBefore(today)) {
      return left == 0 ? text("inbox.why.just-over", kind) : text("inbox.why.overdue", kind, -left);
    }
    return left == 0 ? text("inbox.why.no-working-day", kind) : text("inbox.why.left", kind, left);
  }

  private String holder(WorkItem item) {
    return item.assignee().map(accounts::name)
        .orElseGet(() -> units.find(item.unit()).map(unit -> text("inbox.unclaimed", unit.name())).orElse(""));
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
  }
}
