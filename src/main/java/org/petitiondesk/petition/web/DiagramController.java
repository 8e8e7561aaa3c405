package org.petitiondesk.petition.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.Diagrams;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a petition stands in its process: a page of its own, which the case page takes in when somebody asks for it. */
@Controller
class DiagramController {

  private final CaseFiles cases;
  private final DiagramPages pages;
  private final Diagrams diagrams;

  DiagramController(CaseFiles cases, DiagramPages pages, Diagrams diagrams) {
    this.cases = cases;
    this.pages = pages;
    this.diagrams = diagrams;
  }

  @GetMapping("/petitions/{id}/diagram")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, @RequestParam Optional<String> model, Actor actor) {
    var petition = cases.open(id, actor);
    var all = pages.of(id);
    var page = new ModelAndView("petition/diagram").addObject("petition", petition).addObject("diagrams", all)
        .addObject("diagram", null);
    DiagramPages.chosen(all, model).ifPresent(
        diagram -> page.addObject("diagram", diagram).addObject("steps", pages.steps(diagram, id, actor)));
    return page;
  }

  /** The model as it was drawn, for the browser to draw. */
  @GetMapping("/petitions/{id}/diagrams/{definition}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<String> model(@PathVariable CaseId id, @PathVariable String definition, Actor actor) {
    cases.open(id, actor);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_XML)
        .body(diagrams.model(id, definition));
  }
}
