package org.petitiondesk.petition;

import java.time.Instant;

/** The petitioner's rating; there is one for each petition. */
public record Rating(Solved solved, Satisfaction unit, Satisfaction office, String comment, RatedVia via,
    String ratedBy, Instant ratedAt) {}
