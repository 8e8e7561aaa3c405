package org.petitiondesk.matter;

import java.time.Duration;
import java.util.Optional;

/**
 * How the matters of a process fare in one unit; or in all together.
 *
 * @param median from its beginning to its end, of those that have ended
 */
public record MatterFigure(String process, String name, String unit, long running, long ended,
    Optional<Duration> median) {}
