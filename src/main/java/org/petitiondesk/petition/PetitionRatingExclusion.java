package org.petitiondesk.petition;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/petition/petition_rating_exclusion.bpmn}: the second signature. */
public final class PetitionRatingExclusion {

  public static final String KEY = "petition_rating_exclusion";

  public static final String USER_COUNTERSIGN = "user_countersign_exclusion";
  public static final String END_EXCLUDED = "end_rating_excluded";
  public static final String END_KEPT = "end_rating_kept";

  /** Who signs second, {@code role@unit}: nobody of the rated unit. */
  public static final ProcessVariable<String> SIGNERS = ProcessVariable.text("signers");
  public static final ProcessVariable<Boolean> EXCLUDED = ProcessVariable.flag("excluded");

  private PetitionRatingExclusion() {}
}
