package org.petitiondesk.escalation.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.SupervisionLight;
import org.petitiondesk.escalation.SupervisionRegister;
import org.petitiondesk.escalation.SupervisionService;
import org.petitiondesk.escalation.Supervisions;
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

/** The register of supervision, one supervision with its record, and those of a case. */
@Controller
class SupervisionController {

  private static final int MOST = 10_000;

  private final SupervisionRegister register;
  private final Supervisions supervisions;
  private final SupervisionService service;
  private final SupervisionSheet sheets;
  private final SupervisionTurns turns;
  private final CaseFiles cases;
  private final Documents documents;

  SupervisionController(SupervisionRegister register, Supervisions supervisions, SupervisionService service,
      SupervisionSheet sheets, SupervisionTurns turns, CaseFiles cases, Documents documents) {
    this.register = register;
    this.supervisions = supervisions;
    this.service = service;
    this.sheets = sheets;
    this.turns = turns;
    this.cases = cases;
    this.documents = documents;
  }

  @GetMapping("/supervision")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@ModelAttribute("filter") SupervisionFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = register.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("escalation/supervisions").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("kinds", SupervisionKind.values())
        .addObject("lights", SupervisionLight.values());
  }

  /** What the filter shows, as a spreadsheet. */
  @GetMapping("/supervision.xlsx")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ResponseEntity<byte[]> sheet(@ModelAttribute("filter") SupervisionFilter filter, Actor actor) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(Spreadsheet.TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("supervision.xlsx").build().toString())
        .cacheControl(CacheControl.noStore()).body(sheets.of(register.export(filter.toQuery(), actor, MOST)));
  }

  @GetMapping("/supervision/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable SupervisionId id, Actor actor) {
    var supervision = supervisions.get(id, actor);
    return new ModelAndView("escalation/supervision").addObject("supervision", supervision)
        .addObject("file", cases.open(supervision.caseId(), actor)).addObject("light", supervisions.light(supervision))
        .addObject("steps", supervisions.steps(id)).addObject("documents", documents.of(supervision.caseId()))
        .addObject("turns", turns.of(supervision, actor)).addObject("mayEnd", service.mayEnd(supervision, actor))
        .addObject("mayRectify", supervisions.mayOpen(cases.get(supervision.caseId()), supervision.unit(), actor));
  }

  @GetMapping("/supervision/{id}/notice")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView notice(@PathVariable SupervisionId id, Actor actor) {
    var supervision = supervisions.get(id, actor);
    return new ModelAndView("escalation/notice").addObject("supervision", supervision).addObject("file",
        cases.open(supervision.caseId(), actor));
  }

  /** Those of a case; the case's page loads them as a part of itself. */
  @GetMapping("/cases/{caseId}/supervision")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ofCase(@PathVariable CaseId caseId, Actor actor,
      @RequestHeader(name = "HX-Request", required = false) String part) {
    var found = supervisions.of(caseId, actor);
    CaseFile file = cases.get(caseId);
    return new ModelAndView(part == null ? "escalation/case" : "escalation/case :: list").addObject("file", file)
        .addObject("supervisions", found).addObject("mayOpen", !supervisions.unitsFor(file, actor).isEmpty());
  }
}
