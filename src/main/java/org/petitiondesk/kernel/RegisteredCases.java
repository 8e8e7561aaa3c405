package org.petitiondesk.kernel;

import java.util.Collection;
import java.util.Map;

/**
 * The cases of the register, for modules that work on the processes of cases and not on what the cases are about. The
 * register implements it.
 */
public interface RegisteredCases {

  /** Whoever acts on the case at the same time waits until the transaction ends; nothing happens for what is no case. */
  void lock(CaseId id);

  /** Neither title nor parties: codes may be shown to those who run the installation. What is no case has none. */
  Map<CaseId, String> codes(Collection<CaseId> ids);
}
