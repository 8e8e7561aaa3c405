package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the petitioner tells an officer at the counter or on the telephone. */
@Controller
class PetitionerController {

  private static final String SUPPLEMENT = "petition/supplement";

  private final PetitionPages pages;
  private final PetitionerService petitioners;
  private final PetitionHistory history;

  PetitionerController(PetitionPages pages, PetitionerService petitioners, PetitionHistory history) {
    this.pages = pages;
    this.petitioners = petitioners;
    this.history = history;
  }

  @GetMapping("/petitions/{id}/supplement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askSupplement(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withQuestions(pages.item(id, item, PetitionHandling.USER_RECORD_SUPPLEMENT, actor).show(SUPPLEMENT), id)
        .addObject("form", WriteNoteForm.empty(item));
  }

  @PostMapping("/petitions/{id}/supplement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView recordSupplement(@PathVariable CaseId id, @Valid @ModelAttribute("form") WriteNoteForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> petitioners.recordSupplement(id, form.item(), form.text(), Upload.of(files), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.supplemented");
    }
    return withQuestions(
        pages.item(id, form.item(), PetitionHandling.USER_RECORD_SUPPLEMENT, actor).again(SUPPLEMENT), id)
        .addObject("filesLost", !Upload.of(files).isEmpty());
  }

  @GetMapping("/petitions/{id}/rating")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView askRating(@PathVariable CaseId id, Actor actor) {
    return rating(pages.office(id, actor), HttpStatus.OK).addObject("form", RatePetitionForm.empty());
  }

  @PostMapping("/petitions/{id}/rating")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView rate(@PathVariable CaseId id, @Valid @ModelAttribute("form") RatePetitionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var petition = pages.office(id, actor);
    if (pages.carriedOut(id, actor, errors, () -> petitioners.rate(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.rated");
    }
    return rating(petition, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @GetMapping("/petitions/{id}/withdrawal")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView askWithdrawal(@PathVariable CaseId id, Actor actor) {
    return withdrawal(pages.office(id, actor), HttpStatus.OK).addObject("form", WithdrawPetitionForm.empty());
  }

  @PostMapping("/petitions/{id}/withdrawal")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView withdraw(@PathVariable CaseId id, @Valid @ModelAttribute("form") WithdrawPetitionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var petition = pages.office(id, actor);
    if (pages.carriedOut(id, actor, errors, () -> petitioners.withdraw(id, form.reason(), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.withdrawn");
    }
    return withdrawal(petition, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private ModelAndView withQuestions(ModelAndView view, CaseId id) {
    return view.addObject("supplements", history.supplements(id));
  }

  private static ModelAndView rating(CaseFile petition, HttpStatusCode status) {
    return new ModelAndView("petition/rating", status).addObject("petition", petition)
        .addObject("solved", Solved.values()).addObject("grades", Satisfaction.values());
  }

  private static ModelAndView withdrawal(CaseFile petition, HttpStatusCode status) {
    return new ModelAndView("petition/withdrawal", status).addObject("petition", petition);
  }
}
