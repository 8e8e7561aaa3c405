package org.petitiondesk.engine;

import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/** Hears when a run of a process that people begin with a form has ended, in the engine's transaction. */
public interface RunObserver {

  /** @param how name of the end as drawn; empty when it was ended where it stood */
  void ended(String processKey, CaseId id, Optional<String> how);
}
