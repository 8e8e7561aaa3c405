package org.petitiondesk.kernel;

import java.util.Optional;

/** Who examines the opinion on a case while its review is asked for, for modules that do not know how that goes. */
public interface CaseExaminers {

  /** An account; empty while nobody has taken it up. */
  Optional<String> of(CaseId id);
}
