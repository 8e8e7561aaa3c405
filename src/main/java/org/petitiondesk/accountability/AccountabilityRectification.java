package org.petitiondesk.accountability;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/accountability/accountability_rectification.bpmn}: the way of one measure. */
public final class AccountabilityRectification {

  public static final String KEY = "accountability_rectification";

  public static final String USER_CARRY_OUT = "user_carry_out_measure";
  public static final String USER_INSPECT = "user_inspect_measure";
  public static final String SERVICE_JUDGE = "service_judge_failure";
  public static final String USER_DIRECT = "user_direct_measure";
  public static final String TIMER_DIRECTION_OVERDUE = "timer_direction_overdue";
  public static final String SERVICE_RAISE = "service_raise_failure";
  public static final String END_ACCEPTED = "end_measure_accepted";

  public static final ProcessVariable<String> RECTIFICATION_ID = ProcessVariable.text("rectificationId");
  /** Number of the measure in its rectification. */
  public static final ProcessVariable<Integer> MEASURE = ProcessVariable.number("measure");
  /** Who may carry it out, {@code role@unit}. */
  public static final ProcessVariable<String> CARRIERS = ProcessVariable.text("carriers");
  /** The owner, who gets it in person. */
  public static final ProcessVariable<String> CARRIER = ProcessVariable.text("carrier");
  /** End of the last day for the measure: ISO 8601 with offset, as all times here. */
  public static final ProcessVariable<String> CARRY_OUT_BY = ProcessVariable.text("carryOutBy");
  public static final ProcessVariable<String> INSPECTORS = ProcessVariable.text("inspectors");
  /** Empty when anybody of the group may inspect. */
  public static final ProcessVariable<String> INSPECTOR = ProcessVariable.text("inspector");
  public static final ProcessVariable<String> INSPECT_BY = ProcessVariable.text("inspectBy");
  public static final ProcessVariable<Boolean> ACCEPTED = ProcessVariable.flag("accepted");
  /** Whether a leader above has to say how it goes on. */
  public static final ProcessVariable<Boolean> RAISED = ProcessVariable.flag("raised");
  public static final ProcessVariable<String> SUPERIORS = ProcessVariable.text("superiors");
  public static final ProcessVariable<String> SUPERIOR = ProcessVariable.text("superior");
  /** When it goes one level up because nobody has said anything. */
  public static final ProcessVariable<String> RAISE_AT = ProcessVariable.text("raiseAt");

  private AccountabilityRectification() {}
}
