package org.petitiondesk.escalation;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/escalation/escalation_supervision.bpmn}. */
public final class EscalationSupervision {

  public static final String KEY = "escalation_supervision";

  public static final String SUB_DEMAND = "sub_demand";
  public static final String USER_ANSWER = "user_answer_supervision";
  public static final String TIMER_ANSWER_OVERDUE = "timer_answer_overdue";
  public static final String SERVICE_RAISE = "service_raise_supervision";
  public static final String USER_INSTRUCT = "user_instruct_unit";
  public static final String TIMER_INSTRUCTION_OVERDUE = "timer_instruction_overdue";
  public static final String TIMER_INSTRUCTED_UNIT_OVERDUE = "timer_instructed_unit_overdue";
  public static final String USER_REVIEW = "user_review_answer";
  public static final String CATCH_ENDED = "catch_supervision_ended";
  public static final String END_CLOSED = "end_supervision_closed";
  public static final String END_ENDED = "end_supervision_ended";

  /** Whoever opened it strikes it off before the unit has answered. */
  public static final String SUPERVISION_ENDED = "SUPERVISION_ENDED";

  public static final ProcessVariable<String> SUPERVISION_ID = ProcessVariable.text("supervisionId");
  /** Who may answer for the unit, {@code role@unit}. */
  public static final ProcessVariable<String> ANSWERERS = ProcessVariable.text("answerers");
  /** The one of them who gets it in person; empty when anybody of the group may take it. */
  public static final ProcessVariable<String> ANSWERER = ProcessVariable.text("answerer");
  /** End of the last day for the answer: ISO 8601 with offset, as all times here. */
  public static final ProcessVariable<String> ANSWER_BY = ProcessVariable.text("answerBy");
  /** When it goes one level up unless somebody answers: the opening of an office on a working day. */
  public static final ProcessVariable<String> RAISE_AT = ProcessVariable.text("raiseAt");
  /** Whether there was somebody above to go to. */
  public static final ProcessVariable<Boolean> RAISED = ProcessVariable.flag("raised");
  public static final ProcessVariable<String> SUPERIORS = ProcessVariable.text("superiors");
  public static final ProcessVariable<String> SUPERIOR = ProcessVariable.text("superior");
  public static final ProcessVariable<String> REVIEWERS = ProcessVariable.text("reviewers");
  public static final ProcessVariable<String> REVIEWER = ProcessVariable.text("reviewer");
  /** Whether the answer was sent back; else the supervision is closed. */
  public static final ProcessVariable<Boolean> SENT_BACK = ProcessVariable.flag("sentBack");

  private EscalationSupervision() {}
}
