package org.petitiondesk.petition.web;

import java.util.List;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationRights;
import org.petitiondesk.petition.ReconsiderationService;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the chain of opinions beside the forms of a reconsideration and on the case page. */
@Component
class ReviewChains {

  private final ReconsiderationService reconsiderations;
  private final ReconsiderationRights rights;
  private final Letters letters;

  ReviewChains(ReconsiderationService reconsiderations, ReconsiderationRights rights, Letters letters) {
    this.reconsiderations = reconsiderations;
    this.rights = rights;
    this.letters = letters;
  }

  ReviewChain of(CaseId id) {
    var opinions = rights.opinions(id).stream()
        .map(opinion -> new ReviewChain.Given(opinion, letters.get(opinion.letter()))).toList();
    return new ReviewChain(opinions, opinions.isEmpty() ? List.of() : requests(id), rights.of(id));
  }

  private List<ReviewChain.Asked> requests(CaseId id) {
    return reconsiderations.of(id).stream()
        .map(request -> new ReviewChain.Asked(request, reconsiderations.hearings(request.id()))).toList();
  }

  /** Beside the form of an item of {@value PetitionReconsideration#KEY}. */
  ModelAndView beside(ModelAndView view, CaseId id) {
    return view.addObject("chain", of(id)).addObject("asked", reconsiderations.open(id).orElseThrow());
  }
}
