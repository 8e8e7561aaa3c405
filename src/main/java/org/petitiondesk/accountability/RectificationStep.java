package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.DocumentId;

/**
 * What was said or done about a measure.
 *
 * @param unit of whoever did it; to whom it went, when it was raised
 * @param on the day on site, or the new day for the measure
 */
public record RectificationStep(int number, Kind kind, String unit, String by, Instant at, String words,
    Optional<LocalDate> on, List<Proof> proofs) {

  /** What it was. */
  public enum Kind {
    /** The owner says that it is done, with proof. */
    COMPLETED,
    /** Accepted on site by somebody else. */
    ACCEPTED,
    /** Inspected by somebody of the same unit, because nobody outside of it was there. */
    ACCEPTED_WITHIN, SENT_BACK,
    /** Sent back too often: a leader above hears of it. */
    RAISED,
    /** That leader has said how it goes on. */
    DIRECTED
  }

  /** A file and what it shows. */
  public record Proof(DocumentId document, Shows shows) {}

  /** Of which moment a proof is. */
  public enum Shows {
    BEFORE, AFTER, INSPECTION
  }

  public RectificationStep {
    proofs = List.copyOf(proofs);
  }
}
