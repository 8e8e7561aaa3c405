package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationRights;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.petition.ReplyService;
import org.petitiondesk.petition.ReviewResult;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reconsideration and final review: recorded at the counter, let in, examined, decided, sent another way. */
@Controller
@RequestMapping("/petitions/{id}/reconsideration")
class ReconsiderationController {

  private static final String REQUEST = "petition/reconsideration-request";
  private static final String ADMISSION = "petition/reconsideration-admission";
  private static final String OPINION = "petition/reconsideration-opinion";
  private static final String APPROVAL = "petition/reconsideration-approval";
  private static final String DELIVERY = "petition/delivery";

  private final PetitionPages pages;
  private final ReviewChains chains;
  private final CaseFiles cases;
  private final ReconsiderationService reconsiderations;
  private final ReconsiderationRights rights;
  private final ReplyService replies;
  private final Clock clock;

  ReconsiderationController(PetitionPages pages, ReviewChains chains, CaseFiles cases,
      ReconsiderationService reconsiderations, ReconsiderationRights rights, ReplyService replies, Clock clock) {
    this.pages = pages;
    this.chains = chains;
    this.cases = cases;
    this.reconsiderations = reconsiderations;
    this.rights = rights;
    this.replies = replies;
    this.clock = clock;
  }

  @GetMapping("/request")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView askRequest(@PathVariable CaseId id, Actor actor) {
    return request(office(id, actor), HttpStatus.OK).addObject("form",
        RequestReconsiderationForm.empty(Dates.today(clock)));
  }

  @PostMapping("/request")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView request(@PathVariable CaseId id, @Valid @ModelAttribute("form") RequestReconsiderationForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    var petition = office(id, actor);
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.ask(form.toCommand(id, Upload.of(files)), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.asked");
    }
    return request(petition, HttpStatus.UNPROCESSABLE_ENTITY).addObject("filesLost", !Upload.of(files).isEmpty());
  }

  @GetMapping("/admission")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askAdmission(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return chains.beside(pages.item(id, item, PetitionReconsideration.USER_ADMIT, actor).show(ADMISSION), id)
        .addObject("form", DecideReplyForm.empty(item));
  }

  @PostMapping("/admission")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView admit(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideReplyForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.admit(id, form.item(), form.approved(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect,
          form.approved() ? "petition.done.admitted" : "petition.done.not-admitted");
    }
    return chains.beside(pages.item(id, form.item(), PetitionReconsideration.USER_ADMIT, actor).again(ADMISSION), id);
  }

  @GetMapping("/opinion")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askOpinion(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    var page = pages.item(id, item, PetitionReconsideration.USER_EXAMINE, actor);
    var request = reconsiderations.open(id).orElseThrow();
    return withChoices(page.show(OPINION), id).addObject("form", DraftOpinionForm.prepared(item, page.points(),
        reconsiderations.drafts(request.id()).stream().reduce((earlier, later) -> later), replies.methods(id).get(0)));
  }

  @PostMapping("/opinion")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView draft(@PathVariable CaseId id, @Valid @ModelAttribute("form") DraftOpinionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> reconsiderations.draft(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.opinion-drafted");
    }
    return withChoices(pages.item(id, form.item(), PetitionReconsideration.USER_EXAMINE, actor).again(OPINION), id);
  }

  /** A panel of the form, or a page of its own where there is no script. */
  @PostMapping("/opinion/preview")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView preview(@PathVariable CaseId id, @Valid @ModelAttribute("form") DraftOpinionForm form,
      BindingResult errors, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean panel, Actor actor) {
    return pages.preview(id, actor, errors, panel, () -> reconsiderations.preview(form.toCommand(id), actor));
  }

  @GetMapping("/approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askApproval(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withDraft(pages.item(id, item, PetitionReconsideration.USER_APPROVE, actor).show(APPROVAL), id)
        .addObject("form", DecideReplyForm.empty(item));
  }

  @PostMapping("/approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideReplyForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.decide(id, form.item(), form.approved(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect,
          form.approved() ? "petition.done.opinion-approved" : "petition.done.opinion-returned");
    }
    return withDraft(pages.item(id, form.item(), PetitionReconsideration.USER_APPROVE, actor).again(APPROVAL), id);
  }

  @GetMapping("/delivery")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askDelivery(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withMethods(pages.item(id, item, PetitionReconsideration.USER_CHANGE_DELIVERY, actor).show(DELIVERY), id)
        .addObject("form", ChangeDeliveryForm.empty(item));
  }

  @PostMapping("/delivery")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView changeDelivery(@PathVariable CaseId id, @Valid @ModelAttribute("form") ChangeDeliveryForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> reconsiderations.changeDelivery(id, form.item(), form.method(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.delivery-changed");
    }
    return withMethods(pages.item(id, form.item(), PetitionReconsideration.USER_CHANGE_DELIVERY, actor).again(DELIVERY),
        id);
  }

  /** Officers of the office that registered the case, and its leader, who alone lets a late request in. */
  private CaseFile office(CaseId id, Actor actor) {
    var petition = cases.open(id, actor);
    if (!actor.belongsTo(new Group(Role.OFFICER, petition.registeringUnit()))
        && !actor.belongsTo(new Group(Role.LEADER, petition.registeringUnit()))) {
      throw new Forbidden("petition.forbidden.not-the-office");
    }
    return petition;
  }

  private ModelAndView request(CaseFile petition, HttpStatus status) {
    var right = rights.of(petition.id()).orElseThrow(() -> new Conflict("petition.conflict.nothing-to-ask"));
    return new ModelAndView(REQUEST, status).addObject("petition", petition).addObject("right", right);
  }

  private ModelAndView withChoices(ModelAndView view, CaseId id) {
    var request = reconsiderations.open(id).orElseThrow();
    return chains.beside(view, id).addObject("approvals", reconsiderations.approvals(request.id()))
        .addObject("results", ReviewResult.values()).addObject("outcomes", Outcome.values())
        .addObject("methods", replies.methods(id));
  }

  private ModelAndView withDraft(ModelAndView view, CaseId id) {
    var request = reconsiderations.open(id).orElseThrow();
    var drafts = reconsiderations.drafts(request.id());
    var draft = drafts.get(drafts.size() - 1);
    return chains.beside(view, id).addObject("draft", draft)
        .addObject("sheet", Sheet.of(reconsiderations.preview(id, draft)))
        .addObject("approvals", reconsiderations.approvals(request.id()));
  }

  private ModelAndView withMethods(ModelAndView view, CaseId id) {
    return view.addObject("methods", replies.methods(id)).addObject("action", "/reconsideration/delivery");
  }
}
