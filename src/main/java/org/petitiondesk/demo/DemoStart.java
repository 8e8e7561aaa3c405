package org.petitiondesk.demo;

import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo before the first request is let in: while it is made, the desk's clock stands in the past. */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

  private final DemoOrganisation organisation;
  private final DemoCases cases;
  private final DemoAnswers answers;
  private final DemoSupervisions supervisions;
  private final DemoRectifications rectifications;
  private final DemoFollowUps followUps;
  private final DemoWarnings warnings;
  private final DemoMatters matters;
  private final DemoDisputes disputes;
  private boolean made;

  DemoStart(DemoOrganisation organisation, DemoCases cases, DemoAnswers answers,
      DemoSupervisions supervisions, DemoRectifications rectifications, DemoFollowUps followUps,
      DemoWarnings warnings, DemoMatters matters, DemoDisputes disputes) {
    this.organisation = organisation;
    this.cases = cases;
    this.answers = answers;
    this.supervisions = supervisions;
    this.rectifications = rectifications;
    this.followUps = followUps;
    this.warnings = warnings;
    this.matters = matters;
    this.disputes = disputes;
  }

  @Override
  public void start() {
    organisation.make();
    cases.make();
    answers.make();
    supervisions.make();
    rectifications.make();
    followUps.make();
    warnings.make();
    matters.make();
    // Last: its letters wait to go out, and the others go back in time and send what waits.
    disputes.make();
    made = true;
  }

  @Override
  public void stop() {
    made = false;
  }

  @Override
  public boolean isRunning() {
    return made;
  }

  @Override
  public int getPhase() {
    // Half of what lies before the phase in which the server opens its port.
    return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE / 2;
  }
}
