package org.petitiondesk.kernel;

import java.time.Instant;
import java.util.List;

/** Which petitioners were not satisfied, for modules that do not know how a case is rated. The module that rates answers. */
public interface UnsatisfiedCases {

  /** Cases rated "not satisfied" or "not solved" from the one moment until before the other. */
  List<CaseId> between(Instant from, Instant to);
}
