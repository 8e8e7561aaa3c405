package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_dissatisfaction.bpmn}: from "not solved" to the answer in writing. */
public final class PetitionDissatisfaction {

  public static final String KEY = "petition_dissatisfaction";

  public static final String USER_CALL_BACK = "user_call_back";
  public static final String USER_REDRESS = "user_redress";
  public static final String SERVICE_ANSWER = "service_answer_dissatisfaction";
  public static final String END_ANSWERED = "end_dissatisfaction_answered";

  /** Who calls back, {@code role@unit}: nobody of the handling unit. */
  public static final ProcessVariable<String> CALLERS = ProcessVariable.text("callers");
  /** The unit that handled it. */
  public static final ProcessVariable<String> HANDLING_UNIT = ProcessVariable.text("handlingUnit");
  public static final ProcessVariable<Boolean> SENT_BACK = ProcessVariable.flag("sentBack");

  private PetitionDissatisfaction() {}
}
