package org.petitiondesk.kernel;

import java.time.Instant;
import java.util.List;

/** Which petitioners were not satisfied, for modules that do not know how a case is rated. The module that rates answers. */
public interface UnsatisfiedCases {

  /** Cases rated "not satisfied" or "not solved" from the one moment until before the other. */
  List<CaseId> between(Instant from, Instant to);

  /** Cases that would be among those, had their rating not been excluded from the figures. */
  List<CaseId> excludedBetween(Instant from, Instant to);

  /** What was excluded of the ratings given since then. */
  List<Exclusion> exclusions(Instant since);

  /** When a rating was given, and when it was excluded. */
  record Exclusion(Instant rated, Instant excluded) {}
}
