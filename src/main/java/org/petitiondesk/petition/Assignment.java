package org.petitiondesk.petition;

import java.time.Instant;
import java.util.List;

/** One assignment (交办): exactly one lead unit, any number of co-handling units. */
public record Assignment(String leadUnit, List<String> coUnits, String reason, String assignedBy, Instant assignedAt) {}
