package org.petitiondesk.petition;

import java.util.Optional;
import org.petitiondesk.documents.Letter;

/**
 * One opinion of the chain, as the petitioner may read it.
 *
 * @param unit name of who gave it
 */
public record FollowedOpinion(OpinionKind kind, String unit, Letter letter, Optional<ReviewResult> result) {}
