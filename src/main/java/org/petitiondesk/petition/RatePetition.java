package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/** What the petitioner says afterwards (《信访工作条例》 Art. 21): was it solved, and how were the unit and the office. */
public record RatePetition(CaseId id, Solved solved, Satisfaction unit, Satisfaction office, String comment,
    RatedVia via) {}
