package org.petitiondesk.petition;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;

/** The way of a dissatisfied petitioner through the process. Whoever calls has written the records first. */
public interface DissatisfactionWorkflow {

  void begin(CaseId id, Group callers, String handlingUnit);

  void calledBack(String item, boolean sentBack, Actor actor);

  void redressed(String item, Actor actor);
}
