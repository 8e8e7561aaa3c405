package org.petitiondesk.kernel;

import java.util.List;

/** Who has the open work of a case in hand, for modules that do not know the work list. The work list answers. */
public interface WorkHolders {

  /** Accounts that hold an open item of the case in this unit, in no particular order; empty while nobody has taken one. */
  List<String> of(CaseId caseId, String unit);
}
