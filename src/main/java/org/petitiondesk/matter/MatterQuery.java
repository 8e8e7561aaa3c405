package org.petitiondesk.matter;

import java.util.Optional;

/** Which matters a reader looks for. */
public record MatterQuery(Optional<String> process, Optional<String> unit, Optional<Boolean> open,
    Optional<String> text) {}
