package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.OpenWork;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseRestart;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 事事有人管，件件有着落: looks at every case that is not filed away for something that nobody and nothing looks after. A case needs a task or a
 * job that goes on with it, somebody there for each task, an alarm for each running clock, and a party that can be
 * reached or the reason why none can.
 */
@Component
public class LooseEnds {

  private static final int PAGE = 200;
  private static final int REASON = 1000;
  private static final Duration LONGEST = Duration.ofHours(2);

  /** Processes that watch a case and do not go on with it. */
  private static final Set<String> WATCHING = Set.of(EscalationClockWatch.KEY, EscalationSupervision.KEY,
      EscalationExtension.KEY, EscalationPause.KEY, EscalationSecondPerson.KEY);
  /** Who brings it here is given the code with which the public page is opened. */
  private static final Set<Channel> CODE_IN_HAND = Set.of(Channel.WEB, Channel.API, Channel.VISIT);

  private final LooseEndTable table;
  private final CaseFiles cases;
  private final Clocks clocks;
  private final ClockWatches watches;
  private final OpenWork work;
  private final Processes processes;
  private final CaseRestart restart;
  private final CaseSight sight;
  private final Accounts accounts;
  private final Receivers receivers;
  private final AuditTrail audit;
  private final MessageSource messages;
  private final Clock clock;
  private final TransactionTemplate each;

  LooseEnds(LooseEndTable table, CaseFiles cases, Clocks clocks, ClockWatches watches, OpenWork work,
      Processes processes, CaseRestart restart, CaseSight sight, Accounts accounts, Receivers receivers,
      AuditTrail audit, MessageSource messages, Clock clock, PlatformTransactionManager transactions) {
    this.table = table;
    this.cases = cases;
    this.clocks = clocks;
    this.watches = watches;
    this.work = work;
    this.processes = processes;
    this.restart = restart;
    this.sight = sight;
    this.accounts = accounts;
    this.receivers = receivers;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
    each = new TransactionTemplate(transactions);
  }

  /** One thing that is missing now. */
  private record Missing(LooseEnd.Kind kind, String subject) {}

  /** Looks now. Needs ADMINISTRATOR; refused while somebody else looks. */
  public LooseEndRun look(Actor by) {
    if (!by.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("escalation.forbidden.operator");
    }
    if (last().filter(this::isRunning).isPresent()) {
      throw new Conflict("escalation.conflict.look-runs");
    }
    return look(table.begin(Optional.empty(), by, clock.instant()).orElseThrow(), by);
  }

  /** Looks once a night on one node of however many; empty when another node has taken this night. */
  public Optional<LooseEndRun> night() {
    return table.begin(Optional.of(Dates.today(clock)), Actor.SYSTEM, clock.instant())
        .map(run -> look(run, Actor.SYSTEM));
  }

  public Optional<LooseEndRun> last() {
    return table.last();
  }

  /** Begun, not finished, and not so long ago that its node must have gone down. */
  public boolean isRunning(LooseEndRun run) {
    return run.finishedAt().isEmpty() && run.startedAt().isAfter(clock.instant().minus(LONGEST));
  }

  /** What is still loose, the oldest first: all of it for administrators, for others what they may see. */
  @Transactional(readOnly = true)
  public List<LooseEnd> found(int limit, Actor actor) {
    return table.all(limit).stream().filter(end -> actor.has(Role.ADMINISTRATOR) || sees(end.caseId(), actor))
        .toList();
  }

  /**
   * Mends one. A lost process begins again where the register stands, a task without anybody goes to the nearest leader
   * above, a clock is watched again; why nobody can be reached must be said. Needs ADMINISTRATOR, for the reason the
   * leader who may see the case.
   */
  @Transactional
  public void mend(UUID id, String reason, Actor actor) {
    var end = table.lock(id).orElseThrow(() -> new Conflict("escalation.conflict.mended"));
    if (!actor.has(Role.ADMINISTRATOR)) {
      if (end.kind() != LooseEnd.Kind.NO_REACH || !sees(end.caseId(), actor)) {
        throw new Forbidden("escalation.forbidden.operator");
      }
    }
    var file = cases.get(end.caseId());
    if (!file.filed() && missing(file).contains(new Missing(end.kind(), end.subject()))) {
      mend(end, file, reason.strip(), actor);
      audit.append(end.caseId(), actor, "loose-end.mended",
          reason.isBlank()
              ? Map.of("kind", end.kind().name())
              : Map.of("kind", end.kind().name(), "reason", reason.strip()));
    }
    table.forget(id);
  }

  private void mend(LooseEnd end, CaseFile file, String reason, Actor actor) {
    switch (end.kind()) {
      case SUSPENDED -> throw Refused.because("escalation.refused.loose-end-suspended");
      case NO_WORK -> restart.restart(end.caseId(), actor);
      case NO_OWNER -> toTheNearestLeader(end, file, actor);
      case NO_ALARM -> clocks.of(end.caseId()).stream()
          .filter(state -> state.id().equals(ClockId.of(end.subject()))).forEach(watches::watch);
      case NO_REACH -> {
        if (reason.isEmpty() || reason.length() > REASON) {
          throw Refused.at("reason", "escalation.refused.loose-end-reason", REASON);
        }
        table.unreachable(end.caseId(), reason, actor, clock.instant());
      }
    }
  }

  private void toTheNearestLeader(LooseEnd end, CaseFile file, Actor actor) {
    var task = processes.task(end.subject()).orElseThrow(() -> new Conflict("escalation.conflict.mended"));
    var leader = nearestLeader(unitOf(task, file), file)
        .orElseThrow(() -> Refused.because("escalation.refused.no-leader"));
    processes.transfer(task.id(), leader,
        messages.getMessage("escalation.loose-end.NO_OWNER", null, LocaleContextHolder.getLocale()), actor);
  }

  /** Whoever gets a task of a report is named on it by that; nobody whom it is about. */
  private Optional<String> nearestLeader(String unit, CaseFile file) {
    return file.isReport()
        ? Stream.concat(receivers.lineage(unit).stream(), Stream.of(file.registeringUnit()))
            .flatMap(place -> accounts.inUnit(place, Role.LEADER).stream())
            .filter(leader -> leader.enabled() && !cases.isAbout(file.id(), leader)).map(Account::id).findFirst()
        : receivers.leaders(unit, file).accounts().stream().findFirst();
  }

  private LooseEndRun look(UUID run, Actor by) {
    var looked = 0;
    var found = 0;
    var page = cases.unfiledAfter(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (var file : page) {
        found += each.execute(status -> look(run, file.id()));
      }
      looked += page.size();
      page = cases.unfiledAfter(Optional.of(page.get(page.size() - 1).id()), PAGE);
    }
    finish(run, looked, found, by);
    return table.get(run);
  }

  private int look(UUID run, CaseId id) {
    var file = cases.get(id);
    var missing = file.filed() ? List.<Missing>of() : missing(file);
    missing.forEach(one -> table.found(run, id, one.kind(), one.subject(), clock.instant()));
    return missing.size();
  }

  private void finish(UUID run, int looked, int found, Actor by) {
    each.executeWithoutResult(status -> {
      table.forgetUnseen(run);
      table.finish(run, clock.instant(), looked, found);
      audit.append(AuditTrail.HOUSE, by, "loose-ends.looked", Map.of("looked", looked, "found", found));
    });
  }

  /** What is still done for a case that is closed needs people and alarms too; the case itself needs nothing any more. */
  private List<Missing> missing(CaseFile file) {
    var missing = new ArrayList<Missing>();
    if (!file.isClosed() && (restart.isLost(file.id()) || !work.goesOn(file.id(), WATCHING))) {
      missing.add(new Missing(LooseEnd.Kind.NO_WORK, ""));
    }
    if (work.isSuspended(file.id())) {
      missing.add(new Missing(LooseEnd.Kind.SUSPENDED, ""));
    }
    processes.openTasks(file.id()).stream().filter(task -> !isSomebodyThere(task, file))
        .map(task -> new Missing(LooseEnd.Kind.NO_OWNER, task.id())).forEach(missing::add);
    clocks.of(file.id()).stream().filter(ClockState::running).filter(state -> !watches.isWatched(state))
        .map(state -> new Missing(LooseEnd.Kind.NO_ALARM, state.id().toString())).forEach(missing::add);
    if (!file.isClosed() && !isReachable(file)) {
      missing.add(new Missing(LooseEnd.Kind.NO_REACH, ""));
    }
    return missing;
  }

  /** Of a report it takes somebody who is named on it: of the group, or a leader who can hand it on. */
  private boolean isSomebodyThere(OpenTask task, CaseFile file) {
    if (task.assignee().isPresent()) {
      return task.assignee().flatMap(accounts::find).filter(Account::enabled).isPresent();
    }
    var group = Group.of(task.group());
    var people = accounts.inUnit(group.unit(), group.role());
    return file.isReport()
        ? Stream.concat(people.stream(), accounts.inUnit(group.unit(), Role.LEADER).stream())
            .anyMatch(account -> receivers.sees(account, file))
        : !people.isEmpty();
  }

  private String unitOf(OpenTask task, CaseFile file) {
    return task.assignee().flatMap(accounts::find).map(Account::unit)
        .or(() -> Optional.of(task.group()).filter(group -> !group.isEmpty()).map(group -> Group.of(group).unit()))
        .filter(unit -> !unit.isEmpty()).orElse(file.registeringUnit());
  }

  private boolean isReachable(CaseFile file) {
    return file.anonymous() || CODE_IN_HAND.contains(file.channel())
        || cases.parties(file.id()).stream().filter(party -> party.role() == PartyRole.PETITIONER)
            .anyMatch(LooseEnds::hasAnAddress)
        || table.isUnreachableWithReason(file.id());
  }

  private static boolean hasAnAddress(Party party) {
    return !party.phone().isEmpty() || !party.email().isEmpty() || !party.address().isEmpty();
  }

  private boolean sees(CaseId id, Actor actor) {
    try {
      sight.require(id, actor);
      return true;
    } catch (NotFound hidden) {
      return false;
    }
  }
}
