package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewService;
import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.accountability.Track;
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

/** The panel is named, its scope is limited with two signatures, and its members are changed. */
@Controller
class PanelController {

  private static final String PANEL = "accountability/panel";
  private static final String LIMITATION = "accountability/limitation";
  private static final String MEMBER = "accountability/member";

  private final Reviews reviews;
  private final ReviewService service;
  private final CaseFiles cases;

  PanelController(Reviews reviews, ReviewService service, CaseFiles cases) {
    this.reviews = reviews;
    this.service = service;
    this.cases = cases;
  }

  @GetMapping("/reviews/{id}/panel")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askPanel(@PathVariable ReviewId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return panel(item(id, item, AccountabilityReview.USER_NAME_PANEL, actor)).addObject("form",
        NamePanelForm.empty(item, service.proposedDay()));
  }

  @PostMapping("/reviews/{id}/panel")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView namePanel(@PathVariable ReviewId id, @ModelAttribute("form") NamePanelForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_NAME_PANEL, actor);
    return Forms.carriedOut(errors, () -> service.namePanel(form.item(), form.toCommand(), actor))
        ? done(id, redirect, "accountability.done.panel")
        : again(panel(review));
  }

  @GetMapping("/reviews/{id}/limitation")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askLimitation(@PathVariable ReviewId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return limitation(item(id, item, AccountabilityReview.USER_SIGN_LIMITATION, actor)).addObject("form",
        CountersignForm.empty(item));
  }

  @PostMapping("/reviews/{id}/limitation")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView signLimitation(@PathVariable ReviewId id, @Valid @ModelAttribute("form") CountersignForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_SIGN_LIMITATION, actor);
    return Forms.carriedOut(errors, () -> service.signLimitation(form.item(), form.granted(), form.words(), actor))
        ? done(id, redirect, "accountability.done.limitation")
        : again(limitation(review));
  }

  @GetMapping("/reviews/{id}/members")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askMember(@PathVariable ReviewId id, @RequestParam(required = false) Track track, Actor actor) {
    return member(reviews.get(id, actor), actor).addObject("form", new ChangePanelForm(track, "", ""));
  }

  @PostMapping("/reviews/{id}/members")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView changeMember(@PathVariable ReviewId id, @ModelAttribute("form") ChangePanelForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var review = reviews.get(id, actor);
    return Forms.carriedOut(errors, () -> service.replace(id, form.ofTrack(), form.account(), form.reason(), actor))
        ? done(id, redirect, "accountability.done.member")
        : again(member(review, actor));
  }

  @GetMapping("/reviews/{id}/stepping-down")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askStepDown(@PathVariable ReviewId id, Actor actor) {
    return page("accountability/stepping-down", reviews.get(id, actor)).addObject("form", new ReasonForm(""));
  }

  /** A member declares an interest (回避). */
  @PostMapping("/reviews/{id}/stepping-down")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView stepDown(@PathVariable ReviewId id, @ModelAttribute("form") ReasonForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var review = reviews.get(id, actor);
    return Forms.carriedOut(errors, () -> service.stepDown(id, form.reason(), actor))
        ? done(id, redirect, "accountability.done.stepped-down")
        : again(page("accountability/stepping-down", review));
  }

  private Review item(ReviewId id, String item, String step, Actor actor) {
    var review = service.forItem(item, step, actor);
    if (!review.id().equals(id)) {
      throw new NotFound("accountability.not-found.item");
    }
    return review;
  }

  private ModelAndView panel(Review review) {
    return page(PANEL, review).addObject("candidates", service.candidates(review))
        .addObject("tracks", reviews.tracks(review.id())).addObject("required", service.required(review));
  }

  private ModelAndView limitation(Review review) {
    return page(LIMITATION, review).addObject("proposed", service.proposedLimitation(review.id()))
        .addObject("tracks", reviews.tracks(review.id()));
  }

  private ModelAndView member(Review review, Actor actor) {
    if (!service.mayChangePanel(review, actor)) {
      throw new Forbidden("accountability.forbidden.desk");
    }
    return page(MEMBER, review).addObject("candidates", service.candidates(review))
        .addObject("tracks", reviews.tracks(review.id())).addObject("members", reviews.members(review.id()));
  }

  private ModelAndView page(String view, Review review) {
    return new ModelAndView(view).addObject("review", review).addObject("file", cases.get(review.caseId()));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView done(ReviewId id, RedirectAttributes redirect, String key) {
    Forms.done(redirect, key);
    return SeeOther.to("/reviews/" + id);
  }
}
