package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.kernel.CaseId;

/**
 * A look back at what was mended (回头看).
 *
 * @param days so many days (日) after the closing
 * @param rule who says so
 * @param dueOn the day on which it becomes due
 */
public record ReturnVisit(ReturnVisitId id, CaseId caseId, int days, String rule, LocalDate dueOn, State state,
    Optional<Result> result) {

  /** Where it stands. */
  public enum State {
    PLANNED, DUE, DONE
  }

  /** How somebody looked. */
  public enum Way {
    ON_SITE, TALK, PHONE
  }

  /**
   * What was found.
   *
   * @param held whether it is still mended
   * @param spokenWith whom: the petitioner, neighbours, the unit
   */
  public record Result(boolean held, Way way, String spokenWith, String words, LocalDate on, String by, Instant at,
      List<DocumentId> files) {

    public Result {
      files = List.copyOf(files);
    }
  }
}
