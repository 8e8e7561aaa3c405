package org.petitiondesk.dispute;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/dispute/dispute_mediation.bpmn}. */
public final class DisputeMediation {

  public static final String KEY = "dispute_mediation";

  public static final String USER_NAME = "user_name_other_side";
  public static final String SERVICE_ASK = "service_ask_consent";
  public static final String USER_CONSENT = "user_record_consent";
  public static final String TIMER_SILENT = "timer_silent_side";
  public static final String SERVICE_REMIND_SILENT = "service_remind_silent_side";
  public static final String TIMER_LAPSED = "timer_consent_lapsed";
  public static final String SERVICE_DECLINE = "service_decline_mediation";
  public static final String END_DECLINED = "end_mediation_declined";
  public static final String USER_ASSIGN = "user_assign_mediator";
  public static final String SERVICE_BEGIN = "service_begin_mediation";
  public static final String USER_ARRANGE = "user_arrange_session";
  public static final String USER_HOLD = "user_hold_session";
  public static final String SERVICE_FAIL = "service_fail_mediation";
  public static final String END_FAILED = "end_mediation_failed";
  public static final String USER_WRITE = "user_write_agreement";
  public static final String USER_SIGN = "user_sign_agreement";
  public static final String SERVICE_IN_FORCE = "service_put_in_force";
  public static final String USER_WATCH = "user_watch_performance";
  public static final String SERVICE_BREACH = "service_guide_breach";
  public static final String END_BREACHED = "end_agreement_breached";
  public static final String USER_FOLLOW_UP = "user_follow_up";
  public static final String SERVICE_CLOSE = "service_close_dispute";
  public static final String END_CLOSED = "end_dispute_closed";
  public static final String SERVICE_WITHDRAW = "service_withdraw_mediation";
  public static final String END_WITHDRAWN = "end_mediation_withdrawn";

  /** A side has said on its page what settles it; {@link #CONSENTED} comes with it. */
  public static final String CONSENT_SETTLED = "CONSENT_SETTLED";
  /** The last part is performed. */
  public static final String AGREEMENT_PERFORMED = "AGREEMENT_PERFORMED";
  public static final String DISPUTE_WITHDRAWN = "DISPUTE_WITHDRAWN";

  /** Unit whose committee mediates. */
  public static final ProcessVariable<String> COMMITTEE = ProcessVariable.text("committee");
  /** Whether somebody has named the other side already. */
  public static final ProcessVariable<Boolean> OTHER_NAMED = ProcessVariable.flag("otherNamed");
  /** ISO 8601 with offset, as all times here. */
  public static final ProcessVariable<String> CONSENT_REMIND_AT = ProcessVariable.text("consentRemindAt");
  public static final ProcessVariable<String> CONSENT_LAPSES_AT = ProcessVariable.text("consentLapsesAt");
  public static final ProcessVariable<Boolean> CONSENTED = ProcessVariable.flag("consented");
  /** Account of the mediator; empty when it is anybody's of the committee. */
  public static final ProcessVariable<String> MEDIATOR = ProcessVariable.text("mediator");
  /** A session is arranged; else the mediator has given it up. */
  public static final ProcessVariable<Boolean> ARRANGED = ProcessVariable.flag("arranged");
  public static final ProcessVariable<String> SESSION_AT = ProcessVariable.text("sessionAt");
  /** {@code again}, {@code agreed} or {@code failed}. */
  public static final ProcessVariable<String> SESSION_RESULT = ProcessVariable.text("sessionResult");
  public static final ProcessVariable<Boolean> WRITTEN = ProcessVariable.flag("written");
  /** {@code signed}, {@code again} or {@code failed}. */
  public static final ProcessVariable<String> SIGNING_RESULT = ProcessVariable.text("signingResult");
  public static final ProcessVariable<String> FOLLOW_UP_BY = ProcessVariable.text("followUpBy");

  private DisputeMediation() {}
}
