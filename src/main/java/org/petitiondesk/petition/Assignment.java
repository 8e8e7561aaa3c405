package org.petitiondesk.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One assignment: exactly one lead unit, any number of co-handling units.
 *
 * @param reportBy the day set for the closing report (交办); empty when the matter was only passed on (转送)
 */
public record Assignment(String leadUnit, List<String> coUnits, String reason, Optional<LocalDate> reportBy,
    String assignedBy, Instant assignedAt) {}
