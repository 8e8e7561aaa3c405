package org.petitiondesk.escalation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.CalendarChanges;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.OfficeHours;
import org.petitiondesk.calendar.SecondPersonDone;
import org.petitiondesk.calendar.SecondPersonNeeded;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.OwnMatters;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Four eyes (四眼): what one person proposes about the time, a correction of a clock or other official days, is an item
 * for the people who may approve it, until it is decided or taken back. It is decided on its own page.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SecondPersons implements OwnMatters {

  private static final int AT_THE_TOP = 10;

  private final JdbcClient jdbc;
  private final Receivers receivers;
  private final OfficialDayApprovers approvers;
  private final Clocks clocks;
  private final CalendarChanges changes;
  private final CaseFiles cases;
  private final Processes processes;
  private final OfficeHours officeHours;
  private final EscalationSettings settings;
  private final AuditTrail audit;
  private final MessageSource messages;
  private final Clock clock;

  SecondPersons(JdbcClient jdbc, Receivers receivers, OfficialDayApprovers approvers, Clocks clocks,
      CalendarChanges changes, CaseFiles cases, Processes processes, OfficeHours officeHours,
      EscalationSettings settings, AuditTrail audit, MessageSource messages, Clock clock) {
    this.jdbc = jdbc;
    this.receivers = receivers;
    this.approvers = approvers;
    this.clocks = clocks;
    this.changes = changes;
    this.cases = cases;
    this.processes = processes;
    this.officeHours = officeHours;
    this.settings = settings;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /** @param asked whose item it is now, {@code role@unit} */
  private record Waiting(UUID id, CaseId matter, Optional<ClockId> clock, String proposedBy, String run,
      Group asked) {}

  @EventListener
  public void on(SecondPersonNeeded needed) {
    var matter = needed.clock().map(SecondPersonNeeded.Corrected::caseId).orElseGet(() -> new CaseId(needed.id()));
    var clockId = needed.clock().map(SecondPersonNeeded.Corrected::clock);
    var asked = places(matter, clockId, needed.proposedBy()).stream().findFirst()
        .orElseThrow(() -> new Conflict("escalation.conflict.no-second-person"));
    var page = clockId.map(id -> "cases/" + matter + "/clocks/" + id)
        .orElseGet(() -> "administration/holidays/changes/" + needed.id());
    var run = processes.start(EscalationSecondPerson.KEY, matter,
        given(asked, settings.decisionDays()).with(EscalationSecondPerson.PAGE, page));
    jdbc.sql("insert into second_person (id, matter, clock_id, proposed_by, run, asked) values (?, ?, ?, ?, ?, ?)")
        .params(needed.id(), matter.value(), clockId.map(ClockId::value).orElse(null), needed.proposedBy(), run,
            asked.toString())
        .update();
  }

  /** Whoever has the item has done it; decided by somebody else or taken back, the item goes. */
  @EventListener
  public void on(SecondPersonDone done) {
    find("id = ?", done.id()).ifPresent(waiting -> {
      jdbc.sql("delete from second_person where id = ?").param(done.id()).update();
      var own = processes.openTasks(waiting.matter()).stream().filter(task -> isOf(waiting, task))
          .filter(task -> isFor(task, done.by())).map(OpenTask::id).findFirst();
      if (own.isPresent() && !waiting.proposedBy().equals(done.by().id())) {
        processes.complete(own.get(), done.by(), Facts.none());
      } else {
        processes.correlateRun(EscalationSecondPerson.SECOND_PERSON_DONE, waiting.run(), Facts.none(), done.by());
      }
    });
  }

  /** Nobody has decided in time: the next above is asked; at the top it stays, for ten times as long. */
  public Facts raise(String run) {
    var waiting = find("run = ?", run).orElseThrow();
    var places = places(waiting.matter(), waiting.clock(), waiting.proposedBy());
    var next = places.indexOf(waiting.asked()) + 1;
    if (next >= places.size()) {
      return given(waiting.asked(), AT_THE_TOP * settings.decisionDays());
    }
    var above = places.get(next);
    jdbc.sql("update second_person set asked = ? where id = ?").params(above.toString(), waiting.id()).update();
    audit.append(waiting.clock().isPresent() ? waiting.matter() : AuditTrail.HOUSE, Actor.SYSTEM,
        "second-person.raised", Map.of("unit", waiting.asked().unit(), "above", above.unit()));
    return given(above, settings.decisionDays());
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean owns(String processKey, CaseId id) {
    return processKey.equals(EscalationSecondPerson.KEY);
  }

  /** Only of a change of the official days; a correction is about a case. */
  @Override
  @Transactional(readOnly = true)
  public Optional<Matter> find(CaseId id) {
    return changes.find(id.value()).map(change -> String.valueOf(change.year()))
        .map(year -> new Matter(year, messages.getMessage("escalation.second-person.change", new Object[]{year},
            LocaleContextHolder.getLocale())));
  }

  @Override
  @Transactional(readOnly = true)
  public String page(CaseId id) {
    return changes.find(id.value()).isPresent() ? "/administration/holidays/changes/" + id : "/cases/" + id;
  }

  /** Who may be asked, one after the other: never only the one who proposed it. */
  private List<Group> places(CaseId matter, Optional<ClockId> clockId, String proposedBy) {
    return clockId.flatMap(clocks::find)
        .map(state -> receivers.leadersBut(proposedBy, state.unit(), cases.get(matter)))
        .orElseGet(() -> approvers.but(proposedBy));
  }

  private Facts given(Group asked, int days) {
    return EscalationSecondPerson.APPROVERS.with(asked.toString()).with(EscalationSecondPerson.DECIDE_BY,
        officeHours.daysAfter(clock.instant(), days, asked.unit()).atZone(Dates.ZONE).toOffsetDateTime().toString());
  }

  private static boolean isOf(Waiting waiting, OpenTask task) {
    return task.key().equals(EscalationSecondPerson.USER_APPROVE) && LeaderDecisions.run(task).equals(waiting.run());
  }

  private static boolean isFor(OpenTask task, Actor actor) {
    var whom = actor.asWhom();
    return task.assignee().map(whom.id()::equals).orElseGet(() -> whom.belongsTo(Group.of(task.group())));
  }

  private Optional<Waiting> find(String which, Object value) {
    return jdbc.sql("select id, matter, clock_id, proposed_by, run, asked from second_person where " + which)
        .param(value).query((rs, row) -> new Waiting(rs.getObject("id", UUID.class),
            new CaseId(rs.getObject("matter", UUID.class)),
            Optional.ofNullable(rs.getObject("clock_id", UUID.class)).map(ClockId::new), rs.getString("proposed_by"),
            rs.getString("run"), Group.of(rs.getString("asked"))))
        .optional();
  }
}
