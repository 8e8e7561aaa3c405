package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.OrdersAnew;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.ReplyService;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The handling opinion: written by the officer, decided by the leader, sent another way when it came back. */
@Controller
class ReplyController {

  private static final String REPLY = "petition/reply";
  private static final String APPROVAL = "petition/approval";
  private static final String DELIVERY = "petition/delivery";

  private final PetitionPages pages;
  private final ReplyService replies;
  private final PetitionHistory history;
  private final OrdersAnew orders;

  ReplyController(PetitionPages pages, ReplyService replies, PetitionHistory history, OrdersAnew orders) {
    this.pages = pages;
    this.replies = replies;
    this.history = history;
    this.orders = orders;
  }

  @GetMapping("/petitions/{id}/reply")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    var page = pages.item(id, item, PetitionReply.USER_DRAFT_REPLY, actor);
    return withEarlier(page.show(REPLY), id).addObject("form", DraftReplyForm.prepared(item, page.points(),
        history.lastReply(id), replies.usualRemedy(id), replies.methods(id).get(0)));
  }

  @PostMapping("/petitions/{id}/reply")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView draft(@PathVariable CaseId id, @Valid @ModelAttribute("form") DraftReplyForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> replies.draft(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.drafted");
    }
    return withEarlier(pages.item(id, form.item(), PetitionReply.USER_DRAFT_REPLY, actor).again(REPLY), id);
  }

  /** A panel of the form, or a page of its own where there is no script. */
  @PostMapping("/petitions/{id}/reply/preview")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView preview(@PathVariable CaseId id, @Valid @ModelAttribute("form") DraftReplyForm form,
      BindingResult errors, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean panel, Actor actor) {
    return pages.preview(id, actor, errors, panel, () -> replies.preview(form.toCommand(id), actor));
  }

  @GetMapping("/petitions/{id}/approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askLeader(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withDraft(pages.item(id, item, PetitionReply.USER_APPROVE_REPLY, actor).show(APPROVAL), id)
        .addObject("form", DecideReplyForm.empty(item));
  }

  @PostMapping("/petitions/{id}/approval")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideReplyForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> replies.decide(id, form.item(), form.approved(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect, form.approved() ? "petition.done.approved" : "petition.done.returned");
    }
    return withDraft(pages.item(id, form.item(), PetitionReply.USER_APPROVE_REPLY, actor).again(APPROVAL), id);
  }

  @GetMapping("/petitions/{id}/delivery")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askDelivery(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return withMethods(pages.item(id, item, PetitionReply.USER_CHANGE_DELIVERY, actor).show(DELIVERY), id)
        .addObject("form", ChangeDeliveryForm.empty(item));
  }

  @PostMapping("/petitions/{id}/delivery")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView changeDelivery(@PathVariable CaseId id, @Valid @ModelAttribute("form") ChangeDeliveryForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> replies.changeDelivery(id, form.item(), form.method(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.delivery-changed");
    }
    return withMethods(pages.item(id, form.item(), PetitionReply.USER_CHANGE_DELIVERY, actor).again(DELIVERY), id);
  }

  private ModelAndView withEarlier(ModelAndView view, CaseId id) {
    return withMethods(view, id).addObject("approvals", history.approvals(id)).addObject("order", orders.of(id))
        .addObject("outcomes",
            Outcome.values());
  }

  private ModelAndView withDraft(ModelAndView view, CaseId id) {
    var draft = history.lastReply(id).orElseThrow();
    return view.addObject("draft", draft).addObject("sheet", Sheet.of(replies.preview(id, draft)))
        .addObject("approvals", history.approvals(id));
  }

  private ModelAndView withMethods(ModelAndView view, CaseId id) {
    return view.addObject("methods", replies.methods(id));
  }
}
