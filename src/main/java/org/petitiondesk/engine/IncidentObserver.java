package org.petitiondesk.engine;

/** Hears of jobs whose retries are spent, in the engine's transaction. */
public interface IncidentObserver {

  void opened(FailedJob job);

  /** The job has been retried or has gone with its case. */
  void resolved(FailedJob job);
}
