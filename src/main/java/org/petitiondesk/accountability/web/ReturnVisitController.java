package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.accountability.ReturnVisit;
import org.petitiondesk.accountability.ReturnVisitId;
import org.petitiondesk.accountability.ReturnVisits;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.SeeOther;
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

/** The petition office looks back at what was mended. */
@Controller
class ReturnVisitController {

  private final ReturnVisits visits;
  private final Rectifications rectifications;
  private final CaseFiles cases;
  private final Clock clock;

  ReturnVisitController(ReturnVisits visits, Rectifications rectifications, CaseFiles cases, Clock clock) {
    this.visits = visits;
    this.rectifications = rectifications;
    this.cases = cases;
    this.clock = clock;
  }

  @GetMapping("/return-visits/{id}")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable ReturnVisitId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return page(visit(id, item, actor), actor).addObject("form", RecordVisitForm.empty(item, Dates.today(clock)));
  }

  @PostMapping("/return-visits/{id}")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView record(@PathVariable ReturnVisitId id, @Valid @ModelAttribute("form") RecordVisitForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var visit = visit(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> visits.record(form.item(), form.held(), form.way(), form.spokenWith().strip(),
        form.words().strip(), form.on(), Upload.of(form.files()), actor))) {
      Forms.done(redirect, form.held() ? "accountability.visit.done.held" : "accountability.visit.done.not-held");
      return SeeOther.to("/cases/" + visit.caseId() + "/rectifications");
    }
    var again = page(visit, actor).addObject("filesLost", !Upload.of(form.files()).isEmpty());
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ReturnVisit visit(ReturnVisitId id, String item, Actor actor) {
    var visit = visits.forItem(item, actor);
    if (!visit.id().equals(id)) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    return visit;
  }

  private ModelAndView page(ReturnVisit visit, Actor actor) {
    return new ModelAndView("accountability/return-visit").addObject("visit", visit)
        .addObject("file", cases.get(visit.caseId())).addObject("until", visits.until(visit))
        .addObject("mended", rectifications.of(visit.caseId(), actor)).addObject("ways", ReturnVisit.Way.values())
        .addObject("answers", List.of(true, false));
  }
}
