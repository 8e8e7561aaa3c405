package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.AssignmentService;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
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

/** The lead unit takes a petition or objects; the office assigns anew where the objection was right. */
@Controller
class AssignmentController {

  private static final String ACCEPTANCE = "petition/acceptance";
  private static final String ASSIGNMENT = "petition/assignment";

  private final PetitionPages pages;
  private final AssignmentService assignments;
  private final ObjectionService objections;
  private final PetitionHistory history;
  private final UnitChoice units;

  AssignmentController(PetitionPages pages, AssignmentService assignments, ObjectionService objections,
      PetitionHistory history, UnitChoice units) {
    this.pages = pages;
    this.assignments = assignments;
    this.objections = objections;
    this.history = history;
    this.units = units;
  }

  @GetMapping("/petitions/{id}/acceptance")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withLeaders(pages.item(id, item, PetitionAssignment.USER_ACCEPT, actor).show(ACCEPTANCE), id)
        .addObject("form", AcceptPetitionForm.empty(item, assignments.leaders(id)));
  }

  @PostMapping("/petitions/{id}/acceptance")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") AcceptPetitionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> decide(id, form, actor))) {
      return PetitionPages.done(id, redirect, form.accepted() ? "petition.done.accepted" : "petition.done.objected");
    }
    return withLeaders(pages.item(id, form.item(), PetitionAssignment.USER_ACCEPT, actor).again(ACCEPTANCE), id);
  }

  @GetMapping("/petitions/{id}/assignment")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askAnew(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withUnits(pages.item(id, item, PetitionAssignment.USER_REASSIGN, actor).show(ASSIGNMENT), id)
        .addObject("form", ReassignPetitionForm.empty(item));
  }

  @PostMapping("/petitions/{id}/assignment")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView reassign(@PathVariable CaseId id, @Valid @ModelAttribute("form") ReassignPetitionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> assignments.reassign(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.reassigned");
    }
    return withUnits(pages.item(id, form.item(), PetitionAssignment.USER_REASSIGN, actor).again(ASSIGNMENT), id);
  }

  private void decide(CaseId id, AcceptPetitionForm form, Actor actor) {
    if (form.accepted()) {
      assignments.accept(form.toCommand(id), actor);
    } else {
      objections.object(form.toObjection(id), actor);
    }
  }

  private ModelAndView withLeaders(ModelAndView view, CaseId id) {
    return view.addObject("leaders", assignments.leaders(id)).addObject("assignment",
        history.assignments(id).stream().reduce((first, second) -> second).orElseThrow())
        .addObject("objections", objections.of(id)).addObject("bar", objections.bar(id))
        .addObject("lastDay", objections.lastDay(id));
  }

  private ModelAndView withUnits(ModelAndView view, CaseId id) {
    return view.addObject("units", units.byKind()).addObject("objections", objections.of(id));
  }
}
