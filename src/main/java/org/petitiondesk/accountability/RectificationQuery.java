package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the register of rectification is asked for.
 *
 * @param text in the number, the reason or the case's title, or the case's code
 * @param from first day of the opening
 */
public record RectificationQuery(Optional<String> text, Optional<String> unit, Optional<RectificationLight> light,
    Optional<LocalDate> from, Optional<LocalDate> to) {}
