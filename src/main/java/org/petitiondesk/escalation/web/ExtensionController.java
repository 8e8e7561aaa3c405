package org.petitiondesk.escalation.web;

import jakarta.validation.Valid;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.web.Forms;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who handles a case asks for more time. */
@Controller
class ExtensionController {

  private final Extensions extensions;
  private final CaseFiles cases;

  ExtensionController(Extensions extensions, CaseFiles cases) {
    this.extensions = extensions;
    this.cases = cases;
  }

  @GetMapping("/escalation/{id}/extension")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, Actor actor) {
    return page(id, actor).addObject("form", AskExtensionForm.empty());
  }

  @PostMapping("/escalation/{id}/extension")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView asked(@PathVariable CaseId id, @Valid @ModelAttribute("form") AskExtensionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    cases.requireSight(id, actor);
    if (Forms.carriedOut(errors, () -> extensions.ask(id, form.length(), form.reason(), actor))) {
      Forms.done(redirect, "escalation.done.asked");
      return SeeOther.to("/petitions/" + id);
    }
    var again = page(id, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView page(CaseId id, Actor actor) {
    return new ModelAndView("escalation/extension").addObject("file", cases.open(id, actor))
        .addObject("possible", extensions.possible(id, actor));
  }
}
