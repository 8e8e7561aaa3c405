package org.petitiondesk.escalation;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/escalation/escalation_pause.bpmn}: a request to pause until it is decided. */
public final class EscalationPause {

  public static final String KEY = "escalation_pause";

  public static final String USER_APPROVE = "user_approve_pause";
  public static final String TIMER_LAPSED = "timer_pause_lapsed";
  public static final String SERVICE_LAPSE = "service_lapse_pause";
  public static final String CATCH_MOOT = "catch_pause_moot";
  public static final String END_GRANTED = "end_pause_granted";
  public static final String END_REFUSED = "end_pause_refused";
  public static final String END_LAPSED = "end_pause_lapsed";
  public static final String END_MOOT = "end_pause_moot";

  /** The matter was answered before anybody decided. */
  public static final String PAUSE_MOOT = "PAUSE_MOOT";

  /** Who decides, {@code role@unit}. */
  public static final ProcessVariable<String> APPROVERS = ProcessVariable.text("approvers");
  /** When the first of the clocks runs out, ISO 8601 with offset: what has run out can not be paused. */
  public static final ProcessVariable<String> LAPSES_AT = ProcessVariable.text("lapsesAt");
  public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");

  private EscalationPause() {}
}
