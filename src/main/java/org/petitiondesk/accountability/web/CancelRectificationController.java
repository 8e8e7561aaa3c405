package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import org.petitiondesk.accountability.Rectification;
import org.petitiondesk.accountability.RectificationCancellation;
import org.petitiondesk.accountability.RectificationCancellations;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
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

/** Somebody proposes to cancel a rectification, and somebody else signs it. */
@Controller
class CancelRectificationController {

  private static final String PROPOSAL = "/rectifications/{id}/cancellation/new";
  private static final String SIGNATURE = "/rectifications/{id}/cancellation";

  private final RectificationCancellations cancellations;
  private final Rectifications rectifications;
  private final CaseFiles cases;

  CancelRectificationController(RectificationCancellations cancellations, Rectifications rectifications,
      CaseFiles cases) {
    this.cancellations = cancellations;
    this.rectifications = rectifications;
    this.cases = cases;
  }

  @GetMapping(PROPOSAL)
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView ask(@PathVariable RectificationId id, Actor actor) {
    var rectification = rectifications.get(id, actor);
    if (!cancellations.mayPropose(rectification, actor)) {
      throw new Forbidden("accountability.cancellation.forbidden.propose");
    }
    return proposing(rectification, actor).addObject("form", new ReasonForm(""));
  }

  @PostMapping(PROPOSAL)
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView propose(@PathVariable RectificationId id, @ModelAttribute("form") ReasonForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var rectification = rectifications.get(id, actor);
    if (Forms.carriedOut(errors, () -> cancellations.propose(id, form.reason(), actor))) {
      return done(id, redirect, "proposed");
    }
    return again(proposing(rectification, actor));
  }

  @GetMapping(SIGNATURE)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askSignature(@PathVariable RectificationId id, @RequestParam(defaultValue = "") String item,
      Actor actor) {
    return signing(forItem(id, item, actor), actor).addObject("form", CountersignForm.empty(item));
  }

  @PostMapping(SIGNATURE)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView sign(@PathVariable RectificationId id, @Valid @ModelAttribute("form") CountersignForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var rectification = forItem(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> cancellations.decide(form.item(), form.granted(), form.words(), actor))) {
      return done(id, redirect, form.granted() ? "cancelled" : "kept");
    }
    return again(signing(rectification, actor));
  }

  /** Refuses an item that is not open, not theirs, or another one's. */
  private Rectification forItem(RectificationId id, String item, Actor actor) {
    var rectification = cancellations.forItem(item, actor);
    if (!rectification.id().equals(id)) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    return rectification;
  }

  private ModelAndView proposing(Rectification rectification, Actor actor) {
    return page("accountability/cancellation-new", rectification, actor);
  }

  private ModelAndView signing(Rectification rectification, Actor actor) {
    return page("accountability/cancellation", rectification, actor).addObject("proposed",
        cancellations.of(rectification.id()).stream().filter(RectificationCancellation::isOpen).findFirst()
            .orElseThrow());
  }

  private ModelAndView page(String view, Rectification rectification, Actor actor) {
    return new ModelAndView(view).addObject("rectification", rectification).addObject("file",
        cases.open(rectification.caseId(), actor));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView done(RectificationId id, RedirectAttributes redirect, String what) {
    Forms.done(redirect, "accountability.cancellation.done." + what);
    return SeeOther.to("/rectifications/" + id);
  }
}
