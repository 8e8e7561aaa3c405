package org.petitiondesk;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A test that moved the clock, the engine's too, leaves no other test in its future. */
class ClockReset implements TestExecutionListener {

  @Override
  public void afterTestMethod(TestContext context) {
    context.getApplicationContext().getBean(MovableClock.class).reset();
    ClockUtil.reset();
  }
}
