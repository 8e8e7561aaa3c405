package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_assignment.bpmn}. */
public final class PetitionAssignment {

  public static final String KEY = "petition_assignment";

  public static final String SERVICE_ASSIGN = "service_assign_units";
  public static final String USER_ACCEPT = "user_accept";
  public static final String CALL_OBJECTION = "call_petition_objection";
  public static final String USER_REASSIGN = "user_reassign";
  public static final String SERVICE_ACCEPT = "service_accept_petition";
  public static final String END_ASSIGNED = "end_assigned";

  /** Whether the lead unit took the petition; otherwise it objects. */
  public static final ProcessVariable<Boolean> ACCEPTED = ProcessVariable.flag("accepted");

  private PetitionAssignment() {}
}
