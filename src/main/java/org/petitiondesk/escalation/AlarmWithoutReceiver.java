package org.petitiondesk.escalation;

import org.petitiondesk.kernel.CaseId;

/** An alarm has nobody to go to: in the unit and above it there is no leader who may see the case. */
public record AlarmWithoutReceiver(CaseId caseId, String unit) {}
