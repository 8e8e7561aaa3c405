package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the petitioner sees of the reconsideration that they asked for.
 *
 * @param body name of the body that decides
 * @param decided the body has decided and its opinion is on its way
 * @param hearing the one that they are asked to come to
 */
public record FollowedReview(OpinionKind level, String body, LocalDate askedOn, boolean admitted,
    boolean decided, Optional<Hearing> hearing) {

  /** Key of the sentence that says what comes next. */
  public String stage() {
    if (!admitted) {
      return "asked";
    }
    return hearing.isPresent() ? "hearing" : "examining";
  }
}
