package org.petitiondesk.browser;

import org.petitiondesk.engine.Jobs;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The server of the stories outlives them, and the engine's time belongs to the whole JVM: a job executor that went on
 * would find its timers due whenever a later test moves the time, and find its own clock saying that they are not.
 */
class RunningJobs implements TestExecutionListener {

  @Override
  public void beforeTestClass(TestContext context) {
    jobs(context).startServer();
  }

  @Override
  public void afterTestClass(TestContext context) {
    jobs(context).stopServer();
  }

  private static Jobs jobs(TestContext context) {
    return context.getApplicationContext().getBean(Jobs.class);
  }
}
