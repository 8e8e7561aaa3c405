package org.petitiondesk.casefile;

import java.util.Optional;

/** One thing that is asked for (诉求点), and its latest answer. Numbered from 1. */
public record DemandPoint(int number, String text, Optional<PointAnswer> answer) {}
