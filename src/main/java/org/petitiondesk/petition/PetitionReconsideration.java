package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_reconsideration.bpmn}: reconsideration (复查) and final review (复核). */
public final class PetitionReconsideration {

  public static final String KEY = "petition_reconsideration";

  public static final String USER_ADMIT = "user_admit_reconsideration";
  public static final String SERVICE_ADMIT = "service_admit_reconsideration";
  public static final String SERVICE_REFUSE = "service_refuse_reconsideration";
  public static final String USER_EXAMINE = "user_examine_reconsideration";
  public static final String USER_APPROVE_HEARING = "user_approve_hearing";
  public static final String SERVICE_CALL_HEARING = "service_call_hearing";
  public static final String USER_RECORD_HEARING = "user_record_hearing";
  public static final String SERVICE_END_HEARING = "service_end_hearing";
  public static final String USER_APPROVE = "user_approve_opinion";
  public static final String SERVICE_ISSUE = "service_issue_opinion";
  public static final String GW_AWAIT_DELIVERY = "gw_await_opinion_delivery";
  public static final String USER_CHANGE_DELIVERY = "user_change_opinion_delivery";
  public static final String SERVICE_RECORD = "service_record_opinion";
  public static final String END_REFUSED = "end_reconsideration_refused";
  public static final String END_DELIVERED = "end_opinion_delivered";
  public static final String SERVICE_WITHDRAW = "service_withdraw_reconsideration";
  public static final String END_WITHDRAWN = "end_reconsideration_withdrawn";

  public static final String RECONSIDERATION_WITHDRAWN = "RECONSIDERATION_WITHDRAWN";
  public static final String OPINION_DELIVERED = "OPINION_DELIVERED";
  public static final String OPINION_UNDELIVERABLE = "OPINION_UNDELIVERABLE";

  /** Unit of the body that decides. */
  public static final ProcessVariable<String> REVIEW_BODY = ProcessVariable.text("reviewBody");
  /** Account of the reviewer who let the request in; empty before. */
  public static final ProcessVariable<String> REVIEWER = ProcessVariable.text("reviewer");
  public static final ProcessVariable<Boolean> ADMITTED = ProcessVariable.flag("admitted");
  /** Whether the reviewer wants a hearing before there can be an opinion. */
  public static final ProcessVariable<Boolean> HEARING_WANTED = ProcessVariable.flag("hearingWanted");
  public static final ProcessVariable<Boolean> HEARING_APPROVED = ProcessVariable.flag("hearingApproved");
  public static final ProcessVariable<Boolean> OPINION_APPROVED = ProcessVariable.flag("opinionApproved");

  private PetitionReconsideration() {}
}
