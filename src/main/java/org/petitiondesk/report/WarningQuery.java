package org.petitiondesk.report;

import java.util.Optional;

/**
 * Which warnings.
 *
 * @param open only those that nobody has answered
 */
public record WarningQuery(boolean open, Optional<String> level, Optional<WarningKind> kind, Optional<String> unit) {}
