package org.petitiondesk.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided on a case that is over, as far as its process went by it: facts, no words and no persons. Each
 * module that handles cases answers for its own.
 */
public interface PastFacts {

  /**
   * @param start what the process knew when it began
   * @param given for each element of the models what became known there: at its first passing, its second, and so on
   */
  record Given(Map<String, Object> start, Map<String, List<Map<String, Object>>> given) {}

  /** Empty for a case that the module does not handle. */
  Optional<Given> of(CaseId id);
}
