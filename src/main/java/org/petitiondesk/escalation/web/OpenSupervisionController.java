package org.petitiondesk.escalation.web;

import jakarta.validation.Valid;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.Supervisions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
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

/** The petition office, or a leader above, puts a unit under supervision or makes it a suggestion. */
@Controller
class OpenSupervisionController {

  private final Supervisions supervisions;
  private final CaseFiles cases;

  OpenSupervisionController(Supervisions supervisions, CaseFiles cases) {
    this.supervisions = supervisions;
    this.cases = cases;
  }

  @GetMapping("/cases/{caseId}/supervision/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView ask(@PathVariable CaseId caseId, Actor actor) {
    var file = open(caseId, actor);
    return page(file, actor).addObject("form",
        OpenSupervisionForm.empty(supervisions.unitsFor(file, actor)));
  }

  @PostMapping("/cases/{caseId}/supervision/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView open(@PathVariable CaseId caseId, @Valid @ModelAttribute("form") OpenSupervisionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var file = open(caseId, actor);
    if (Forms.carriedOut(errors, () -> {
      requireMayOpen(file, form.unit(), actor);
      var until = form.until() != null ? form.until() : supervisions.proposedDay(form.kind().isSuggestion());
      var id = supervisions.open(caseId, form.unit(), form.kind(), form.demand().strip(), until,
          form.reason().strip(), actor);
      Forms.done(redirect, "escalation.done.opened", supervisions.get(id, actor).number());
    })) {
      return SeeOther.to("/cases/" + caseId + "/supervision");
    }
    var again = page(file, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private CaseFile open(CaseId caseId, Actor actor) {
    return cases.open(caseId, actor);
  }

  private void requireMayOpen(CaseFile file, String unit, Actor actor) {
    if (!unit.isEmpty() && !supervisions.mayOpen(file, unit, actor)) {
      throw new Forbidden("escalation.forbidden.open");
    }
  }

  private ModelAndView page(CaseFile file, Actor actor) {
    var units = supervisions.unitsFor(file, actor);
    if (units.isEmpty()) {
      throw new Forbidden("escalation.forbidden.open");
    }
    return new ModelAndView("escalation/new").addObject("file", file).addObject("units", units)
        .addObject("kinds", supervisions.kindsFor(actor))
        .addObject("day", supervisions.proposedDay(false)).addObject("suggestionDay", supervisions.proposedDay(true));
  }
}
