package org.petitiondesk.accountability;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/accountability/accountability_cancellation.bpmn}: the second signature. */
public final class AccountabilityCancellation {

  public static final String KEY = "accountability_cancellation";

  public static final String USER_COUNTERSIGN = "user_countersign_cancellation";
  public static final String END_DECIDED = "end_cancellation_decided";

  public static final ProcessVariable<String> RECTIFICATION_ID = ProcessVariable.text("rectificationId");
  /** Who signs second, {@code role@unit}: nobody of the unit that has to mend it. */
  public static final ProcessVariable<String> SIGNERS = ProcessVariable.text("signers");
  /** Empty when anybody of the group may sign. */
  public static final ProcessVariable<String> SIGNER = ProcessVariable.text("signer");

  private AccountabilityCancellation() {}
}
