package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.RatingExclusion;
import org.petitiondesk.petition.RatingExclusions;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What petitioners say of the units, and which ratings do not count. */
@Controller
class RatingController {

  private static final String SIGNATURE = "petition/exclusion-signature";

  private final PetitionPages pages;
  private final CaseFiles cases;
  private final PetitionHistory history;
  private final RatingExclusions exclusions;
  private final ObjectionService objections;

  RatingController(PetitionPages pages, CaseFiles cases, PetitionHistory history, RatingExclusions exclusions,
      ObjectionService objections) {
    this.pages = pages;
    this.cases = cases;
    this.history = history;
    this.exclusions = exclusions;
    this.objections = objections;
  }

  @GetMapping("/ratings")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView figures(Actor actor) {
    return new ModelAndView("petition/ratings").addObject("figures", exclusions.figures(actor))
        .addObject("objections", objections.figures(actor));
  }

  @GetMapping("/petitions/{id}/rating-exclusion")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, Actor actor) {
    return page(id, actor).addObject("form", ProposeExclusionForm.empty());
  }

  @PostMapping("/petitions/{id}/rating-exclusion")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView propose(@PathVariable CaseId id, @Valid @ModelAttribute("form") ProposeExclusionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> exclusions.propose(id, form.reason(), Upload.of(form.files()), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.exclusion-proposed");
    }
    var again = page(id, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @GetMapping("/petitions/{id}/rating-exclusion/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askSignature(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return told(pages.item(id, item, PetitionRatingExclusion.USER_COUNTERSIGN, actor).show(SIGNATURE), id)
        .addObject("form", SignExclusionForm.empty(item));
  }

  @PostMapping("/petitions/{id}/rating-exclusion/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView sign(@PathVariable CaseId id, @Valid @ModelAttribute("form") SignExclusionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> exclusions.sign(id, form.item(), form.excluded(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.exclusion-signed");
    }
    return told(pages.item(id, form.item(), PetitionRatingExclusion.USER_COUNTERSIGN, actor).again(SIGNATURE), id);
  }

  private ModelAndView page(CaseId id, Actor actor) {
    var petition = cases.open(id, actor);
    if (!exclusions.mayLook(id, actor)) {
      throw new Forbidden("petition.forbidden.exclusion");
    }
    return told(new ModelAndView("petition/exclusion"), id).addObject("petition", petition);
  }

  private ModelAndView told(ModelAndView view, CaseId id) {
    var proposed = exclusions.of(id);
    var ratings = history.ratings(id);
    var answer = proposed.stream().filter(RatingExclusion::isOpen).map(RatingExclusion::answer).findFirst();
    return view
        .addObject("rating", ratings.stream().filter(rating -> answer.isEmpty() || rating.answer() == answer.get())
            .reduce((earlier, later) -> later).orElseThrow())
        .addObject("exclusions", proposed);
  }
}
