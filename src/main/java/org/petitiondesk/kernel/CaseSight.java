package org.petitiondesk.kernel;

import java.util.Collection;
import java.util.Map;

/**
 * The row rule of the register, for modules below it: whether an actor may see a case. The register implements it;
 * calendar and documents, which it is built on, ask through this.
 */
public interface CaseSight {

  /** Throws {@link NotFound} for a case that does not exist and for one that the actor may not know of, alike. */
  void require(CaseId caseId, Actor actor);

  /** The codes of those among the cases that the actor may see. */
  Map<CaseId, String> codes(Collection<CaseId> cases, Actor actor);
}
