package org.petitiondesk.escalation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which supervisions to list.
 *
 * @param text a case code or a number of a notice, or words of the demand or of the case's title
 * @param from first day on which it was opened
 */
public record SupervisionQuery(Optional<String> text, Optional<String> unit, Optional<SupervisionKind> kind,
    Optional<SupervisionLight> light, Optional<LocalDate> from, Optional<LocalDate> to) {}
