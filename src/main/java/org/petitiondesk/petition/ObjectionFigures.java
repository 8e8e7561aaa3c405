package org.petitiondesk.petition;

/**
 * The objections of one unit; reports (检举控告) are not counted.
 *
 * @param upheld agreed to by the sender or upheld by a ruling
 * @param refused dismissed by a ruling
 * @param open not decided yet
 */
public record ObjectionFigures(String unit, int made, int upheld, int refused, int open) {}
