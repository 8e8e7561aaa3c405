package org.petitiondesk.kernel;

import java.util.Collection;
import java.util.Map;

/**
 * The row rule of the register, for modules that do not know the register or must not ask more of it: whether an actor
 * may see a case. The register implements it.
 */
public interface CaseSight {

  /** Throws {@link NotFound} for a case that does not exist and for one that the actor may not know of, alike. */
  void require(CaseId caseId, Actor actor);

  /** The same for a page that shows something of the case: that a report was looked at is itself on record. */
  void look(CaseId caseId, Actor actor);

  boolean sees(CaseId caseId, Actor actor);

  /** The codes of those among the cases that the actor may see. */
  Map<CaseId, String> codes(Collection<CaseId> cases, Actor actor);

  /** Whether the actor is one of those who work on the case, or does for a colleague: they read its people in full. */
  boolean worksOn(CaseId caseId, Actor actor);

  /**
   * Whether the actor, for themselves or for a colleague, is the one who handles the case now: its officer, or, while an
   * opinion on it is reviewed, whoever examines it. Who handles a case decides nothing about its time.
   */
  boolean handles(CaseId caseId, Actor actor);
}
