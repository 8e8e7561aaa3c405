package org.petitiondesk.inbox;

import java.util.List;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.WorkHolders;
import org.springframework.stereotype.Component;

/** Tells modules below whose hands the work is in. */
@Component
class Holders implements WorkHolders {

  private final WorkItems items;

  Holders(WorkItems items) {
    this.items = items;
  }

  @Override
  public List<String> of(CaseId caseId, String unit) {
    return items.holders(caseId, unit);
  }
}
