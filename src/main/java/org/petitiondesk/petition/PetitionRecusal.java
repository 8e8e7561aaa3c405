package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_recusal.bpmn}: whether somebody has to keep away from a case. */
public final class PetitionRecusal {

  public static final String KEY = "petition_recusal";

  public static final String USER_DECIDE = "user_decide_recusal";
  public static final String END_GRANTED = "end_recusal_granted";
  public static final String END_REFUSED = "end_recusal_refused";

  public static final ProcessVariable<String> RECUSAL_ID = ProcessVariable.text("recusalId");
  /** Who decides, {@code role@unit}. */
  public static final ProcessVariable<String> DECIDERS = ProcessVariable.text("deciders");
  public static final ProcessVariable<Boolean> BARRED = ProcessVariable.flag("barred");

  private PetitionRecusal() {}
}
