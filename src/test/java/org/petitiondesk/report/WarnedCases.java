package org.petitiondesk.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Weeks in a far future of which nobody else knows. The cases are disputes: no petition process runs beside them. */
@Component
public class WarnedCases {

  private final CaseFiles cases;
  private final Warnings warnings;
  private final WarningTable table;
  private final WarningService service;
  private final Processes processes;
  private final Accounts accounts;
  private final Jobs jobs;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  WarnedCases(CaseFiles cases, Warnings warnings, WarningTable table, WarningService service, Processes processes,
      Accounts accounts,
      Jobs jobs, JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
    this.cases = cases;
    this.warnings = warnings;
    this.table = table;
    this.service = service;
    this.processes = processes;
    this.accounts = accounts;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** So many cases of the category at the place, registered that day. */
  List<CaseId> register(LocalDate day, int many, String category, String place) {
    at(day);
    return IntStream.range(0, many).mapToObj(n -> one(DemandClass.CLAIM, category, place)).toList();
  }

  CaseId report(LocalDate day, String category, String place) {
    at(day);
    return one(DemandClass.REPORT, category, place);
  }

  void at(LocalDate day) {
    jobs.moveTo(day.atTime(10, 0).atZone(Dates.ZONE).toInstant());
  }

  Optional<Warnings.Night> night(LocalDate day) {
    jobs.moveTo(day.atTime(4, 10).atZone(Dates.ZONE).toInstant());
    return warnings.night();
  }

  Optional<Warning> open(WarningSubject subject) {
    return transaction.execute(status -> table.lockOpen(subject));
  }

  /** As if no night had ever counted: other tests live in other years. */
  void forget() {
    jdbc.sql("delete from daily_figure").update();
    jdbc.sql("delete from figure_day").update();
    jdbc.sql("delete from warning_night").update();
  }

  List<LocalDate> countedDays() {
    return jdbc.sql("select counted_on from figure_day order by counted_on").query(LocalDate.class).list();
  }

  void makeReport(CaseId id) {
    var file = cases.get(id);
    cases.screened(id, file.category().orElseThrow(), file.urgency(), false, DemandClass.REPORT,
        accounts.actor("office.leader"));
  }

  public OpenTask item(WarningId id) {
    return processes.openTasks(id.chain()).get(0);
  }

  public void fire(WarningId id, String timer) {
    jobs.run(id.chain(), timer);
  }

  public void backToNow() {
    jobs.backToNow();
  }

  public Actor actor(String account) {
    return accounts.actor(account);
  }

  /** A warning for the office, raised by the rule out of eight quiet weeks and one that is not. */
  public Warning cluster(LocalDate day, String category, String place) {
    forget();
    for (var week = 8; week > 0; week--) {
      register(day.minusDays(7L * week + 7), 1, category, place);
    }
    register(day.minusDays(2), 5, category, place);
    night(day);
    return open(WarningSubject.ofBoth(WarningKind.CLUSTER, RegisterFigures.root(category), place)).orElseThrow();
  }

  /** One that the office has answered with an instruction for a unit. */
  public Warning instructed(LocalDate day, String category, String place) {
    var warning = cluster(day, category, place);
    var officer = actor("officer");
    service.answer(new AnswerWarning(item(warning.id()).id(), "同一工地夜间施工", WarningAction.INSTRUCTION, "请三日内约谈施工单位",
        "urban_management", day.plusDays(14)), officer);
    return warning;
  }

  private CaseId one(DemandClass demandClass, String category, String place) {
    var by = accounts.actor(demandClass == DemandClass.REPORT ? "office.leader" : "officer");
    var id = cases
        .register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, demandClass, Dates.today(clock), "xfj", place,
            "夜间施工噪声", "正文", true, List.of(), List.of(), List.of()), by)
        .id();
    cases.screened(id, category, Urgency.NORMAL, false, demandClass, by);
    return id;
  }
}
