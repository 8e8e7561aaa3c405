package org.petitiondesk.petition.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Diagram;
import org.petitiondesk.engine.Diagrams;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionHistory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
  private final AuditTrail audit;
  private final Diagrams diagrams;
  private final HandlingService handling;

  PetitionController(PetitionPages pages, CaseFiles cases, PetitionHistory history, NextSteps nextSteps, Turns turns,
      Clocks clocks, Documents documents, Letters letters, AuditTrail audit, Diagrams diagrams,
      HandlingService handling) {
    this.pages = pages;
    this.cases = cases;
    this.history = history;
    this.nextSteps = nextSteps;
    this.turns = turns;
    this.clocks = clocks;
    this.documents = documents;
    this.letters = letters;
    this.audit = audit;
    this.diagrams = diagrams;
    this.handling = handling;
  }

  @GetMapping("/petitions/{id}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, @RequestParam Optional<String> model, Actor actor) {
    return page(cases.open(id, actor), model, actor, HttpStatus.OK).addObject("form", AddMaterialForm.empty());
  }

  /** Where letters and clocks lead back to: they do not know what kind of case they belong to. */
  @GetMapping("/cases/{id}")
  @PreAuthorize("isAuthenticated()")
  String ofCase(@PathVariable CaseId id) {
    return "redirect:/petitions/" + id;
  }

  @GetMapping("/petitions/{id}/diagrams/{definition}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<String> model(@PathVariable CaseId id, @PathVariable String definition, Actor actor) {
    cases.requireSight(id, actor);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_XML)
        .body(diagrams.model(id, definition));
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
    return page(petition, Optional.empty(), actor, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** The office has it from the petitioner, the units have found it out. */
  private static DocumentKind kind(CaseFile petition, Actor actor) {
    return PetitionPages.isOffice(petition, actor) ? DocumentKind.MATERIAL : DocumentKind.EVIDENCE;
  }

  private ModelAndView page(CaseFile petition, Optional<String> model, Actor actor, HttpStatusCode status) {
    var id = petition.id();
    var office = PetitionPages.isOffice(petition, actor);
    var shown = spineFirst(diagrams.of(id));
    return new ModelAndView("petition/show", status).addObject("petition", petition)
        .addObject("steps", nextSteps.of(id, actor)).addObject("points", cases.points(id))
        .addObject("parties", cases.parties(id, actor)).addObject("clocks", clocks.of(id))
        .addObject("turns", turns.of(id)).addObject("notes", history.notes(id))
        .addObject("withdrawal", history.withdrawal(id)).addObject("documents", documents.of(id))
        .addObject("letters", letters.of(id)).addObject("entries", audit.of(id))
        .addObject("target", petition.mergedInto().map(cases::get)).addObject("diagrams", shown)
        .addObject("diagram", diagram(shown, model)).addObject("mayRate",
            office && petition.status() == CaseStatus.DELIVERED)
        .addObject("mayWithdraw", office && !petition.isClosed() && petition.status() != CaseStatus.DELIVERED);
  }

  /** A letter may be on its way before the spine begins. */
  private static List<Diagram> spineFirst(List<Diagram> diagrams) {
    return diagrams.stream().sorted(Comparator.comparing(one -> !one.processKey().equals(PetitionHandling.KEY)))
        .toList();
  }

  /** The one asked for, or else the first. */
  private static Optional<Diagram> diagram(List<Diagram> shown, Optional<String> model) {
    return shown.stream().filter(one -> model.filter(one.processKey()::equals).isPresent()).findFirst()
        .or(() -> shown.stream().findFirst());
  }
}
