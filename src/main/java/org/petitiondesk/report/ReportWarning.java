package org.petitiondesk.report;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/report/report_warning.bpmn}. */
public final class ReportWarning {

  public static final String KEY = "report_warning";

  public static final String SUB_REACTION = "sub_reaction";
  public static final String USER_ANSWER = "user_answer_warning";
  public static final String TIMER_REACTION_OVERDUE = "timer_reaction_overdue";
  public static final String SERVICE_RAISE = "service_raise_warning";
  public static final String USER_ANSWER_AT_TOP = "user_answer_warning_at_top";
  public static final String USER_CARRY_OUT = "user_carry_out_instruction";
  public static final String TIMER_INSTRUCTION_OVERDUE = "timer_instruction_overdue";
  public static final String SERVICE_RAISE_INSTRUCTION = "service_raise_instruction";
  public static final String USER_CARRY_OUT_AT_TOP = "user_carry_out_instruction_at_top";
  public static final String CATCH_WORSENED = "catch_warning_worsened";
  public static final String END_ANSWERED = "end_warning_answered";

  /** The figures have become more serious: whoever the rule names now gets it. */
  public static final String WARNING_WORSENED = "WARNING_WORSENED";

  /** Who answers, {@code role@unit}. */
  public static final ProcessVariable<String> RECEIVERS = ProcessVariable.text("receivers");
  /** Until when, or it goes one level up: ISO 8601 with offset, within office hours. */
  public static final ProcessVariable<String> REACT_BY = ProcessVariable.text("reactBy");
  /** Whether there was somebody above to go to. */
  public static final ProcessVariable<Boolean> RAISED = ProcessVariable.flag("raised");

  /** Whether it was answered with an instruction for a unit. */
  public static final ProcessVariable<Boolean> INSTRUCTED = ProcessVariable.flag("instructed");
  /** Who carries it out, {@code role@unit}. */
  public static final ProcessVariable<String> CARRIERS = ProcessVariable.text("carriers");
  /** Until when: ISO 8601 with offset. */
  public static final ProcessVariable<String> CARRY_OUT_BY = ProcessVariable.text("carryOutBy");

  /** When it goes one level up because nobody has reported: the office opens after the last day. */
  public static final ProcessVariable<String> RAISE_INSTRUCTION_AT = ProcessVariable.text("raiseInstructionAt");

  private ReportWarning() {}
}
