package org.petitiondesk.petition;

import java.util.Set;
import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_handling.bpmn}, the spine. */
public final class PetitionHandling {

  public static final String KEY = "petition_handling";

  public static final String START_REGISTERED = "start_petition_registered";
  public static final String USER_SCREEN = "user_screen";
  public static final String USER_RECORD_SUPPLEMENT = "user_record_supplement";
  public static final String CALL_ASSIGNMENT = "call_petition_assignment";
  public static final String GW_HANDLING_FORK = "gw_handling_fork";
  public static final String USER_HANDLE = "user_handle";
  public static final String USER_CONTRIBUTE = "user_contribute";
  /** Of a unit that was asked when the others were at work already; the draft waits for it. */
  public static final String USER_CONTRIBUTE_LATE = "user_contribute_late";
  public static final Set<String> CONTRIBUTIONS = Set.of(USER_CONTRIBUTE, USER_CONTRIBUTE_LATE);
  public static final String CALL_REPLY = "call_petition_reply";
  public static final String GW_AWAIT_RATING = "gw_await_rating";
  public static final String CALL_RECONSIDERATION = "call_petition_reconsideration";

  public static final String SERVICE_ASK_SUPPLEMENT = "service_ask_supplement";
  public static final String SERVICE_RESUME_SCREENING = "service_resume_screening";
  public static final String SERVICE_GUIDE_AWAY = "service_guide_away";
  public static final String SERVICE_REFUSE = "service_refuse_petition";
  public static final String SERVICE_MERGE = "service_merge_petition";
  public static final String SERVICE_REFER = "service_refer_to_mediation";
  public static final String SERVICE_RECORD_ANSWER = "service_record_answer";
  public static final String SERVICE_CONCLUDE_RECONSIDERATION = "service_conclude_reconsideration";
  public static final String SERVICE_CLOSE = "service_close_petition";
  public static final String SERVICE_WITHDRAW = "service_withdraw_petition";
  public static final String TIMER_SUPPLEMENT_LAPSED = "timer_supplement_lapsed";
  public static final String TIMER_RATING_LAPSED = "timer_rating_lapsed";

  public static final String END_CLOSED = "end_closed";
  public static final String END_GUIDED_AWAY = "end_guided_away";
  public static final String END_REFUSED = "end_refused";
  public static final String END_MERGED = "end_merged";
  public static final String END_REFERRED = "end_referred";
  public static final String END_WITHDRAWN = "end_withdrawn";

  public static final String SUPPLEMENT_RECEIVED = "SUPPLEMENT_RECEIVED";
  public static final String PETITION_RATED = "PETITION_RATED";
  public static final String RECONSIDERATION_ASKED = "RECONSIDERATION_ASKED";
  public static final String PETITION_WITHDRAWN = "PETITION_WITHDRAWN";
  public static final String HELPER_ADDED = "HELPER_ADDED";

  /** Unit of the petition office that registered the petition. */
  public static final ProcessVariable<String> REGISTERING_UNIT = ProcessVariable.text("registeringUnit");
  /** {@link ScreeningVerdict#key()} of the last screening. */
  public static final ProcessVariable<String> SCREENING = ProcessVariable.text("screening");
  public static final ProcessVariable<String> LEAD_UNIT = ProcessVariable.text("leadUnit");
  /** Ids of the co-handling units, separated by commas; empty when there is none. */
  public static final ProcessVariable<String> CO_UNITS = ProcessVariable.text("coUnits");
  /** The co-handling unit that was asked last, after the others. */
  public static final ProcessVariable<String> HELPER = ProcessVariable.text("helper");
  /** Account of the officer who handles the petition in the lead unit. */
  public static final ProcessVariable<String> OFFICER = ProcessVariable.text("officer");
  /** Account of the leader in charge (包案领导), who signs the reply. */
  public static final ProcessVariable<String> LEADER = ProcessVariable.text("leader");
  /** End of the time for a supplement, ISO 8601 with offset. */
  public static final ProcessVariable<String> SUPPLEMENT_UNTIL = ProcessVariable.text("supplementUntil");
  /** End of the time for a rating, ISO 8601 with offset. */
  public static final ProcessVariable<String> RATING_UNTIL = ProcessVariable.text("ratingUntil");
  /** {@link ReconsiderationSteps.Way}: what follows a reconsideration. */
  public static final ProcessVariable<String> AFTER_RECONSIDERATION = ProcessVariable.text("afterReconsideration");

  private PetitionHandling() {}
}
