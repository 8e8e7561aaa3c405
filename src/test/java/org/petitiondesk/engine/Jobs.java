package org.petitiondesk.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs of a case, executed by hand: the tests' job executor never runs. */
@Component
public class Jobs {

  private final RuntimeService runtime;
  private final ManagementService management;
  /** Only the demo has one. */
  private final ObjectProvider<MovableClock> time;
  private final ObjectProvider<JobExecutor> executor;

  Jobs(RuntimeService runtime, ManagementService management, ObjectProvider<MovableClock> time,
      ObjectProvider<JobExecutor> executor) {
    this.runtime = runtime;
    this.management = management;
    this.time = time;
    this.executor = executor;
  }

  /** From now on jobs run only when a test says so, also on a server that runs them by itself. */
  public void stopServer() {
    executor.ifAvailable(JobExecutor::shutdown);
  }

  public void startServer() {
    executor.ifAvailable(JobExecutor::start);
  }

  /** Executes the one job of the case that waits at this element, due or not; what it throws is thrown. */
  public void run(CaseId id, String element) {
    var waiting = jobs(id).filter(job -> element.equals(elementOf(job))).toList();
    if (waiting.size() != 1) {
      throw new AssertionError(waiting.size() + " jobs at " + element + " of " + id + ", open: " + of(id));
    }
    management.executeJob(waiting.get(0).getId());
  }

  /** Executes every job of the case that is due, and those that come of it. */
  public void runDue(CaseId id) {
    List<Job> due;
    do {
      due = instances(id).flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId())
          .executable().list().stream()).toList();
      due.forEach(job -> management.executeJob(job.getId()));
    } while (!due.isEmpty());
  }

  /** Lets the time pass for one case: each of its jobs that falls due until then is executed at its moment, in order. */
  public void liveUntil(CaseId id, Instant moment) {
    for (var next = nextUntil(id, moment); next.isPresent(); next = nextUntil(id, moment)) {
      var due = next.get().getDuedate();
      if (due != null && due.toInstant().isAfter(time.getObject().instant())) {
        moveTo(due.toInstant());
      }
      management.executeJob(next.get().getId());
    }
    moveTo(moment);
  }

  /** What falls due meanwhile is executed late: nobody was there. */
  public void moveTo(Instant moment) {
    time.getObject().setTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  public void backToNow() {
    time.getObject().reset();
    ClockUtil.reset();
  }

  /** When the case's timer at this element goes off. */
  public Instant dueAt(CaseId id, String element) {
    return jobs(id).filter(job -> element.equals(elementOf(job))).map(job -> job.getDuedate().toInstant())
        .min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The one job of the case that waits at this element. */
  public String at(CaseId id, String element) {
    return jobs(id).filter(job -> element.equals(elementOf(job))).map(Job::getId).findFirst().orElseThrow();
  }

  /** As a node of the job executor does. */
  public void execute(String job) {
    management.executeJob(job);
  }

  private Optional<Job> nextUntil(CaseId id, Instant moment) {
    return jobs(id).filter(job -> job.getRetries() > 0)
        .filter(job -> job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(moment))
        .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  /** Executes every job of the case that waits at this element. */
  public int runAll(CaseId id, String element) {
    var waiting = jobs(id).filter(job -> element.equals(elementOf(job))).toList();
    waiting.forEach(job -> management.executeJob(job.getId()));
    return waiting.size();
  }

  /** Elements that wait for the job executor. */
  public List<String> of(CaseId id) {
    return jobs(id).map(this::elementOf).sorted().toList();
  }

  /** Keys of the processes that are not over. */
  public List<String> processes(CaseId id) {
    return instances(id).map(instance -> instance.getProcessDefinitionId().split(":")[0]).sorted().toList();
  }

  private Stream<ProcessInstance> instances(CaseId id) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream();
  }

  private Stream<Job> jobs(CaseId id) {
    return instances(id)
        .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream());
  }

  private String elementOf(Job job) {
    return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
        .getActivityId();
  }
}
