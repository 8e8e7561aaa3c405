package org.petitiondesk.casefile;

import org.petitiondesk.kernel.Conflict;

/** The case has moved on, or was never there: this can not follow from where it stands. */
public class IllegalCaseStatus extends Conflict {

  IllegalCaseStatus(String code, CaseStatus status, CaseStatus wanted) {
    super("casefile.conflict.status", code, status, wanted);
  }
}
