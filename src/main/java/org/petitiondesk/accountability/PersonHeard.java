package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person concerned who was asked for an own statement (陈述申辩).
 *
 * @param until last day for it
 * @param statement what they said; empty while they have not, and when the day passed without a word
 */
public record PersonHeard(String account, String askedBy, Instant askedAt, LocalDate until,
    Optional<String> statement, Optional<Instant> statedAt, Optional<Instant> lapsedAt) {

  /** Nothing more is waited for. */
  public boolean isHeard() {
    return statedAt.isPresent() || lapsedAt.isPresent();
  }
}
