package org.petitiondesk.kernel;

import java.util.Optional;

/**
 * Keeps a closed case from being filed away (归档), for modules that still have something to do with it. The register
 * asks every gate each time it is about to file, inside the transaction that does so, and has no way around them.
 */
public interface FilingGate {

  /**
   * What holds a case.
   *
   * @param sentence key of the sentence that says why
   * @param page path of the page on which it goes on
   */
  record Hold(String sentence, String page) {}

  /** Empty when nothing of this module holds the case. */
  Optional<Hold> holds(CaseId id);
}
