package org.petitiondesk.accountability.web;

import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A leader opens a review of a case. */
@Controller
class OpenReviewController {

  private final Reviews reviews;
  private final CaseFiles cases;

  OpenReviewController(Reviews reviews, CaseFiles cases) {
    this.reviews = reviews;
    this.cases = cases;
  }

  @GetMapping("/cases/{caseId}/reviews/new")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView ask(@PathVariable CaseId caseId, Actor actor) {
    var page = page(caseId, actor);
    if (!reviews.mayOpen(caseId, actor)) {
      throw new Forbidden("accountability.forbidden.open");
    }
    return page.addObject("form", new ReasonForm(""));
  }

  @PostMapping("/cases/{caseId}/reviews/new")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView open(@PathVariable CaseId caseId, @ModelAttribute("form") ReasonForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = page(caseId, actor);
    if (Forms.carriedOut(errors, () -> reviews.open(caseId, form.reason(), actor))) {
      Forms.done(redirect, "accountability.done.opened");
      return SeeOther.to("/reviews/" + reviews.of(caseId, actor).get(0).id());
    }
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView page(CaseId caseId, Actor actor) {
    return new ModelAndView("accountability/new").addObject("file", cases.open(caseId, actor));
  }
}
