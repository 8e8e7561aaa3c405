package org.petitiondesk.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The jobs of a case, executed by hand: the tests' job executor never runs. */
@Component
public class Jobs {

  private final RuntimeService runtime;
  private final ManagementService management;

  Jobs(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
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
