package org.petitiondesk.escalation;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/escalation/escalation_clock_watch.bpmn}: one run for each open clock. */
public final class EscalationClockWatch {

  public static final String KEY = "escalation_clock_watch";

  public static final String GW_AWAIT_ALARM = "gw_await_alarm";
  public static final String TIMER_ALARM_DUE = "timer_alarm_due";
  public static final String CATCH_CLOCK_CHANGED = "catch_clock_changed";
  public static final String CATCH_CLOCK_GOES_ON = "catch_clock_goes_on";
  public static final String SERVICE_FIRE_ALARM = "service_fire_alarm";
  public static final String USER_DECIDE = "user_decide";
  public static final String TIMER_DECISION_DUE = "timer_decision_due";
  public static final String CATCH_DECISION_MOOT = "catch_decision_moot";
  public static final String END_CLOCK_STOPPED = "end_clock_stopped";

  /** The moment of the next alarm is another one, or there is none for now. */
  public static final String CLOCK_CHANGED = "CLOCK_CHANGED";
  public static final String CLOCK_STOPPED = "CLOCK_STOPPED";

  /** When the next alarm goes off, ISO 8601; empty when none does: the clock is paused. */
  public static final ProcessVariable<String> ALARM_AT = ProcessVariable.text("alarmAt");
  /** Whose decision is waited for, {@code role@unit}; empty when nobody's. */
  public static final ProcessVariable<String> DECIDER = ProcessVariable.text("decider");

  private EscalationClockWatch() {}
}
