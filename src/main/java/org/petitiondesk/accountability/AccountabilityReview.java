package org.petitiondesk.accountability;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/accountability/accountability_review.bpmn}. */
public final class AccountabilityReview {

  public static final String KEY = "accountability_review";

  public static final String USER_NAME_PANEL = "user_name_panel";
  public static final String USER_SIGN_LIMITATION = "user_sign_limitation";
  public static final String SUB_TRACK = "sub_track";
  public static final String USER_CLAIM = "user_claim_track";
  public static final String USER_STATE = "user_make_statement";
  public static final String TIMER_STATEMENT_LAPSED = "timer_statement_lapsed";
  public static final String SERVICE_LAPSE = "service_lapse_statements";
  public static final String USER_JUDGE = "user_judge_track";
  public static final String GW_ALL_PASSED = "gw_all_passed";
  public static final String USER_SIGN = "user_sign_review";
  public static final String CATCH_REOPENED = "catch_track_reopened";
  public static final String SERVICE_END = "service_end_review";
  public static final String END_SIGNED = "end_review_signed";

  /** A track that had passed is open again while the chair has the report. */
  public static final String TRACK_REOPENED = "TRACK_REOPENED";

  public static final ProcessVariable<String> REVIEW_ID = ProcessVariable.text("reviewId");

  private AccountabilityReview() {}
}
