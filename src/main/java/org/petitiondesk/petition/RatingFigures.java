package org.petitiondesk.petition;

/**
 * The ratings of a unit's petitions as petitioners gave them for the unit; reports and what was not accepted are never
 * rated here.
 *
 * @param excluded how many of all were taken out of the other figures, each with evidence and two signatures; stands
 * beside them wherever they are shown
 * @param disputed closings that petitioners say have not solved it
 */
public record RatingFigures(String unit, int satisfied, int basically, int not, int excluded, int disputed) {

  /** Those that count. */
  public int rated() {
    return satisfied + basically + not;
  }
}
