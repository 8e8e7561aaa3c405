package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.RaiseDissatisfaction;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;

/** The petitioner disputes the closing. */
record FollowedDisputeForm(@NotNull(message = "{petition.follow.choose}") Solved solved,
    @NotNull(message = "{petition.follow.choose}") Satisfaction procedure,
    @NotNull(message = "{petition.follow.choose}") Satisfaction attitude, @Written String words) {

  FollowedDisputeForm {
    words = Blank.when(words);
  }

  static FollowedDisputeForm empty() {
    return new FollowedDisputeForm(null, null, null, "");
  }

  RaiseDissatisfaction toCommand(CaseId id) {
    return new RaiseDissatisfaction(id, solved, procedure, attitude, words);
  }
}
