package org.petitiondesk.petition;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;

/** The second signature under the exclusion of a rating. Whoever calls has written the records first. */
public interface RatingExclusionWorkflow {

  void begin(CaseId id, Group signers);

  void decided(String item, boolean excluded, Actor actor);
}
