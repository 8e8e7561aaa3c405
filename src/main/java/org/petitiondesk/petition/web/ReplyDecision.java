package org.petitiondesk.petition.web;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.petition.Approval;
import org.petitiondesk.petition.Reply;

/**
 * What a leader must know to approve a reply.
 *
 * @param clock that runs out first
 * @param returned why the draft before came back; empty for a first draft
 * @param changes since then
 */
public record ReplyDecision(CaseFile petition, List<DemandPoint> points, Reply draft, Optional<ClockState> clock,
    Optional<Approval> returned, List<DraftChange> changes) {}
