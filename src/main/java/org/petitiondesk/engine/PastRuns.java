package org.petitiondesk.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.petitiondesk.engine.PastStep.Kind;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of cases, step by step, as the engine's history has it. */
@Component
public class PastRuns {

  /** Taking back ends one step and begins another at one moment. */
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  private static final Map<String, Kind> MOVING = Map.of("userTask", Kind.TASK, "receiveTask", Kind.MESSAGE,
      "intermediateMessageCatch", Kind.MESSAGE, "boundaryMessage", Kind.MESSAGE, "messageStartEvent", Kind.MESSAGE,
      "intermediateTimer", Kind.TIMER, "boundaryTimer", Kind.TIMER, "timerStartEvent", Kind.TIMER);

  private final HistoryService history;

  PastRuns(HistoryService history) {
    this.history = history;
  }

  /** The finished runs for a case in which the process took part, also as one that was called, in order. */
  @Transactional(readOnly = true)
  public List<PastRun> of(CaseId id, String process) {
    var runs = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list();
    var byId = runs.stream().collect(Collectors.toMap(HistoricProcessInstance::getId, Function.identity()));
    return runs.stream().filter(run -> run.getProcessDefinitionKey().equals(process)).map(run -> root(run, byId))
        .distinct().filter(root -> HistoricProcessInstance.STATE_COMPLETED.equals(root.getState()))
        .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime))
        .map(root -> read(id, root, runs.stream().filter(run -> root(run, byId).equals(root)).toList())).toList();
  }

  private PastRun read(CaseId id, HistoricProcessInstance root, List<HistoricProcessInstance> all) {
    var passed = new ArrayList<HistoricActivityInstance>();
    all.forEach(run -> passed
        .addAll(history.createHistoricActivityInstanceQuery().processInstanceId(run.getId()).finished().list()));
    passed.sort(Comparator.comparing(HistoricActivityInstance::getEndTime));
    return new PastRun(id, root.getProcessDefinitionKey(),
        Optional.ofNullable(root.getStartActivityId())
            .filter(first -> passed.stream().noneMatch(step -> step.getActivityId().equals(first)
                && step.getActivityType().toLowerCase(Locale.ROOT).endsWith("startevent"))),
        passed.stream().filter(step -> !step.isCanceled() && MOVING.containsKey(step.getActivityType()))
            .filter(step -> !(step.getActivityType().endsWith("StartEvent")
                && step.getActivityId().equals(root.getStartActivityId())))
            .map(step -> new PastStep(step.getActivityId(), MOVING.get(step.getActivityType()), isBack(step, passed)))
            .toList());
  }

  private static boolean isBack(HistoricActivityInstance step, List<HistoricActivityInstance> passed) {
    return passed.stream().filter(HistoricActivityInstance::isCanceled)
        .filter(left -> left.getActivityType().equals("userTask")).anyMatch(left -> Math
            .abs(left.getEndTime().getTime() - step.getStartTime().getTime()) < AT_ONCE.toMillis());
  }

  private static HistoricProcessInstance root(HistoricProcessInstance run, Map<String, HistoricProcessInstance> all) {
    var root = run;
    while (root.getSuperProcessInstanceId() != null && all.containsKey(root.getSuperProcessInstanceId())) {
      root = all.get(root.getSuperProcessInstanceId());
    }
    return root;
  }
}
