package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import org.petitiondesk.documents.Upload;

/**
 * What the unit found out about the cause.
 *
 * @param evidence by the place of the cause that it shows; 0 for the claim as a whole
 */
public record ClaimCause(List<FactStatement> statements, List<Cause> causes, Map<Integer, List<Upload>> evidence) {}
