package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/** What the petitioner said on the telephone to the three questions, and what was decided. */
public record CallBack(CaseId id, String item, Solved solved, Satisfaction procedure, Satisfaction attitude,
    CallBackDecision decision, String reason) {}
