package org.petitiondesk.escalation.web;

import java.time.Clock;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.PauseRequests;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.web.Rules;
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

/** Who handles a case asks for a pause of its clocks, and ends it. */
@Controller
class PauseController {

  private final PauseRequests requests;
  private final CaseFiles cases;
  private final Clock clock;

  PauseController(PauseRequests requests, CaseFiles cases, Clock clock) {
    this.requests = requests;
    this.cases = cases;
    this.clock = clock;
  }

  @GetMapping("/escalation/{id}/pause")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, Actor actor) {
    return page(id, actor).addObject("form", AskPauseForm.on(Dates.today(clock)));
  }

  @PostMapping("/escalation/{id}/pause")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView asked(@PathVariable CaseId id, @ModelAttribute("form") AskPauseForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    cases.requireSight(id, actor);
    if (Forms.carriedOut(errors, () -> requests.ask(id, form.cause(), form.on(), form.reason(), actor))) {
      Forms.done(redirect,
          requests.endable(id, actor).isPresent() ? "escalation.done.paused" : "escalation.done.asked");
      return SeeOther.to("/petitions/" + id);
    }
    return again(page(id, actor));
  }

  @GetMapping("/escalation/{id}/pause/end")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askEnd(@PathVariable CaseId id, Actor actor) {
    return endPage(id, actor).addObject("form", new EndPauseForm(Dates.today(clock)));
  }

  @PostMapping("/escalation/{id}/pause/end")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView end(@PathVariable CaseId id, @ModelAttribute("form") EndPauseForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    cases.requireSight(id, actor);
    if (Forms.carriedOut(errors, () -> requests.end(id, form.on(), actor))) {
      Forms.done(redirect, "escalation.done.resumed");
      return SeeOther.to("/petitions/" + id);
    }
    return again(endPage(id, actor));
  }

  private ModelAndView page(CaseId id, Actor actor) {
    return new ModelAndView("escalation/pause").addObject("file", cases.open(id, actor))
        .addObject("possible", requests.possible(id, actor));
  }

  private ModelAndView endPage(CaseId id, Actor actor) {
    return new ModelAndView("escalation/pause-end").addObject("file", cases.open(id, actor))
        .addObject("open", requests.endable(id, actor));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }
}
