package org.petitiondesk.accountability;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/** Cases whose lead unit has something to mend. */
@Component
public class RectifiedCases {

  private final Rectifications rectifications;
  private final RectificationService service;
  private final RectificationCancellations cancellations;
  private final CaseFiles cases;
  private final Processes processes;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Clock clock;

  RectifiedCases(Rectifications rectifications, RectificationService service, RectificationCancellations cancellations,
      CaseFiles cases, Processes processes, Jobs jobs, Accounts accounts, Clock clock) {
    this.rectifications = rectifications;
    this.service = service;
    this.cancellations = cancellations;
    this.cases = cases;
    this.processes = processes;
    this.jobs = jobs;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** One measure for each of these days from today on; the owner is the unit's handler. */
  public RectificationId order(CaseId id, int... days) {
    var unit = cases.get(id).leadUnit().orElseThrow();
    var measures = Arrays.stream(days).mapToObj(
        day -> new NewMeasure("清理占道的物品", unit + ".handler", today().plusDays(day), "整改后的照片")).toList();
    return rectifications.open(id, unit, measures, "占道的物品没有清理", accounts.actor("officer"));
  }

  /** The owner reports it done, with a file of before and of after. */
  public void complete(RectificationId id, int measure) {
    var owner = get(id).measure(measure).orElseThrow().owner();
    service.complete(item(id, measure, AccountabilityRectification.USER_CARRY_OUT).id(), "已经清理", file("整改前.txt"),
        file("整改后.txt"), accounts.actor(owner));
  }

  public void accept(RectificationId id, int measure) {
    complete(id, measure);
    service.accept(item(id, measure, AccountabilityRectification.USER_INSPECT).id(), "现场已经清理干净", today(), List.of(),
        accounts.actor("officer"));
  }

  public void sendBack(RectificationId id, int measure) {
    complete(id, measure);
    service.sendBack(item(id, measure, AccountabilityRectification.USER_INSPECT).id(), "还有一半没有清理", today(),
        today().plusDays(9), List.of(), accounts.actor("officer"));
  }

  /** The officer who ordered it finds that it was a mistake. */
  public void proposeCancelling(RectificationId id) {
    cancellations.propose(id, "通知发错了单位", accounts.actor("officer"));
  }

  public OpenTask item(RectificationId id, int measure, String step) {
    return processes.openTasks(get(id).caseId()).stream().filter(task -> task.key().equals(step)
        && task.form().startsWith("rectifications/" + id + "/measures/" + measure + "/")).findFirst().orElseThrow();
  }

  /** The case is closed, and one of its return visits is due. */
  public OpenTask visit(CaseId id) {
    accept(order(id, 3), 1);
    cases.close(id, ClosingState.SOLVED, Actor.SYSTEM);
    jobs.execute(jobs.at(id, AccountabilityReturnVisit.TIMER_DUE));
    return processes.openTasks(id).stream().filter(task -> task.key().equals(AccountabilityReturnVisit.USER_VISIT))
        .findFirst().orElseThrow();
  }

  /** The latest one. */
  Rectification ofCase(CaseId id) {
    return rectifications.of(id, accounts.actor("officer")).get(0);
  }

  public Rectification get(RectificationId id) {
    return rectifications.get(id, accounts.actor("officer"));
  }

  public LocalDate today() {
    return Dates.today(clock);
  }

  public Actor actor(String account) {
    return accounts.actor(account);
  }

  public static List<Upload> file(String name) {
    return List.of(new Upload(name, "现场情况".getBytes(StandardCharsets.UTF_8)));
  }
}
