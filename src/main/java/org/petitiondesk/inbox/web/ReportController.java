package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.UnreadReports;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A report that is about everybody who could have read it: an administrator names somebody, and reads nothing. */
@Controller
class ReportController {

  private final UnreadReports reports;

  ReportController(UnreadReports reports) {
    this.reports = reports;
  }

  @GetMapping("/operations/reports/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView ask(@PathVariable String id, Actor actor) {
    return new ModelAndView("inbox/report").addObject("item", reports.get(id, actor)).addObject("candidates",
        reports.candidates(id, actor));
  }

  @PostMapping("/operations/reports/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView name(@PathVariable String id, @RequestParam(defaultValue = "") String account, Actor actor,
      RedirectAttributes redirect) {
    try {
      reports.name(id, account, actor);
      Forms.done(redirect, "inbox.done.named");
      return new ModelAndView("redirect:/inbox", HttpStatus.SEE_OTHER);
    } catch (Refused refused) {
      var again = ask(id, actor).addObject("refused", refused.key());
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
  }
}
