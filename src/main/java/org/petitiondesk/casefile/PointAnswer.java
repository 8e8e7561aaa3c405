package org.petitiondesk.casefile;

/** The answer to one demand point: what was found, on which basis, and what follows. */
public record PointAnswer(int number, String facts, String basis, Outcome outcome) {}
