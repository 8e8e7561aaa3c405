package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.OrdersAnew;
import org.petitiondesk.petition.PetitionHandling;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The investigation, note by note, and what co-handling units have to say to it. */
@Controller
class HandlingController {

  private static final String HANDLING = "petition/handling";
  private static final String CONTRIBUTION = "petition/contribution";

  private final PetitionPages pages;
  private final HandlingService handling;
  private final OrdersAnew orders;

  HandlingController(PetitionPages pages, HandlingService handling, OrdersAnew orders) {
    this.pages = pages;
    this.handling = handling;
    this.orders = orders;
  }

  @GetMapping("/petitions/{id}/handling")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return pages.item(id, item, PetitionHandling.USER_HANDLE, actor).show(HANDLING)
        .addObject("order", orders.of(id)).addObject("form", WriteNoteForm.empty(item));
  }

  @PostMapping("/petitions/{id}/handling")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView handle(@PathVariable CaseId id, @Valid @ModelAttribute("form") WriteNoteForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> files, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> handle(id, form, Upload.of(files), actor))) {
      return form.last()
          ? PetitionPages.done(id, redirect, "petition.done.investigated")
          : PetitionPages.done("/petitions/" + id + "/handling?item=" + form.item(), redirect, "petition.done.noted");
    }
    return pages.item(id, form.item(), PetitionHandling.USER_HANDLE, actor).again(HANDLING)
        .addObject("order", orders.of(id))
        .addObject("filesLost", !Upload.of(files).isEmpty());
  }

  @GetMapping("/petitions/{id}/contribution")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askContribution(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return pages.item(id, item, PetitionHandling.CONTRIBUTIONS, actor).show(CONTRIBUTION).addObject("form",
        WriteNoteForm.empty(item));
  }

  @PostMapping("/petitions/{id}/contribution")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView contribute(@PathVariable CaseId id, @Valid @ModelAttribute("form") WriteNoteForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> handling.contribute(id, form.item(), form.text(), Upload.of(files), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.contributed");
    }
    return pages.item(id, form.item(), PetitionHandling.CONTRIBUTIONS, actor).again(CONTRIBUTION).addObject(
        "filesLost", !Upload.of(files).isEmpty());
  }

  /** Whoever ends the investigation with words still in the form means them as the last note. */
  private void handle(CaseId id, WriteNoteForm form, List<Upload> evidence, Actor actor) {
    if (!form.last()) {
      handling.note(id, form.item(), form.text(), evidence, actor);
    } else if (form.text().isBlank() && evidence.isEmpty()) {
      handling.finish(id, form.item(), actor);
    } else {
      handling.finish(id, form.item(), form.text(), evidence, actor);
    }
  }
}
