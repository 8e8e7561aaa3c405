package org.petitiondesk.kernel;

import java.util.Set;

/**
 * Recusal (回避): who is kept from a case, whatever right they would have to it otherwise. The register implements it; it
 * is the one check for everybody who shows a case, hands out its work or lets somebody act on it.
 */
public interface CaseBars {

  /** Also of a substitute in whose place the colleague is kept from the case. */
  boolean isBarred(CaseId caseId, Actor actor);

  /**
   * Throws {@link NotFound}, as for a case that does not exist, for whoever is kept from it; that they tried stays on
   * record although nothing else of the attempt does.
   */
  void require(CaseId caseId, Actor actor);

  /** The cases that lists must not show to the actor; for nearly everybody none. */
  Set<CaseId> barredFrom(Actor actor);
}
