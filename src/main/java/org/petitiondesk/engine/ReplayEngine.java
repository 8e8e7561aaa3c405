package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.petitiondesk.engine.Replayed.Reason;
import org.petitiondesk.engine.Replayed.Step;
import org.petitiondesk.engine.Replayed.Stuck;
import org.petitiondesk.kernel.PastFacts.Given;

/**
 * An engine that is thrown away: in memory, with a database of its own, without history and without anybody who executes
 * jobs. Verbs do nothing but be noted; people's decisions are those on record. One case after the other goes through it.
 */
public final class ReplayEngine implements AutoCloseable {

  /** No case of people comes near; what goes further goes round and round. */
  private static final int MOST_FLOWS = 2000;
  private static final int MOST_MOVES = 500;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ProcessEngine engine;
  private final boolean jobs;
  private final Map<String, Integer> passed = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private Given given = new Given(Map.of(), Map.of());
  private Optional<Replayed.Element> end = Optional.empty();
  private int flows;

  private ReplayEngine(Map<String, String> models, ModelVerbs verbs, ModelBeans asked) {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("replay-" + COUNT.incrementAndGet());
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    // Nothing has to be dropped: the database is gone with its last connection.
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setJobExecutorActivate(false);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setEnableCmdExceptionLogging(false);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setIdGenerator(new StrongUuidGenerator());
    var beans = new Recorders(verbs, asked);
    configuration.setBeans(beans);
    configuration.setExpressionManager(new JuelExpressionManager(beans));
    configuration.setDmnEngineConfiguration(DeskDecisions.configuration(event -> {}));
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Ears())));
    engine = configuration.buildProcessEngine();
    deploy(models);
    jobs = models.values().stream().anyMatch(source -> source.contains(":async"));
  }

  private void deploy(Map<String, String> models) {
    var deployment = engine.getRepositoryService().createDeployment();
    models.forEach((file, source) -> deployment.addInputStream(file,
        new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
    try {
      deployment.deploy();
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** @param models by file; those that the guard lets pass */
  static ReplayEngine of(Map<String, String> models, ModelVerbs verbs, ModelBeans asked) {
    return new ReplayEngine(models, verbs, asked);
  }

  /** Takes a case through its process once more, with what people decided then. */
  public Replayed replay(PastRun run, Given facts) {
    given = facts;
    passed.clear();
    steps.clear();
    end = Optional.empty();
    flows = 0;
    try {
      var stuck = attempt(() -> start(run), run.process()).or(() -> walk(run));
      return new Replayed(end, List.copyOf(steps), stuck);
    } finally {
      engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
          .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "over", true, true));
    }
  }

  private void start(PastRun run) {
    var begin = engine.getRuntimeService().createProcessInstanceByKey(run.process())
        .businessKey(run.caseId().toString()).setVariables(given.start());
    run.from().ifPresent(element -> begin.startBeforeActivity(element)
        .setVariables(allGiven()));
    begin.execute();
  }

  /** What was known in the end: for a run that began in the middle. */
  private Map<String, Object> allGiven() {
    var all = new HashMap<>(given.start());
    given.given().values().forEach(times -> times.forEach(all::putAll));
    return all;
  }

  private Optional<Stuck> walk(PastRun run) {
    var left = new ArrayList<>(run.steps());
    var known = new HashSet<String>();
    run.steps().forEach(step -> known.add(step.element()));
    for (var moves = 0; moves < MOST_MOVES; moves++) {
      var worked = attempt(this::workOff, last().id());
      if (worked.isPresent() || isOver()) {
        return worked;
      }
      var next = left.stream().filter(this::isWaiting).findFirst()
          .or(() -> left.stream().filter(PastStep::back).filter(this::canGoBack).findFirst());
      var moved = next.map(step -> {
        left.remove(step);
        return attempt(() -> move(step), step.element());
      }).orElseGet(() -> unrecorded(known));
      if (moved.isPresent()) {
        return moved;
      }
    }
    return Optional.of(new Stuck(Reason.ENDLESS, last(), ""));
  }

  /** Nothing on record goes on here: what the model does by itself, and what it is the first to ask of people. */
  private Optional<Stuck> unrecorded(Set<String> known) {
    var open = engine.getTaskService().createTaskQuery().list();
    var asked = open.stream().filter(task -> !known.contains(task.getTaskDefinitionKey())).findFirst();
    if (asked.isPresent()) {
      var key = asked.get().getTaskDefinitionKey();
      return attempt(() -> engine.getTaskService().complete(asked.get().getId(), facts(key)), key);
    }
    var timer = engine.getManagementService().createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1);
    if (open.isEmpty() && !timer.isEmpty()) {
      return attempt(() -> engine.getManagementService().executeJob(timer.get(0).getId()), last().id());
    }
    if (!open.isEmpty()) {
      return Optional.of(new Stuck(Reason.NO_DECISION, element(open.get(0).getTaskDefinitionKey()), ""));
    }
    return Optional.of(new Stuck(Reason.NO_MESSAGE,
        engine.getRuntimeService().createEventSubscriptionQuery().list().stream().findFirst()
            .map(waiting -> element(waiting.getActivityId())).orElseGet(this::last),
        ""));
  }

  private boolean isOver() {
    return engine.getRuntimeService().createProcessInstanceQuery().count() == 0;
  }

  /** What an engine that runs would do by itself. */
  private void workOff() {
    for (var job = jobs ? job() : Optional.<String>empty(); job.isPresent(); job = job()) {
      engine.getManagementService().executeJob(job.get());
    }
  }

  private Optional<String> job() {
    return engine.getManagementService().createJobQuery().messages().listPage(0, 1).stream().findFirst()
        .map(Job::getId);
  }

  private boolean isWaiting(PastStep step) {
    return switch (step.kind()) {
      case TASK -> task(step).isPresent();
      case MESSAGE -> engine.getRuntimeService().createEventSubscriptionQuery().activityId(step.element()).count() > 0;
      case TIMER -> engine.getManagementService().createJobQuery().activityId(step.element()).count() > 0;
    };
  }

  private Optional<String> task(PastStep step) {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(step.element()).listPage(0, 1).stream()
        .findFirst().map(Task::getId);
  }

  private void move(PastStep step) {
    if (!isWaiting(step)) {
      goBack(step);
    }
    switch (step.kind()) {
      case TASK -> engine.getTaskService().complete(task(step).orElseThrow(), facts(step.element()));
      case MESSAGE -> {
        var waiting = engine.getRuntimeService().createEventSubscriptionQuery().activityId(step.element())
            .listPage(0, 1).get(0);
        engine.getRuntimeService().messageEventReceived(waiting.getEventName(), waiting.getExecutionId(),
            facts(step.element()));
      }
      case TIMER -> engine.getManagementService().executeJob(
          engine.getManagementService().createJobQuery().activityId(step.element()).listPage(0, 1).get(0).getId());
    }
  }

  private boolean canGoBack(PastStep step) {
    return holder(step).isPresent();
  }

  /** The run whose model has the step. */
  private Optional<String> holder(PastStep step) {
    return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
        .filter(run -> engine.getRepositoryService().getBpmnModelInstance(run.getProcessDefinitionId())
            .getModelElementById(step.element()) != null)
        .findFirst().map(Execution::getId);
  }

  private void goBack(PastStep step) {
    var run = holder(step).orElseThrow();
    var move = engine.getRuntimeService().createProcessInstanceModification(run);
    for (var token : engine.getRuntimeService().getActivityInstance(run).getChildActivityInstances()) {
      cancel(move, token);
    }
    move.startBeforeActivity(step.element()).execute();
  }

  private static void cancel(ProcessInstanceModificationBuilder move, ActivityInstance token) {
    move.cancelActivityInstance(token.getId());
  }

  /** The n-th time that an element is passed it has what became known there for the n-th time; later nothing new. */
  private Map<String, Object> facts(String element) {
    var times = given.given().getOrDefault(element, List.of());
    var time = passed.merge(element, 1, Integer::sum);
    return times.isEmpty() ? Map.of() : times.get(Math.min(time, times.size()) - 1);
  }

  private Optional<Stuck> attempt(Runnable act, String element) {
    try {
      act.run();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(isEndless(e)
          ? new Stuck(Reason.ENDLESS, last(), "")
          : new Stuck(Reason.FAILED, element(element), String.valueOf(e.getMessage())));
    }
  }

  private static boolean isEndless(Throwable problem) {
    return problem != null && (problem instanceof Endless || isEndless(problem.getCause()));
  }

  private Replayed.Element last() {
    return steps.isEmpty() ? new Replayed.Element("", "", "") : steps.get(steps.size() - 1).element();
  }

  private Replayed.Element element(String id) {
    return steps.stream().map(Step::element).filter(each -> each.id().equals(id)).reduce((one, later) -> later)
        .orElseGet(() -> new Replayed.Element("", id, id));
  }

  @Override
  public void close() {
    engine.close();
  }

  private static Replayed.Element element(ActivityImpl activity) {
    var name = (String) activity.getProperty("name");
    return new Replayed.Element(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(), activity.getId(),
        name == null || name.isBlank() ? activity.getId() : name);
  }

  /** It would go on for ever. */
  private static final class Endless extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /** Notes what is passed, and ends what does not end. */
  private final class Ears extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element source, ScopeImpl scope, TransitionImpl flow) {
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
        if (++flows > MOST_FLOWS) {
          throw new Endless();
        }
      });
    }

    @Override
    public void parseUserTask(Element source, ScopeImpl scope, ActivityImpl activity) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition().addBuiltInTaskListener(
          TaskListener.EVENTNAME_CREATE, task -> note(activity, group(task)));
    }

    @Override
    public void parseServiceTask(Element source, ScopeImpl scope, ActivityImpl activity) {
      activity.addListener(ExecutionListener.EVENTNAME_START,
          (ExecutionListener) execution -> note(activity, ""));
    }

    @Override
    public void parseEndEvent(Element source, ScopeImpl scope, ActivityImpl activity) {
      activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
        if (execution.getSuperExecution() == null
            && execution.getProcessInstance().getSuperExecution() == null) {
          end = Optional.of(element(activity));
        }
      });
    }

    private void note(ActivityImpl activity, String group) {
      if (steps.size() > MOST_FLOWS) {
        throw new Endless();
      }
      steps.add(new Step(element(activity), group));
    }

    private String group(DelegateTask task) {
      return task.getCandidates().stream().map(IdentityLink::getGroupId)
          .filter(group -> group != null).findFirst().orElse("");
    }
  }

  /** Every verb, which only is noted, and the beans that answer questions of an expression. */
  private final class Recorders extends AbstractMap<Object, Object> {

    private final ModelVerbs verbs;
    private final ModelBeans asked;
    private final JavaDelegate recorder = this::passed;

    Recorders(ModelVerbs verbs, ModelBeans asked) {
      this.verbs = verbs;
      this.asked = asked;
    }

    private void passed(DelegateExecution execution) {
      facts(execution.getCurrentActivityId()).forEach(execution::setVariable);
    }

    @Override
    public boolean containsKey(Object name) {
      return name instanceof String text && (verbs.isVerb(text) || verbs.isAsked(text) && asked.containsKey(text));
    }

    @Override
    public Object get(Object name) {
      return !containsKey(name) ? null : verbs.isVerb((String) name) ? recorder : asked.get(name);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      throw new IllegalStateException("Looked up by name only");
    }
  }
}
