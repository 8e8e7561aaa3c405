package org.petitiondesk.escalation;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/escalation/escalation_extension.bpmn}: a request for more time until it is decided. */
public final class EscalationExtension {

  public static final String KEY = "escalation_extension";

  public static final String USER_APPROVE = "user_approve_extension";
  public static final String TIMER_LAPSED = "timer_extension_lapsed";
  public static final String SERVICE_LAPSE = "service_lapse_extension";
  public static final String CATCH_MOOT = "catch_extension_moot";
  public static final String END_GRANTED = "end_extension_granted";
  public static final String END_REFUSED = "end_extension_refused";
  public static final String END_LAPSED = "end_extension_lapsed";
  public static final String END_MOOT = "end_extension_moot";

  /** The matter was answered before anybody decided. */
  public static final String EXTENSION_MOOT = "EXTENSION_MOOT";

  /** Who decides, {@code role@unit}. */
  public static final ProcessVariable<String> APPROVERS = ProcessVariable.text("approvers");
  /** When the clock runs out, ISO 8601 with offset: nobody can extend it after that. */
  public static final ProcessVariable<String> LAPSES_AT = ProcessVariable.text("lapsesAt");
  public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");

  private EscalationExtension() {}
}
