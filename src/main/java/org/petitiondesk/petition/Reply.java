package org.petitiondesk.petition;

import java.time.Instant;
import java.util.List;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.DeliveryMethod;

/** One draft of the handling opinion; a returned draft stays and the next one gets the next number. */
public record Reply(int draftNumber, List<PointAnswer> answers, String remedy, DeliveryMethod method, String draftedBy,
    Instant draftedAt) {}
