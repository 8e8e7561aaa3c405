package org.petitiondesk.escalation;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/escalation/escalation_second_person.bpmn}: what waits for four eyes. */
public final class EscalationSecondPerson {

  public static final String KEY = "escalation_second_person";

  public static final String USER_APPROVE = "user_approve_as_second";
  public static final String TIMER_LATE = "timer_second_person_late";
  public static final String SERVICE_RAISE = "service_raise_second_person";
  public static final String CATCH_DONE = "catch_second_person_done";
  public static final String END_DECIDED = "end_second_person_decided";
  public static final String END_DONE = "end_second_person_done";

  /** Somebody whose item it was not has decided, or it was taken back. */
  public static final String SECOND_PERSON_DONE = "SECOND_PERSON_DONE";

  /** Who decides, {@code role@unit}. */
  public static final ProcessVariable<String> APPROVERS = ProcessVariable.text("approvers");
  /** After that the next above is asked, ISO 8601 with offset. */
  public static final ProcessVariable<String> DECIDE_BY = ProcessVariable.text("decideBy");
  /** Address of the page on which it is decided, without the first slash. */
  public static final ProcessVariable<String> PAGE = ProcessVariable.text("page");

  private EscalationSecondPerson() {}
}
