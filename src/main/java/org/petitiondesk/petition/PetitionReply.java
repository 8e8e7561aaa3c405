package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_reply.bpmn}. */
public final class PetitionReply {

  public static final String KEY = "petition_reply";

  public static final String USER_DRAFT_REPLY = "user_draft_reply";
  public static final String USER_APPROVE_REPLY = "user_approve_reply";
  public static final String SERVICE_ISSUE_REPLY = "service_issue_reply";
  public static final String GW_AWAIT_DELIVERY = "gw_await_delivery";
  public static final String USER_CHANGE_DELIVERY = "user_change_delivery";
  public static final String END_REPLY_DELIVERED = "end_reply_delivered";

  public static final String REPLY_DELIVERED = "REPLY_DELIVERED";
  public static final String REPLY_UNDELIVERABLE = "REPLY_UNDELIVERABLE";

  /** Whether the leader approved the draft; otherwise it goes back with a reason. */
  public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");

  private PetitionReply() {}
}
