package org.petitiondesk.kernel;

/** For modules that find a case whose process is lost, and do not know how such a case is handled. */
public interface CaseRestart {

  /** Whether no process of its own is there that could ever bring the open case to its end. */
  boolean isLost(CaseId id);

  /**
   * Begins the process of an open case again, at the step that its status on the register says. What was decided stays;
   * whoever works on that step gets it anew.
   *
   * @throws Conflict when the case is closed
   */
  void restart(CaseId id, Actor actor);
}
