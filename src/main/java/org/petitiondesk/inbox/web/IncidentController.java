package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.web.Forms;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator needs when a step has failed for good. */
@Controller
class IncidentController {

  private final WorkList workList;
  private final ItemVerbs verbs;
  private final ItemRows rows;
  private final CaseSight sight;

  IncidentController(WorkList workList, ItemVerbs verbs, ItemRows rows, CaseSight sight) {
    this.workList = workList;
    this.verbs = verbs;
    this.rows = rows;
    this.sight = sight;
  }

  /** Running the installation is no right to read what people have written. */
  @GetMapping("/operations/incidents/{item}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView show(@PathVariable String item, Actor actor) {
    var step = workList.failure(item, actor);
    return new ModelAndView("inbox/incident").addObject("step", step).addObject("task", rows.task(step.item()))
        .addObject("caseRoute", sight.sees(step.item().caseId(), actor) ? ItemRows.caseRoute(step.item()) : null);
  }

  @PostMapping("/operations/incidents/{item}/retry")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String retry(@PathVariable String item, Actor actor, RedirectAttributes redirect) {
    verbs.retry(item, actor);
    Forms.done(redirect, "inbox.done.retried");
    return "redirect:/inbox";
  }
}
