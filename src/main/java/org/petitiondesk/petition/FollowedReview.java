package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the petitioner sees of the reconsideration that they asked for.
 *
 * @param body name of the body that decides
 * @param withdrawable the body has not decided yet, and they can take the request back
 * @param hearing the one that they are asked to come to
 */
public record FollowedReview(OpinionKind level, String body, LocalDate askedOn, boolean admitted,
    boolean withdrawable, Optional<Hearing> hearing) {

  /** Key of the sentence that says what comes next. */
  public String stage() {
    if (!admitted) {
      return "asked";
    }
    return hearing.isPresent() ? "hearing" : "examining";
  }
}
