package org.petitiondesk.dispute;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/dispute/dispute_confirmation.bpmn}: the sides' right to go to the court together. */
public final class DisputeConfirmation {

  public static final String KEY = "dispute_confirmation";

  public static final String TIMER_REMINDER = "timer_confirmation_reminder";
  public static final String SERVICE_REMIND = "service_remind_confirmation";
  public static final String TIMER_LAPSED = "timer_confirmation_lapsed";
  public static final String SERVICE_LAPSE = "service_lapse_confirmation";
  public static final String END_LAPSED = "end_confirmation_lapsed";
  public static final String USER_RECORD = "user_record_confirmation";
  public static final String END_RECORDED = "end_confirmation_recorded";

  public static final String CONFIRMATION_ASKED = "CONFIRMATION_ASKED";

  public static final ProcessVariable<String> COMMITTEE = ProcessVariable.text("committee");
  /** Account of the mediator; empty when it is anybody's of the committee. */
  public static final ProcessVariable<String> MEDIATOR = ProcessVariable.text("mediator");
  /** ISO 8601 with offset, as all times here. */
  public static final ProcessVariable<String> CONFIRMATION_REMIND_AT = ProcessVariable.text("confirmationRemindAt");
  public static final ProcessVariable<String> CONFIRMATION_LAPSES_AT = ProcessVariable.text("confirmationLapsesAt");

  private DisputeConfirmation() {}
}
