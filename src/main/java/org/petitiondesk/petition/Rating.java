package org.petitiondesk.petition;

import java.time.Instant;

/**
 * The petitioner's rating of an answer; there is one for each.
 *
 * @param answer number of the handling opinion that it is about, from 1; a petition that is handled anew gets another
 */
public record Rating(int answer, Solved solved, Satisfaction unit, Satisfaction office, String comment, RatedVia via,
    String ratedBy, Instant ratedAt) {}
