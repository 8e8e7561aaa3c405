package org.petitiondesk.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/** One line of the register. */
public record CaseRow(CaseId id, String code, CaseKind kind, String title, CaseStatus status,
    Optional<ClosingState> closingState, LocalDate receivedOn, String territory, Optional<String> category,
    Optional<String> leadUnit, boolean filed) {

  /** Closed, and something still keeps it from being filed away. */
  public boolean isHeld() {
    return closingState.isPresent() && !filed;
  }
}
