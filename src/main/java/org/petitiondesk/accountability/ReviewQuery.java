package org.petitiondesk.accountability;

import java.util.Optional;
import org.petitiondesk.kernel.CaseReviews.Trigger;

/**
 * Which reviews to list.
 *
 * @param open false finds the signed ones
 */
public record ReviewQuery(Optional<String> text, Optional<String> unit, Optional<Trigger> trigger,
    Optional<Boolean> open) {}
