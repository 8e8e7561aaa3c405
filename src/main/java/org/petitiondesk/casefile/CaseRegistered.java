package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** Published in the transaction that wrote the case, after everything is written: what listens may move the process. */
public record CaseRegistered(CaseId id, CaseKind kind, Channel channel, String registeringUnit) {}
