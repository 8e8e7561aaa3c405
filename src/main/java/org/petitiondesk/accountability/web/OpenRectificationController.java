package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The petition office, or a leader above, orders a unit to mend something. */
@Controller
class OpenRectificationController {

  private final Rectifications rectifications;
  private final CaseFiles cases;

  OpenRectificationController(Rectifications rectifications, CaseFiles cases) {
    this.rectifications = rectifications;
    this.cases = cases;
  }

  /** @param unit to begin with, for a link from elsewhere */
  @GetMapping("/cases/{caseId}/rectifications/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView ask(@PathVariable CaseId caseId, @RequestParam(defaultValue = "") String unit, Actor actor) {
    var file = cases.open(caseId, actor);
    return page(file, actor).addObject("form",
        OpenRectificationForm.empty(unit, rectifications.unitsFor(file, actor)));
  }

  @PostMapping("/cases/{caseId}/rectifications/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView open(@PathVariable CaseId caseId, @Valid @ModelAttribute("form") OpenRectificationForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var file = cases.open(caseId, actor);
    if (Forms.carriedOut(errors, () -> {
      if (!form.unit().isEmpty() && !rectifications.mayOpen(file, form.unit(), actor)) {
        throw new Forbidden("accountability.rectification.forbidden.open");
      }
      var id = rectifications.open(caseId, form.unit(), form.toMeasures(), form.reason().strip(),
          actor);
      Forms.done(redirect, "accountability.rectification.done.opened", rectifications.get(id, actor).number());
    })) {
      return SeeOther.to("/cases/" + caseId + "/rectifications");
    }
    var again = page(file, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView page(CaseFile file, Actor actor) {
    var units = rectifications.unitsFor(file, actor);
    if (units.isEmpty()) {
      throw new Forbidden("accountability.rectification.forbidden.open");
    }
    var owners = units.stream().collect(Collectors.toMap(Function.identity(),
        unit -> rectifications.ownersOf(file, unit.id()), (one, other) -> one, LinkedHashMap::new));
    return new ModelAndView("accountability/rectification-new").addObject("file", file).addObject("units", units)
        .addObject("owners", owners).addObject("most", Rectifications.MOST_MEASURES);
  }
}
