package org.petitiondesk.petition;

import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;

/** The way of a question of recusal through its process. Whoever calls has written the records first. */
public interface RecusalWorkflow {

  void begin(CaseId id, UUID recusal, Group deciders);

  /** The question that an item is about, for the one who may decide it. */
  UUID about(CaseId id, String item, Actor actor);

  void decided(String item, boolean barred, Actor actor);
}
