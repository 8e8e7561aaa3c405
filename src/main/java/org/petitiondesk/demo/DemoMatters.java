package org.petitiondesk.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterQuery;
import org.petitiondesk.matter.MatterRegister;
import org.petitiondesk.matter.MatterService;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two communities that have applied for a title: one is on public notice, the other one waits for its street. */
@Component
@Profile("demo")
class DemoMatters {

  private static final String PROCESS = "certification_campaign";
  private static final String APPLICANT = "grid";

  private final MatterService matters;
  private final MatterRegister register;
  private final Processes processes;
  private final Accounts accounts;
  private final boolean wanted;

  DemoMatters(MatterService matters, MatterRegister register, Processes processes, Accounts accounts,
      @Value("${petition-desk.demo.cases:1000}") int cases) {
    this.matters = matters;
    this.register = register;
    this.processes = processes;
    this.accounts = accounts;
    this.wanted = cases > 0;
  }

  void make() {
    var all = new MatterQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    if (!wanted || !register.find(all, accounts.actor(APPLICANT), Optional.empty()).rows().isEmpty()) {
      return;
    }
    var published = applied("桂花社区创建“三零”社区", "three_zero", "网格全覆盖，每周走访，一年来矛盾纠纷全部在社区化解。");
    examine(published, "liuyin.leader", "走访三个网格，台账齐全，居民知晓率高。");
    examine(published, "officer", "核对登记簿，申报期内没有集体上访。");
    examine(published, "office.leader", "符合标准。");
    applied("桂花社区创建和谐邻里社区", "harmony", "邻里议事会每月一次，楼道纠纷当月化解。");
  }

  private MatterId applied(String title, String honour, String grounds) {
    var id = matters.start(PROCESS, MatterId.next(), fields(Map.of("title", title, "honour", honour, "households",
        "1860", "openDisputes", "2", "since", "2026-01-05", "grounds", grounds)), accounts.actor(APPLICANT));
    finish(id, APPLICANT, Map.of("score", "92", "noPetition", "true", "noAccident", "true", "noCrime", "true",
        "shortcomings", "个别楼道堆放杂物，已列入清理计划。", "ready", "yes"));
    return id;
  }

  private void examine(MatterId id, String account, String findings) {
    finish(id, account, Map.of("visitedOn", "2026-03-18", "findings", findings, "outcome", "pass"));
  }

  private void finish(MatterId id, String account, Map<String, String> values) {
    matters.complete(id.chain(), processes.openTasks(id.chain()).get(0).id(), fields(values), accounts.actor(account));
  }

  private static Map<String, List<String>> fields(Map<String, String> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, value -> List.of(value.getValue())));
  }
}
