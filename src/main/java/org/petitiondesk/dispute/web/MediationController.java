package org.petitiondesk.dispute.web;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.dispute.Committees;
import org.petitiondesk.dispute.Dispute.Mediator;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.dispute.DisputeDanger;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
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

/** The items of a mediation: consent, mediator, sessions, danger. */
@Controller
class MediationController {

  private final MediationService service;
  private final DisputePages pages;
  private final Committees committees;

  MediationController(MediationService service, DisputePages pages, Committees committees) {
    this.service = service;
    this.pages = pages;
    this.committees = committees;
  }

  @GetMapping("/disputes/{id}/consent")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askRecordConsent(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return recordConsentPage(id, item, actor).addObject("form", RecordConsentForm.empty(item));
  }

  @PostMapping("/disputes/{id}/consent")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView recordConsent(@PathVariable CaseId id, @Valid @ModelAttribute("form") RecordConsentForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = recordConsentPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.recordConsent(id, form.item(), said(form), form.words(), actor))) {
      return DisputePages.done(id, redirect, "consent");
    }
    return DisputePages.again(page);
  }

  private ModelAndView recordConsentPage(CaseId id, String item, Actor actor) {
    return pages.item("consent", id, item, DisputeMediation.USER_CONSENT, actor);
  }

  @GetMapping("/disputes/{id}/mediator")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askAppoint(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return appointPage(id, item, actor).addObject("form", AppointMediatorForm.empty(item));
  }

  @PostMapping("/disputes/{id}/mediator")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView appoint(@PathVariable CaseId id, @Valid @ModelAttribute("form") AppointMediatorForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = appointPage(id, form.item(), actor);
    if (Forms.carriedOut(errors,
        () -> service.appoint(id, form.item(), form.account(), form.how(), form.reason(), form.unrelated(), actor))) {
      return DisputePages.done(id, redirect, "mediator");
    }
    return DisputePages.again(page);
  }

  private ModelAndView appointPage(CaseId id, String item, Actor actor) {
    return pages.item("mediator", id, item, DisputeMediation.USER_ASSIGN, actor)
        .addObject("hows", List.of(Mediator.How.CHOSEN, Mediator.How.ASSIGNED))
        .addObject("members", committees.members(service.get(id, actor)));
  }

  @GetMapping("/disputes/{id}/arrangement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askArrange(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return arrangePage(id, item, actor).addObject("form", ArrangeSessionForm.empty(item));
  }

  @PostMapping("/disputes/{id}/arrangement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView arrange(@PathVariable CaseId id, @Valid @ModelAttribute("form") ArrangeSessionForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = arrangePage(id, form.item(), actor);
    if (Forms.carriedOut(errors,
        () -> arrange(id, form, actor))) {
      return DisputePages.done(id, redirect, "arrangement");
    }
    return DisputePages.again(page);
  }

  private ModelAndView arrangePage(CaseId id, String item, Actor actor) {
    return pages.item("arrangement", id, item, DisputeMediation.USER_ARRANGE, actor);
  }

  @GetMapping("/disputes/{id}/session")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askHold(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return holdPage(id, item, actor).addObject("form", HoldSessionForm.empty(item));
  }

  @PostMapping("/disputes/{id}/session")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView hold(@PathVariable CaseId id, @Valid @ModelAttribute("form") HoldSessionForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = holdPage(id, form.item(), actor);
    if (Forms.carriedOut(errors,
        () -> service.hold(id, form.item(), form.came(), form.record(), form.rightsTold(), form.readAndSigned(),
            form.result(), Upload.of(form.files()), actor))) {
      return DisputePages.done(id, redirect, "session");
    }
    return DisputePages.again(page);
  }

  private ModelAndView holdPage(CaseId id, String item, Actor actor) {
    return pages.item("session", id, item, DisputeMediation.USER_HOLD, actor)
        .addObject("results", Session.Result.values());
  }

  @GetMapping("/disputes/{id}/danger")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askAnswerDanger(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return answerDangerPage(id, item, actor).addObject("form", AnswerDangerForm.empty(item));
  }

  @PostMapping("/disputes/{id}/danger")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView answerDanger(@PathVariable CaseId id, @Valid @ModelAttribute("form") AnswerDangerForm form,
      BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var page = answerDangerPage(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.answerDanger(id, form.item(), form.measures(), actor))) {
      return DisputePages.done(id, redirect, "danger");
    }
    return DisputePages.again(page);
  }

  private ModelAndView answerDangerPage(CaseId id, String item, Actor actor) {
    return pages.item("danger", id, item, DisputeDanger.USER_ANSWER, actor);
  }

  @GetMapping("/disputes/{id}/other-side")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askOther(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return pages.item("other-side", id, item, DisputeMediation.USER_NAME, actor).addObject("form",
        NameOtherForm.empty(item));
  }

  @PostMapping("/disputes/{id}/other-side")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView nameOther(@PathVariable CaseId id, @Valid @ModelAttribute("form") NameOtherForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var page = pages.item("other-side", id, form.item(), DisputeMediation.USER_NAME, actor);
    if (Forms.carriedOut(errors, () -> service.nameOther(id, form.item(), form.toParty(), actor))) {
      return DisputePages.done(id, redirect, "recorded");
    }
    return DisputePages.again(page);
  }

  private void arrange(CaseId id, ArrangeSessionForm form, Actor actor) {
    if (form.givenUp()) {
      service.giveUp(id, form.item(), form.words(), actor);
    } else {
      service.arrange(id, form.item(), form.startsAt(), form.place(), form.link(), form.open(), actor);
    }
  }

  private static Map<Side, Boolean> said(RecordConsentForm form) {
    var said = new EnumMap<Side, Boolean>(Side.class);
    said.put(Side.APPLICANT, form.applicant());
    said.put(Side.OTHER, form.other());
    said.values().removeIf(nothing -> nothing == null);
    return said;
  }
}
