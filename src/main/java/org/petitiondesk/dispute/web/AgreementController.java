package org.petitiondesk.dispute.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.petitiondesk.dispute.AgreementForm;
import org.petitiondesk.dispute.AgreementService;
import org.petitiondesk.dispute.Dispute.Confirmation;
import org.petitiondesk.dispute.Dispute.FollowUp;
import org.petitiondesk.dispute.DisputeConfirmation;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeWorkflow.Signing;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
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

/** The items of an agreement: writing, signing, performance, the court, the visit. */
@Controller
class AgreementController {

  private final AgreementService service;
  private final DisputePages pages;
  private final Clock clock;

  AgreementController(AgreementService service, DisputePages pages, Clock clock) {
    this.service = service;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/disputes/{id}/agreement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askWrite(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return writePage(id, item, actor).addObject("form", WriteAgreementForm.empty(item));
  }

  @PostMapping("/disputes/{id}/agreement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView write(@PathVariable CaseId id, @Valid @ModelAttribute("form") WriteAgreementForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = writePage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.write(id, form.item(), form.form(), form.facts(), form.responsibility(),
        form.toParts(), actor))) {
      return DisputePages.done(id, redirect, "agreement");
    }
    return DisputePages.again(page);
  }

  private ModelAndView writePage(CaseId id, String item, Actor actor) {
    return pages.item("agreement", id, item, DisputeMediation.USER_WRITE, actor)
        .addObject("forms", AgreementForm.values())
        .addObject("most", AgreementService.MOST_PARTS);
  }

  @GetMapping("/disputes/{id}/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askSign(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return signPage(id, item, actor).addObject("form", SignAgreementForm.empty(item));
  }

  @PostMapping("/disputes/{id}/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView sign(@PathVariable CaseId id, @Valid @ModelAttribute("form") SignAgreementForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = signPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.finishSigning(id, form.item(), form.result(), form.days(), form.words(),
        Upload.of(form.scans()), actor))) {
      return DisputePages.done(id, redirect, "signature");
    }
    return DisputePages.again(page);
  }

  private ModelAndView signPage(CaseId id, String item, Actor actor) {
    return pages.item("signature", id, item, DisputeMediation.USER_SIGN, actor)
        .addObject("results", Signing.values());
  }

  @GetMapping("/disputes/{id}/performance")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askBreach(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return breachPage(id, item, actor).addObject("form", DeclareBreachForm.empty(item));
  }

  @PostMapping("/disputes/{id}/performance")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView breach(@PathVariable CaseId id, @Valid @ModelAttribute("form") DeclareBreachForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = breachPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.breach(id, form.item(), form.words(), actor))) {
      return DisputePages.done(id, redirect, "performance");
    }
    return DisputePages.again(page);
  }

  private ModelAndView breachPage(CaseId id, String item, Actor actor) {
    return pages.item("performance", id, item, DisputeMediation.USER_WATCH, actor);
  }

  @GetMapping("/disputes/{id}/confirmation")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askConfirm(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return confirmPage(id, item, actor).addObject("form", RecordConfirmationForm.empty(item, Dates.today(clock)));
  }

  @PostMapping("/disputes/{id}/confirmation")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView confirm(@PathVariable CaseId id, @Valid @ModelAttribute("form") RecordConfirmationForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = confirmPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.recordConfirmation(id, form.item(), form.kind(), form.number(),
        form.on(), Upload.of(form.files()), actor))) {
      return DisputePages.done(id, redirect, "confirmation");
    }
    return DisputePages.again(page);
  }

  private ModelAndView confirmPage(CaseId id, String item, Actor actor) {
    return pages.item("confirmation", id, item, DisputeConfirmation.USER_RECORD, actor)
        .addObject("kinds", Confirmation.Kind.values());
  }

  @GetMapping("/disputes/{id}/follow-up")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askFollowUp(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return followUpPage(id, item, actor).addObject("form", FollowUpForm.empty(item, Dates.today(clock)));
  }

  @PostMapping("/disputes/{id}/follow-up")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView followUp(@PathVariable CaseId id, @Valid @ModelAttribute("form") FollowUpForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = followUpPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> followUp(id, form, actor))) {
      return DisputePages.done(id, redirect, "follow-up");
    }
    return DisputePages.again(page);
  }

  private ModelAndView followUpPage(CaseId id, String item, Actor actor) {
    return pages.item("follow-up", id, item, DisputeMediation.USER_FOLLOW_UP, actor)
        .addObject("ways", FollowUp.Way.values());
  }

  private void followUp(CaseId id, FollowUpForm form, Actor actor) {
    if (form.holds() == null) {
      throw Refused.at("holds", "dispute.refused.holds");
    }
    service.followUp(id, form.item(), new FollowUp(form.on(), form.way(), form.holds(), form.words(), actor.id()),
        actor);
  }
}
