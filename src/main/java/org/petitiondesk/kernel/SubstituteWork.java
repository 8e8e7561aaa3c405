package org.petitiondesk.kernel;

import java.util.Optional;

/**
 * Work that somebody does for an absent colleague (A/B 角), for modules that do not know the work list. The work list
 * answers: it knows whose an item is.
 */
public interface SubstituteWork {

  /** The actor, on behalf of the colleague whose item this is; the actor unchanged where they need nobody's right. */
  Actor on(String item, Actor actor);

  /** The same for an item that must belong to this case, if one is named. */
  Actor on(String item, Optional<CaseId> caseId, Actor actor);

  /** The actor on behalf of the colleague whose item of this case they do; never for a report against a person. */
  Optional<Actor> in(CaseId caseId, Actor actor);
}
