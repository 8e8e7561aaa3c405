package org.petitiondesk.designer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which closed cases go through a draft once more.
 *
 * @param to the last day
 * @param unit that led them
 */
public record ReplayChoice(LocalDate from, LocalDate to, Optional<String> unit, Optional<String> category) {}
