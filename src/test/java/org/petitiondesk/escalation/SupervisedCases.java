package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;

import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.CreateUnit;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Cases whose lead unit is chased. They are disputes: no petition process runs beside the supervision. */
@Component
public class SupervisedCases {

  public static final String UNIT = "education";

  private final CaseFiles cases;
  private final Supervisions supervisions;
  private final SupervisionService service;
  private final Processes processes;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Units units;
  private final Passwords passwords;
  private final Clock clock;

  SupervisedCases(CaseFiles cases, Supervisions supervisions, SupervisionService service, Processes processes,
      Jobs jobs, Accounts accounts,
      Units units, Passwords passwords, Clock clock) {
    this.cases = cases;
    this.supervisions = supervisions;
    this.service = service;
    this.processes = processes;
    this.jobs = jobs;
    this.accounts = accounts;
    this.units = units;
    this.passwords = passwords;
    this.clock = clock;
  }

  public CaseId led(String unit) {
    return led(unit, "校门口占道经营");
  }

  public CaseId led(String unit, String title) {
    var id = register(title, DemandClass.CLAIM, "officer");
    cases.assigned(id, unit, List.of(), Actor.SYSTEM);
    return id;
  }

  /** A report that the office's leader is named on, and the unit's handler when it is assigned. */
  public CaseId report(String unit, Optional<String> named) {
    var id = register("举报招生收费", DemandClass.REPORT, "office.leader");
    cases.assigned(id, unit, List.of(), Actor.SYSTEM);
    named.ifPresent(account -> cases.grant(id, account, Actor.SYSTEM));
    return id;
  }

  public SupervisionId open(CaseId id, SupervisionKind kind) {
    return open(id, UNIT, kind, actor("officer"));
  }

  public SupervisionId open(CaseId id, String unit, SupervisionKind kind, Actor by) {
    return supervisions.open(id, unit, kind, "请于期限内清理并书面反馈", today().plusDays(7), "超过内部期限没有进展", by);
  }

  /** The unit has answered, and the verdict is open. */
  public SupervisionId answered(CaseId id, String unit, SupervisionKind kind, Actor by, Actor handler) {
    var opened = open(id, unit, kind, by);
    service.answer(item(opened, id, EscalationSupervision.USER_ANSWER).id(), "已清理，附照片。", List.of(), handler);
    return opened;
  }

  /** A unit below another one, with one handler and no leader, made for one test. */
  public String unitBelow(String parent) {
    var id = "below-" + UUID.randomUUID().toString().substring(0, 8);
    units.create(new CreateUnit(id, "所属服务站" + id, Optional.of(parent), UnitKind.COMMUNITY, "linjiang",
        Optional.empty()), Actor.SYSTEM);
    accounts.create(new CreateAccount(id + ".handler", "站员" + id, id, Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("a-long-password-1")), Actor.SYSTEM);
    return id;
  }

  /** An officer of the unit, made for one test. */
  public String officerOf(String unit) {
    var id = "officer-" + UUID.randomUUID().toString().substring(0, 8);
    accounts.create(new CreateAccount(id, "临时" + id, unit, Set.of(Role.OFFICER), Optional.empty(),
        passwords.hash("a-long-password-1")), Actor.SYSTEM);
    return id;
  }

  /** The open item of this step, for one supervision. */
  public OpenTask item(SupervisionId id, CaseId caseId, String step) {
    return items(id, caseId).stream().filter(task -> task.key().equals(step)).findFirst()
        .orElseThrow(() -> new AssertionError("No open " + step + ", but " + items(id, caseId)));
  }

  List<OpenTask> items(SupervisionId id, CaseId caseId) {
    return processes.openTasks(caseId).stream().filter(task -> task.form().contains(id.toString())).toList();
  }

  /** The timer at this element fires, whatever the time is. */
  public void fire(CaseId id, String timer) {
    jobs.run(id, timer);
  }

  public Actor actor(String account) {
    return accounts.actor(account);
  }

  LocalDate today() {
    return Dates.today(clock);
  }

  private CaseId register(String title, DemandClass demandClass, String by) {
    return cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, demandClass, today(), "xfj",
        "liuyin-guihua", title, "正文", true, List.of(), List.of(), List.of()), accounts.actor(by)).id();
  }
}
