package org.petitiondesk.accountability;

/**
 * How often a track was judged in a period.
 *
 * @param sentBack verdicts "not let go"
 * @param reopened times it was opened again after it had passed
 */
public record ReviewFigure(String period, Track track, long passed, long sentBack, long reopened) {

  public long judged() {
    return passed + sentBack;
  }
}
