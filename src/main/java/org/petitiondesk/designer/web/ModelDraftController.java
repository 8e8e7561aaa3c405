package org.petitiondesk.designer.web;

import jakarta.validation.Valid;
import org.petitiondesk.designer.Draft;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.DraftState;
import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.designer.Replays;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.Forms;
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

/** A draft: the page on which it is drawn, and the page on which it is handed in and decided on. */
@Controller
class ModelDraftController {

  private static final String DRAFT = "/designer/drafts/{id}";

  private final DraftService drafts;
  private final ModelCatalog models;
  private final Replays replays;

  ModelDraftController(DraftService drafts, ModelCatalog models, Replays replays) {
    this.drafts = drafts;
    this.models = models;
    this.replays = replays;
  }

  @GetMapping(DRAFT)
  @PreAuthorize(Access.READ)
  ModelAndView draw(@PathVariable DraftId id, Actor actor) {
    var draft = drafts.get(id, actor);
    return new ModelAndView("designer/draw").addObject("draft", draft)
        .addObject("findings", drafts.findings(draft)).addObject("remarks", drafts.remarks(draft))
        .addObject("writable", draft.state() == DraftState.DRAFT && models.isDesigner(actor));
  }

  @GetMapping(DRAFT + "/decision")
  @PreAuthorize(Access.READ)
  ModelAndView show(@PathVariable DraftId id, Actor actor) {
    return page(drafts.get(id, actor), actor);
  }

  @PostMapping(DRAFT + "/submission")
  @PreAuthorize(Access.DRAW)
  ModelAndView submit(@PathVariable DraftId id, @Valid @ModelAttribute("submission") SubmitDraftForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return carriedOut(errors, () -> drafts.submit(id, form.version(), form.note(), actor), id, actor, redirect,
        "designer.done.submitted");
  }

  @PostMapping(DRAFT + "/return")
  @PreAuthorize(Access.READ)
  ModelAndView giveBack(@PathVariable DraftId id, @Valid @ModelAttribute("returning") ReturnDraftForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return carriedOut(errors, () -> drafts.returnToAuthor(id, form.version(), form.reason(), actor), id, actor,
        redirect, "designer.done.returned");
  }

  @PostMapping(DRAFT + "/approval")
  @PreAuthorize(Access.READ)
  ModelAndView approve(@PathVariable DraftId id, @Valid @ModelAttribute("approval") ApproveDraftForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return carriedOut(errors, () -> drafts.approve(id, form.version(), form.moment(), actor), id, actor, redirect,
        form.publishAt() == null ? "designer.done.published" : "designer.done.scheduled");
  }

  /** The author has looked at what was published meanwhile. */
  @PostMapping(DRAFT + "/account")
  @PreAuthorize(Access.DRAW)
  ModelAndView takeAccount(@PathVariable DraftId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    drafts.takeAccount(id, version, actor);
    return done(id, redirect, "designer.done.took-account");
  }

  @PostMapping(DRAFT + "/discard")
  @PreAuthorize(Access.READ)
  ModelAndView discard(@PathVariable DraftId id, @ModelAttribute("discarding") ReturnDraftForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (Forms.carriedOut(errors, () -> drafts.discard(id, form.version(), form.reason(), actor))) {
      Forms.done(redirect, "designer.done.discarded");
      return SeeOther.to("/designer");
    }
    return again(id, errors, actor);
  }

  private ModelAndView carriedOut(BindingResult errors, Runnable act, DraftId id, Actor actor,
      RedirectAttributes redirect, String sentence) {
    if (Forms.carriedOut(errors, act)) {
      return done(id, redirect, sentence);
    }
    return again(id, errors, actor);
  }

  private ModelAndView again(DraftId id, BindingResult errors, Actor actor) {
    var again = page(drafts.get(id, actor), actor);
    again.getModel().remove(errors.getObjectName());
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView page(Draft draft, Actor actor) {
    var replay = replays.lastDone(draft.id(), actor);
    return new ModelAndView("designer/decision").addObject("draft", draft)
        .addObject("findings", drafts.findings(draft)).addObject("remarks", drafts.remarks(draft))
        .addObject("changes", models.changes(draft))
        .addObject("isBase", drafts.isBase(draft)).addObject("meanwhile", models.changesMeanwhile(draft))
        .addObject("draws", models.isDesigner(actor)).addObject("decides", models.mayDecide(draft, actor))
        .addObject("replay", replay).addObject("current", replay.filter(replays::isCurrent).isPresent())
        .addObject("submission", new SubmitDraftForm(draft.version(), draft.note()))
        .addObject("returning", new ReturnDraftForm(draft.version(), ""))
        .addObject("discarding", new ReturnDraftForm(draft.version(), ""))
        .addObject("discards", draft.author().equals(actor.id()) || models.mayDecide(draft, actor))
        .addObject("isAuthor", draft.author().equals(actor.id()))
        .addObject("approval", new ApproveDraftForm(draft.version(), null));
  }

  private static ModelAndView done(DraftId id, RedirectAttributes redirect, String sentence) {
    Forms.done(redirect, sentence);
    return SeeOther.to("/designer/drafts/" + id + "/decision");
  }
}
