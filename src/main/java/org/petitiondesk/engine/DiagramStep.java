package org.petitiondesk.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * One pass through an element of a model.
 *
 * @param element id in the model
 * @param name as drawn
 * @param until empty while it lasts
 * @param cancelled ended without being done
 * @param calls key of the process that it called
 */
public record DiagramStep(String element, String name, Instant from, Optional<Instant> until, boolean cancelled,
    Optional<String> calls) {}
