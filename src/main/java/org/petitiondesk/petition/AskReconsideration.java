package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;

/**
 * The petitioner does not agree with the last opinion.
 *
 * @param askedOn the day on which it was handed in or posted
 * @param reasons in the petitioner's words
 * @param lateReason why it is let in after the time; blank otherwise
 */
public record AskReconsideration(CaseId id, LocalDate askedOn, String reasons, List<Upload> files,
    String lateReason) {}
