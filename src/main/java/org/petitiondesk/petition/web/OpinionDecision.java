package org.petitiondesk.petition.web;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.petition.Approval;
import org.petitiondesk.petition.Reconsideration;
import org.petitiondesk.petition.ReviewDraft;

/**
 * What the leader of a body must know to approve the opinion on a reconsideration or a final review.
 *
 * @param clock that runs out first
 * @param returned why the draft before came back; empty for a first draft
 */
public record OpinionDecision(CaseFile petition, List<DemandPoint> points, Reconsideration asked, ReviewDraft draft,
    Optional<ClockState> clock, Optional<Approval> returned) {}
