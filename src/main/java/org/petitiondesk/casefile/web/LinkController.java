package org.petitiondesk.casefile.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.LinkKind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** The cases that a case belongs together with, those that may, and the form that links them. */
@Controller
class LinkController {

  private final CaseFiles files;
  private final CaseLinks links;

  LinkController(CaseFiles files, CaseLinks links) {
    this.files = files;
    this.links = links;
  }

  @GetMapping("/cases/{id}/links")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, Actor actor) {
    return page(id, actor, HttpStatus.OK).addObject("form", LinkCaseForm.empty());
  }

  @PostMapping("/cases/{id}/links")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER', 'LEADER')")
  ModelAndView link(@PathVariable CaseId id, @Valid @ModelAttribute("form") LinkCaseForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    files.requireSight(id, actor);
    if (!errors.hasErrors()) {
      try {
        var other = files.byCode(form.code(), actor).map(CaseRow::id)
            .orElseThrow(() -> Refused.at("code", "casefile.refused.link-unknown", form.code()));
        links.link(id, other, form.kind(), form.reason().strip(), actor);
        return done(id, redirect, "casefile.links.done", form.code());
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return page(id, actor, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @PostMapping("/cases/{id}/links/{other}/removal")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER', 'LEADER')")
  ModelAndView unlink(@PathVariable CaseId id, @PathVariable CaseId other,
      @RequestParam(defaultValue = "") String reason,
      Actor actor, RedirectAttributes redirect) {
    links.unlink(id, other, reason.strip(), actor);
    return done(id, redirect, "casefile.links.removed");
  }

  private ModelAndView page(CaseId id, Actor actor, HttpStatusCode status) {
    var file = files.open(id, actor);
    return new ModelAndView("casefile/links", status).addObject("case", file)
        .addObject("links", links.of(id, actor)).addObject("candidates", links.candidates(id, actor))
        .addObject("mayLink", files.worksOn(id, actor))
        .addObject("kinds", List.of(LinkKind.RELATED, LinkKind.REPEAT));
  }

  private static ModelAndView done(CaseId id, RedirectAttributes redirect, String key, Object... arguments) {
    Forms.done(redirect, key, arguments);
    return new ModelAndView("redirect:/cases/" + id + "/links", HttpStatus.SEE_OTHER);
  }
}
