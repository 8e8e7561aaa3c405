package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.DocumentId;

/**
 * What somebody did or said in a supervision. Steps are added, never changed.
 *
 * @param unit whose act it is; for {@link Kind#RAISED}, who has it from then on
 * @param answerOn the new day, when the step sets one
 * @param files what came with it
 */
public record SupervisionStep(int number, Kind kind, String unit, String by, Instant at, String words,
    Optional<LocalDate> answerOn, List<DocumentId> files) {

  public enum Kind {
    /** The unit's feedback. */
    ANSWERED,
    /** The answer is not enough, with the reason and a new day. */
    SENT_BACK,
    /** Nobody answered in time: the leader of the next unit above has it. */
    RAISED,
    /** That leader told the unit what to do. */
    INSTRUCTED
  }
}
