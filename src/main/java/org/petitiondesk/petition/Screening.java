package org.petitiondesk.petition;

import java.time.Instant;
import java.util.Optional;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;

/** One screening decision as it stands in the record. */
public record Screening(ScreeningVerdict verdict, String category, DemandClass demandClass, int route, Urgency urgency,
    boolean simpleTrack, String reason, String competentBody, String procedureTerm, Optional<CaseId> target,
    String decidedBy, Instant decidedAt) {}
