package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A hearing (听证) at final review: asked for by the reviewer, decided by the leader, written down afterwards. */
@Controller
@RequestMapping("/petitions/{id}/reconsideration")
class HearingController {

  private static final String HEARING = "petition/hearing";
  private static final String APPROVAL = "petition/hearing-approval";
  private static final String RECORD = "petition/hearing-record";

  private final PetitionPages pages;
  private final ReviewChains chains;
  private final ReconsiderationService reconsiderations;
  private final Clock clock;

  HearingController(PetitionPages pages, ReviewChains chains, ReconsiderationService reconsiderations, Clock clock) {
    this.pages = pages;
    this.chains = chains;
    this.reconsiderations = reconsiderations;
    this.clock = clock;
  }

  @GetMapping("/hearing")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askHearing(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return chains.beside(pages.item(id, item, PetitionReconsideration.USER_EXAMINE, actor).show(HEARING), id)
        .addObject("form", CallHearingForm.empty(item));
  }

  @PostMapping("/hearing")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView callHearing(@PathVariable CaseId id, @Valid @ModelAttribute("form") CallHearingForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> reconsiderations.callHearing(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.hearing-asked");
    }
    return chains.beside(pages.item(id, form.item(), PetitionReconsideration.USER_EXAMINE, actor).again(HEARING), id);
  }

  @GetMapping("/hearing-approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askApproval(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withHearing(pages.item(id, item, PetitionReconsideration.USER_APPROVE_HEARING, actor).show(APPROVAL), id)
        .addObject("form", DecideReplyForm.empty(item));
  }

  @PostMapping("/hearing-approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideReplyForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.decideHearing(id, form.item(), form.approved(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect,
          form.approved() ? "petition.done.hearing-approved" : "petition.done.hearing-returned");
    }
    return withHearing(
        pages.item(id, form.item(), PetitionReconsideration.USER_APPROVE_HEARING, actor).again(APPROVAL), id);
  }

  @GetMapping("/hearing-record")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askRecord(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withHearing(pages.item(id, item, PetitionReconsideration.USER_RECORD_HEARING, actor).show(RECORD), id)
        .addObject("form", RecordHearingForm.empty(item, Dates.today(clock)));
  }

  @PostMapping("/hearing-record")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView record(@PathVariable CaseId id, @Valid @ModelAttribute("form") RecordHearingForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.recordHearing(form.toCommand(id, Upload.of(files)), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.hearing-recorded");
    }
    return withHearing(
        pages.item(id, form.item(), PetitionReconsideration.USER_RECORD_HEARING, actor).again(RECORD), id)
        .addObject("filesLost", !Upload.of(files).isEmpty());
  }

  private ModelAndView withHearing(ModelAndView view, CaseId id) {
    var hearings = reconsiderations.hearings(reconsiderations.open(id).orElseThrow().id());
    return chains.beside(view, id).addObject("hearing", hearings.get(hearings.size() - 1));
  }
}
