package org.petitiondesk.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.accountability.AccountabilityRectification;
import org.petitiondesk.accountability.NewMeasure;
import org.petitiondesk.accountability.RectificationService;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One made-up case in which something is mended: of two measures one waits for its inspection. */
@Component
@Profile("demo")
class DemoRectifications {

  private static final CaseQuery HANDLED = new CaseQuery(Optional.empty(), Optional.of(CaseStatus.HANDLING),
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final Rectifications rectifications;
  private final RectificationService service;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final Processes processes;
  private final MovableClock clock;

  DemoRectifications(Rectifications rectifications, RectificationService service, CaseFiles cases, Accounts accounts,
      Processes processes, MovableClock clock) {
    this.rectifications = rectifications;
    this.service = service;
    this.cases = cases;
    this.accounts = accounts;
    this.processes = processes;
    this.clock = clock;
  }

  void make() {
    var officer = accounts.actor("officer");
    var today = Dates.today(clock);
    var handled = cases.find(HANDLED, officer, Optional.empty()).rows();
    if (handled.isEmpty() || handled.stream().anyMatch(row -> !rectifications.of(row.id(), officer).isEmpty())) {
      return;
    }
    var row = handled.get(0);
    var unit = row.leadUnit().orElseThrow();
    var handler = unit + ".handler";
    rectifications.open(row.id(), unit,
        List.of(new NewMeasure("清理现场，恢复原状。", handler, today.plusDays(10), "同一地点整改前后的照片"),
            new NewMeasure("建立巡查记录，每周检查一次。", unit + ".handler2", today.plusDays(20), "巡查记录复印件")),
        "同一地点反复出现问题，上次处理只做了表面工作。", officer);
    var item = processes.openTasks(row.id()).stream().filter(task -> task.assignee().equals(Optional.of(handler))
        && task.key().equals(AccountabilityRectification.USER_CARRY_OUT)).findFirst().orElseThrow();
    service.complete(item.id(), "现场已经清理，请验收。", file("整改前记录.txt", "堆放物品约两吨。"), file("整改后记录.txt", "已经清运。"),
        accounts.actor(handler));
  }

  private static List<Upload> file(String name, String text) {
    return List.of(new Upload(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
