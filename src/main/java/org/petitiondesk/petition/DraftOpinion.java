package org.petitiondesk.petition;

import java.util.List;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.CaseId;

/**
 * A draft of a reconsideration opinion (复查意见书) or final review opinion (复核意见书).
 *
 * @param findings one for each demand point
 */
public record DraftOpinion(CaseId id, String item, List<Finding> findings, DeliveryMethod method) {}
