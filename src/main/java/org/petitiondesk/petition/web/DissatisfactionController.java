package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.CallBackDecision;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;
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

/** A petitioner who is not satisfied: calling back, and what the unit does when it is sent back. */
@Controller
class DissatisfactionController {

  private static final String CALL_BACK = "petition/dissatisfaction";
  private static final String REDRESS = "petition/redress";

  private final PetitionPages pages;
  private final DissatisfactionService dissatisfaction;

  DissatisfactionController(PetitionPages pages, DissatisfactionService dissatisfaction) {
    this.pages = pages;
    this.dissatisfaction = dissatisfaction;
  }

  @GetMapping("/petitions/{id}/dissatisfaction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return callBack(pages.item(id, item, PetitionDissatisfaction.USER_CALL_BACK, actor).show(CALL_BACK), id)
        .addObject("form", CallBackForm.empty(item));
  }

  @PostMapping("/petitions/{id}/dissatisfaction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView callBack(@PathVariable CaseId id, @Valid @ModelAttribute("form") CallBackForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> dissatisfaction.callBack(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, form.decision() == CallBackDecision.BACK
          ? "petition.done.called-back.back"
          : "petition.done.called-back.answered");
    }
    return callBack(pages.item(id, form.item(), PetitionDissatisfaction.USER_CALL_BACK, actor).again(CALL_BACK), id);
  }

  @GetMapping("/petitions/{id}/redress")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askRedress(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return history(pages.item(id, item, PetitionDissatisfaction.USER_REDRESS, actor).show(REDRESS), id)
        .addObject("form", WriteNoteForm.empty(item));
  }

  @PostMapping("/petitions/{id}/redress")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView redress(@PathVariable CaseId id, @Valid @ModelAttribute("form") WriteNoteForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> dissatisfaction.redress(id, form.item(), form.text(), Upload.of(files), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.redressed");
    }
    return history(pages.item(id, form.item(), PetitionDissatisfaction.USER_REDRESS, actor).again(REDRESS), id)
        .addObject("filesLost", !Upload.of(files).isEmpty());
  }

  private ModelAndView callBack(ModelAndView view, CaseId id) {
    return history(view, id).addObject("solved", Solved.values()).addObject("grades", Satisfaction.values())
        .addObject("decisions", CallBackDecision.values());
  }

  private ModelAndView history(ModelAndView view, CaseId id) {
    return view.addObject("dissatisfaction", dissatisfaction.open(id).orElseThrow());
  }
}
