package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionRecusal;
import org.petitiondesk.petition.RecusalService;
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

/** Who keeps away from a petition: asking for it, deciding it, and finding that only the names are the same. */
@Controller
class RecusalController {

  private static final String LIST = "petition/recusals";
  private static final String DECISION = "petition/recusal";

  private final PetitionPages pages;
  private final CaseFiles cases;
  private final RecusalService recusals;

  RecusalController(PetitionPages pages, CaseFiles cases, RecusalService recusals) {
    this.pages = pages;
    this.cases = cases;
    this.recusals = recusals;
  }

  @GetMapping("/petitions/{id}/recusals")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@PathVariable CaseId id, Actor actor) {
    return page(id, actor).addObject("form", AskRecusalForm.empty()).addObject("clearance", AskRecusalForm.empty());
  }

  @PostMapping("/petitions/{id}/recusals")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @Valid @ModelAttribute("form") AskRecusalForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> recusals.ask(id, form.account(), form.reason(), actor))) {
      return PetitionPages.done(address(id), redirect, "petition.done.recusal-asked");
    }
    return again(id, actor).addObject("clearance", AskRecusalForm.empty());
  }

  @PostMapping("/petitions/{id}/recusals/clearance")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView clear(@PathVariable CaseId id, @Valid @ModelAttribute("clearance") AskRecusalForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> recusals.clear(id, form.account(), form.reason(), actor))) {
      return PetitionPages.done(address(id), redirect, "petition.done.recusal-cleared");
    }
    return again(id, actor).addObject("form", AskRecusalForm.empty());
  }

  @GetMapping("/petitions/{id}/recusal")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView question(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return decision(pages.item(id, item, PetitionRecusal.USER_DECIDE, actor).show(DECISION), id, item, actor)
        .addObject("form", DecideRecusalForm.empty(item));
  }

  @PostMapping("/petitions/{id}/recusal")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideRecusalForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> recusals.decide(id, form.item(), form.barred(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect,
          form.barred() ? "petition.done.recusal-granted" : "petition.done.recusal-refused");
    }
    return decision(pages.item(id, form.item(), PetitionRecusal.USER_DECIDE, actor).again(DECISION), id, form.item(),
        actor);
  }

  private ModelAndView decision(ModelAndView view, CaseId id, String item, Actor actor) {
    return view.addObject("recusal", recusals.about(id, item, actor));
  }

  private ModelAndView again(CaseId id, Actor actor) {
    var page = page(id, actor);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView page(CaseId id, Actor actor) {
    return new ModelAndView(LIST).addObject("petition", cases.open(id, actor))
        .addObject("recusals", recusals.of(id)).addObject("people", recusals.mayBeAsked(id, actor))
        .addObject("namesakes", recusals.mayBeCleared(id, actor));
  }

  private static String address(CaseId id) {
    return "/petitions/" + id + "/recusals";
  }
}
