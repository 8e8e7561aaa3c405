package org.petitiondesk.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.engine.EngineTime;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.SupervisionResult;
import org.petitiondesk.escalation.SupervisionService;
import org.petitiondesk.escalation.Supervisions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Units of some made-up cases that are chased: one in time, one late, one that has answered and one that is closed. */
@Component
@Profile("demo")
class DemoSupervisions {

  private static final CaseQuery HANDLED = new CaseQuery(Optional.empty(), Optional.of(CaseStatus.HANDLING),
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final LocalTime MORNING = LocalTime.of(9, 40);

  private final Supervisions supervisions;
  private final SupervisionService service;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final Processes processes;
  private final WorkingDays workingDays;
  private final EngineTime engineTime;
  private final MovableClock clock;

  DemoSupervisions(Supervisions supervisions, SupervisionService service, CaseFiles cases, Accounts accounts,
      Processes processes, WorkingDays workingDays, EngineTime engineTime, MovableClock clock) {
    this.supervisions = supervisions;
    this.service = service;
    this.cases = cases;
    this.accounts = accounts;
    this.processes = processes;
    this.workingDays = workingDays;
    this.engineTime = engineTime;
    this.clock = clock;
  }

  void make() {
    var officer = accounts.actor("officer");
    var today = Dates.today(clock);
    var all = cases.find(HANDLED, officer, Optional.empty()).rows().stream()
        .filter(row -> row.receivedOn().isBefore(today.minusDays(12))).toList();
    // The ladder of a late case may have opened one already.
    var handled = all.stream().filter(row -> supervisions.of(row.id(), officer).isEmpty()).toList();
    if (handled.size() < 4 || all.stream().anyMatch(row -> isListed(row, officer))) {
      return;
    }
    engineTime.byHand(() -> {
      at(today.minusDays(9));
      open(handled.get(1), SupervisionKind.WRITTEN, "请于三个工作日内到现场核实，书面反馈整改情况。", today.minusDays(4), officer);
      answer(open(handled.get(3), SupervisionKind.PHONE, "请与信访人当面沟通，说明办理进度。", today.minusDays(2), officer));
      at(today.minusDays(5));
      engineTime.workOff();
      answer(open(handled.get(2), SupervisionKind.POLICY, "建议明确夜间施工审批的公示方式，减少同类信访。", today.plusDays(25),
          officer));
      decide(handled.get(3).id(), officer);
      // The late one goes up on a working day, as it would have.
      at(earlier(workingDays.next(today.minusDays(4)), today));
      engineTime.workOff();
      open(handled.get(0), SupervisionKind.LISTED, "请主要负责人包案，本月底前拿出解决方案。", today.plusDays(9),
          accounts.actor("office.leader"));
    });
    clock.reset();
  }

  private boolean isListed(CaseRow row, Actor officer) {
    return supervisions.of(row.id(), officer).stream().anyMatch(each -> each.kind() == SupervisionKind.LISTED);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private CaseId open(CaseRow row, SupervisionKind kind, String demand, LocalDate until, Actor by) {
    supervisions.open(row.id(), row.leadUnit().orElseThrow(), kind, demand, until, "超过本单位内部期限，没有实质进展。", by);
    return row.id();
  }

  private void answer(CaseId id) {
    service.answer(item(id, EscalationSupervision.USER_ANSWER), "已由分管负责人到场，与信访人当面沟通，下周一前完成整改。", List.of(),
        accounts.actor(cases.get(id).leadUnit().orElseThrow() + ".handler"));
  }

  private void decide(CaseId id, Actor by) {
    service.close(item(id, EscalationSupervision.USER_REVIEW), SupervisionResult.DONE, "电话回访信访人，反映的情况属实。", by);
  }

  private String item(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow().id();
  }

  private void at(LocalDate day) {
    engineTime.moveTo(day.atTime(MORNING).atZone(Dates.ZONE).toInstant());
  }
}
