package org.petitiondesk.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cases are closed, for modules that do not know the register. The register implements it. */
public interface PastCases {

  /**
   * Closed from the first day to the last, the newest first. Reports (检举控告) are left out: not even their number is
   * anybody's business.
   *
   * @param unit that led the case
   */
  List<CaseId> closed(LocalDate from, LocalDate to, Optional<String> unit, Optional<String> category, int most);

  /** By code, the first level of what cases are about, with the name that people read. */
  Map<String, String> categories();
}
