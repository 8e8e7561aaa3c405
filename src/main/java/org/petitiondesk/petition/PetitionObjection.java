package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_objection.bpmn}: a unit objects to an assignment. */
public final class PetitionObjection {

  public static final String KEY = "petition_objection";

  public static final String SERVICE_REGISTER = "service_register_objection";
  public static final String USER_DECIDE = "user_decide_objection";
  public static final String SERVICE_PASS_ON = "service_pass_on_objection";
  public static final String USER_RULE = "user_rule_objection";
  public static final String USER_RECORD_MEETING = "user_record_joint_meeting";
  public static final String SERVICE_CONCLUDE = "service_conclude_objection";
  public static final String END_CONCLUDED = "end_objection_concluded";

  /** {@link ObjectionState}: who has it, and how it ended. */
  public static final ProcessVariable<String> STATE = ProcessVariable.text("objectionState");
  /** Unit of the body that rules. */
  public static final ProcessVariable<String> RULING_BODY = ProcessVariable.text("rulingBody");

  private PetitionObjection() {}
}
