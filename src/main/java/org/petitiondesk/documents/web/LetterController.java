package org.petitiondesk.documents.web;

import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One letter as it was signed, ready to print, for those who work on the case. */
@Controller
class LetterController {

  private final Letters letters;
  private final CaseSight sight;

  LetterController(Letters letters, CaseSight sight) {
    this.letters = letters;
    this.sight = sight;
  }

  @GetMapping("/cases/{caseId}/letters/{id}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView letter(@PathVariable CaseId caseId, @PathVariable LetterId id, Actor actor) {
    sight.look(caseId, actor);
    if (!letters.get(id).caseId().equals(caseId)) {
      throw new NotFound("documents.letter.not-found");
    }
    if (!sight.worksOn(caseId, actor)) {
      throw new Forbidden("documents.forbidden.letter");
    }
    return new ModelAndView("documents/letter").addObject("letter", letters.open(id, actor));
  }
}
