package org.petitiondesk.petition.web;

import jakarta.validation.constraints.Pattern;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.RatePetition;
import org.petitiondesk.petition.RatedVia;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;

/** The petitioner's own rating. */
record FollowedRatingForm(@Pattern(regexp = SOLVED, message = CHOOSE) String solved,
    @Pattern(regexp = GRADE, message = CHOOSE) String unit, @Pattern(regexp = GRADE, message = CHOOSE) String office,
    String comment) {

  private static final String SOLVED = "YES|PARTLY|NO";
  private static final String GRADE = "SATISFIED|BASICALLY_SATISFIED|NOT_SATISFIED";
  private static final String CHOOSE = "{petition.follow.choose}";

  FollowedRatingForm {
    solved = solved == null ? "" : solved;
    unit = unit == null ? "" : unit;
    office = office == null ? "" : office;
    comment = comment == null ? "" : comment;
  }

  static FollowedRatingForm empty() {
    return new FollowedRatingForm("", "", "", "");
  }

  RatePetition toCommand(CaseId id) {
    return new RatePetition(id, Solved.valueOf(solved), Satisfaction.valueOf(unit), Satisfaction.valueOf(office),
        comment, RatedVia.PORTAL);
  }
}
