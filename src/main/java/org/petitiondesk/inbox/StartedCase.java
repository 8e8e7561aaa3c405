package org.petitiondesk.inbox;

import java.util.List;
import org.petitiondesk.casefile.CaseRow;

/**
 * A case that the reader has registered.
 *
 * @param open what is to be done for it now, by whom; empty for a closed case and while the system itself is at work
 */
public record StartedCase(CaseRow row, List<WorkItem> open) {}
