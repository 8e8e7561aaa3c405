package org.petitiondesk.petition.web;

import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.CaseTimeline;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.RatingExclusions;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything about one petition on one page, and who acts next. */
@Controller
class PetitionController {

  private final PetitionPages pages;
  private final CaseFiles cases;
  private final PetitionHistory history;
  private final NextSteps nextSteps;
  private final Turns turns;
  private final Clocks clocks;
  private final Documents documents;
  private final Letters letters;
  private final CaseTimeline timeline;
  private final CaseLinks links;
  private final HandlingService handling;
  private final DissatisfactionService dissatisfaction;
  private final ReconsiderationService reconsiderations;
  private final RatingExclusions exclusions;
  private final ObjectionService objections;
  private final ReviewChains chains;

  PetitionController(PetitionPages pages, CaseFiles cases, PetitionHistory history, NextSteps nextSteps, Turns turns,
      Clocks clocks, Documents documents, Letters letters, CaseTimeline timeline, CaseLinks links,
      HandlingService handling, DissatisfactionService dissatisfaction, ReconsiderationService reconsiderations,
      RatingExclusions exclusions, ObjectionService objections, ReviewChains chains) {
    this.pages = pages;
    this.cases = cases;
    this.history = history;
    this.nextSteps = nextSteps;
    this.turns = turns;
    this.clocks = clocks;
    this.documents = documents;
    this.letters = letters;
    this.timeline = timeline;
    this.links = links;
    this.handling = handling;
    this.dissatisfaction = dissatisfaction;
    this.reconsiderations = reconsiderations;
    this.exclusions = exclusions;
    this.objections = objections;
    this.chains = chains;
  }

  @GetMapping("/petitions/{id}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, Actor actor) {
    var file = cases.open(id, actor);
    if (file.kind() == CaseKind.DISPUTE) {
      return SeeOther.to("/disputes/" + id);
    }
    return page(file, actor, HttpStatus.OK).addObject("form", AddMaterialForm.empty());
  }

  /** Where letters and clocks lead back to: they do not know what kind of case they belong to. */
  @GetMapping("/cases/{id}")
  @PreAuthorize("isAuthenticated()")
  String ofCase(@PathVariable CaseId id) {
    return "redirect:/petitions/" + id;
  }

  @PostMapping("/petitions/{id}/documents")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER', 'LEADER')")
  ModelAndView addMaterial(@PathVariable CaseId id, @ModelAttribute("form") AddMaterialForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var petition = cases.open(id, actor);
    if (pages.carriedOut(id, actor, errors,
        () -> handling.file(id, kind(petition, actor), Upload.of(form.files()), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.filed");
    }
    return page(petition, actor, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static boolean mayAsk(CaseFile petition, Actor actor) {
    return petition.status() != CaseStatus.RECONSIDERATION && (PetitionPages.isOffice(petition, actor)
        || actor.belongsTo(new Group(Role.LEADER, petition.registeringUnit())));
  }

  /** The office has it from the petitioner, the units have found it out. */
  private static DocumentKind kind(CaseFile petition, Actor actor) {
    return PetitionPages.isOffice(petition, actor) ? DocumentKind.MATERIAL : DocumentKind.EVIDENCE;
  }

  private ModelAndView page(CaseFile petition, Actor actor, HttpStatusCode status) {
    var id = petition.id();
    var office = PetitionPages.isOffice(petition, actor);
    var running = clocks.of(id);
    return new ModelAndView("petition/show", status).addObject("petition", petition)
        .addObject("steps", nextSteps.of(id, actor)).addObject("points", cases.points(id))
        .addObject("parties", cases.parties(id, actor)).addObject("clocks", running)
        .addObject("hands", clocks.hands(id))
        .addObject("nextClock", NextClock.of(running)).addObject("turns", turns.of(id))
        .addObject("notes", history.notes(id)).addObject("withdrawal", history.withdrawal(id))
        .addObject("held", cases.holds(petition))
        .addObject("documents", documents.of(id)).addObject("letters", letters.of(id))
        .addObject("inFull", cases.worksOn(id, actor))
        .addObject("links", links.of(id, actor)).addObject("timeline", timeline.newest(id))
        .addObject("target", petition.mergedInto().filter(target -> cases.sees(target, actor)).map(cases::get))
        .addObject("objections", objections.of(id))
        .addObject("dissatisfaction", dissatisfaction.of(id)).addObject("mayExclude", exclusions.mayLook(id, actor))
        .addObject("chain", chains.of(id)).addObject("mayAsk", mayAsk(petition, actor))
        .addObject("mayRate", office && petition.status() == CaseStatus.DELIVERED)
        .addObject("mayWithdraw", office && (petition.status() == CaseStatus.RECONSIDERATION
            ? reconsiderations.isWithdrawable(id)
            : !petition.isClosed() && petition.status() != CaseStatus.DELIVERED));
  }
}
