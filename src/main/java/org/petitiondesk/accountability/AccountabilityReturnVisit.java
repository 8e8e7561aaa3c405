package org.petitiondesk.accountability;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/accountability/accountability_return_visit.bpmn}. */
public final class AccountabilityReturnVisit {

  public static final String KEY = "accountability_return_visit";

  public static final String TIMER_DUE = "timer_visit_due";
  public static final String SERVICE_BEGIN = "service_begin_visit";
  public static final String USER_VISIT = "user_visit";
  public static final String END_VISITED = "end_visited";

  public static final ProcessVariable<String> VISIT_ID = ProcessVariable.text("visitId");
  /** When it becomes due: ISO 8601 with offset, as all times here. */
  public static final ProcessVariable<String> VISIT_AT = ProcessVariable.text("visitAt");
  /** Who may go, {@code role@unit}. */
  public static final ProcessVariable<String> VISITORS = ProcessVariable.text("visitors");
  /** The one of them who gets it in person; empty when anybody of the group may take it. */
  public static final ProcessVariable<String> VISITOR = ProcessVariable.text("visitor");

  private AccountabilityReturnVisit() {}
}
