package org.petitiondesk.dispute;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/dispute/dispute_danger.bpmn}: one report of a danger; it outlives the mediation. */
public final class DisputeDanger {

  public static final String KEY = "dispute_danger";

  public static final String SERVICE_REPORT = "service_report_danger";
  public static final String USER_ANSWER = "user_answer_danger";
  public static final String END_ANSWERED = "end_danger_answered";

  /** Unit whose committee saw it. */
  public static final ProcessVariable<String> COMMITTEE = ProcessVariable.text("committee");
  /** Until when the measures have to be taken: ISO 8601 with offset. */
  public static final ProcessVariable<String> DANGER_BY = ProcessVariable.text("dangerBy");

  private DisputeDanger() {}
}
