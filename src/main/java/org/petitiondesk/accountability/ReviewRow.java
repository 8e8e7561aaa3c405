package org.petitiondesk.accountability;

import java.util.List;

/** A line of the list of reviews. */
public record ReviewRow(Review review, String code, String title, List<ReviewTrack> tracks) {}
