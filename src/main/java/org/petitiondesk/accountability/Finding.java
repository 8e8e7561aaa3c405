package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who is responsible, for what, and what was decided.
 *
 * @param account empty for somebody named by role alone
 * @param person name or role
 * @param rule that was broken
 * @param statement what somebody without an account said; those with one say it themselves
 */
public record Finding(Optional<String> account, String person, Share share, String rule, String statement,
    String measure, String decisionNumber, LocalDate decidedOn) {

  /** 直接责任, 主要领导责任, 次要责任 */
  public enum Share {
    DIRECT, LEADING, SECONDARY
  }
}
