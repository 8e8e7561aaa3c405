package org.petitiondesk.accountability.web;

import java.util.Optional;
import org.petitiondesk.accountability.RectificationCancellations;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectificationLight;
import org.petitiondesk.accountability.RectificationRegister;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.accountability.ReturnVisits;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.Spreadsheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of rectification, one rectification with its measures, and those of a case. */
@Controller
class RectificationController {

  private static final int MOST = 5_000;

  private final RectificationRegister register;
  private final Rectifications rectifications;
  private final RectificationCancellations cancellations;
  private final ReturnVisits visits;
  private final RectificationSheet sheets;
  private final Turns turns;
  private final CaseFiles cases;
  private final Documents documents;

  RectificationController(RectificationRegister register, Rectifications rectifications,
      RectificationCancellations cancellations, ReturnVisits visits, RectificationSheet sheets, Turns turns,
      CaseFiles cases, Documents documents) {
    this.register = register;
    this.rectifications = rectifications;
    this.cancellations = cancellations;
    this.visits = visits;
    this.sheets = sheets;
    this.turns = turns;
    this.cases = cases;
    this.documents = documents;
  }

  @GetMapping("/rectifications")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@ModelAttribute("filter") RectificationFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = register.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("accountability/rectifications").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("lights", RectificationLight.values());
  }

  /** What the filter shows, as a spreadsheet. */
  @GetMapping("/rectifications.xlsx")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ResponseEntity<byte[]> sheet(@ModelAttribute("filter") RectificationFilter filter, Actor actor) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(Spreadsheet.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("rectifications.xlsx").build().toString())
        .cacheControl(CacheControl.noStore()).body(sheets.of(register.export(filter.toQuery(), actor, MOST)));
  }

  @GetMapping("/rectifications/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable RectificationId id, Actor actor) {
    var rectification = rectifications.get(id, actor);
    return new ModelAndView("accountability/rectification").addObject("rectification", rectification)
        .addObject("file", cases.open(rectification.caseId(), actor))
        .addObject("documents", documents.of(rectification.caseId()))
        .addObject("cancellations", cancellations.of(id))
        .addObject("mayCancel", cancellations.mayPropose(rectification, actor))
        .addObject("turns", turns.under(rectification.caseId(), "rectifications/" + id + "/", actor));
  }

  @GetMapping("/rectifications/{id}/notice")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView notice(@PathVariable RectificationId id, Actor actor) {
    var rectification = rectifications.get(id, actor);
    return new ModelAndView("accountability/rectification-notice").addObject("rectification", rectification)
        .addObject("file", cases.open(rectification.caseId(), actor));
  }

  /** Those of a case; the case's page loads them as a part of itself. */
  @GetMapping("/cases/{caseId}/rectifications")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ofCase(@PathVariable CaseId caseId, Actor actor,
      @RequestHeader(name = "HX-Request", required = false) String part) {
    var found = rectifications.of(caseId, actor);
    var file = cases.get(caseId);
    var page = "accountability/rectifications-of-case";
    return new ModelAndView(part == null ? page : page + " :: list").addObject("file", file)
        .addObject("found", found).addObject("visits", visits.of(caseId, actor))
        .addObject("documents", documents.of(caseId))
        .addObject("mayOpen", !rectifications.unitsFor(file, actor).isEmpty());
  }
}
