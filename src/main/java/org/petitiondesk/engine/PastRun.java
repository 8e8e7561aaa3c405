package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A finished run of a process, with the processes that it called.
 *
 * @param from the element before which it was begun; empty for a usual start
 * @param steps in the order in which they ended
 */
public record PastRun(CaseId caseId, String process, Optional<String> from, List<PastStep> steps) {}
