package org.petitiondesk.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.FilingGate;
import org.springframework.stereotype.Component;

/** A gate that a test shuts for one case. */
@Component
class HeldCases implements FilingGate {

  private final Set<CaseId> held = ConcurrentHashMap.newKeySet();

  void hold(CaseId id) {
    held.add(id);
  }

  void letGo(CaseId id) {
    held.remove(id);
  }

  @Override
  public Optional<Hold> holds(CaseId id) {
    return held.contains(id) ? Optional.of(new Hold("casefile.held", "/cases/" + id)) : Optional.empty();
  }
}
