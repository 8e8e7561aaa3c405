package org.petitiondesk.accountability;

import java.time.Instant;
import java.util.Optional;

/**
 * One of a panel.
 *
 * @param declaredAt when the member said to have no interest in the matter, the unit or the people
 * @param left when the member left the panel, and why
 */
public record ReviewMember(int number, String account, Part part, String namedBy, Instant namedAt,
    Optional<Instant> declaredAt, Optional<Left> left) {

  /** What a member does. */
  public enum Part {
    /** 组长: signs. */
    CHAIR,
    /** 审查员: judges tracks. */
    REVIEWER
  }

  public record Left(Instant at, String why) {}

  public boolean stands() {
    return left.isEmpty();
  }
}
