package org.petitiondesk.petition;

import java.util.List;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.CaseId;

/**
 * A draft of the handling opinion (处理意见书).
 *
 * @param answers one for each demand point: facts, basis, outcome
 * @param remedy how to ask for reconsideration, from whom and until when
 */
public record DraftReply(CaseId id, String item, List<PointAnswer> answers, String remedy, DeliveryMethod method) {}
