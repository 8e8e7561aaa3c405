package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Cause;
import org.petitiondesk.accountability.Finding;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewPapers;
import org.petitiondesk.accountability.ReviewService;
import org.petitiondesk.accountability.ReviewStep;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.accountability.TrackStandings;
import org.petitiondesk.accountability.web.JudgeTrackForm.Verdict;
import org.petitiondesk.accountability.web.SignReviewForm.Decision;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.people.Accounts;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit claims, people concerned speak, the reviewer judges, the chair signs. */
@Controller
class ReviewFormsController {

  private static final String CAUSE = "accountability/cause";
  private static final String RESPONSIBILITY = "accountability/responsibility";
  private static final String CLAIM = "accountability/claim";
  private static final String STATEMENT = "accountability/statement";
  private static final String VERDICT = "accountability/verdict";
  private static final String SIGNATURE = "accountability/signature";

  private final ReviewService service;
  private final ReviewPapers papers;
  private final TrackStandings standings;
  private final CaseFiles cases;
  private final Accounts accounts;

  ReviewFormsController(ReviewService service, ReviewPapers papers, TrackStandings standings, CaseFiles cases,
      Accounts accounts) {
    this.service = service;
    this.papers = papers;
    this.standings = standings;
    this.cases = cases;
    this.accounts = accounts;
  }

  @GetMapping("/reviews/{id}/{track}/claim")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askClaim(@PathVariable ReviewId id, @PathVariable Track track,
      @RequestParam(defaultValue = "") String item, Actor actor) {
    var review = item(id, item, AccountabilityReview.USER_CLAIM, actor);
    return switch (track) {
      case CAUSE -> cause(review, actor).addObject("form", papers.cause(review, actor).stream()
          .reduce((earlier, later) -> later)
          .map(last -> ClaimCauseForm.of(item, last.statements(), last.causes()))
          .orElseGet(() -> ClaimCauseForm.empty(item)));
      case RESPONSIBILITY -> responsibility(review, actor).addObject("form", ClaimResponsibilityForm.empty(item))
          .addObject("hearing", new AskHearingForm(item, List.of()));
      default -> track(CLAIM, review, track, actor).addObject("form", WriteForm.empty(item));
    };
  }

  @PostMapping("/reviews/{id}/{track}/claim")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView claim(@PathVariable ReviewId id, @PathVariable Track track, @ModelAttribute("form") WriteForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_CLAIM, actor);
    return Forms.carriedOut(errors, () -> service.claim(form.item(), form.words(), Upload.of(files), actor))
        ? done(id, redirect, "accountability.done.claimed")
        : again(track(CLAIM, review, track, actor), Upload.of(files));
  }

  @PostMapping("/reviews/{id}/CAUSE/claim")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView claimCause(@PathVariable ReviewId id, @ModelAttribute("form") ClaimCauseForm form,
      BindingResult errors, MultipartHttpServletRequest request, Actor actor, RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_CLAIM, actor);
    var evidence = evidence(request, form.rows().size());
    return Forms.carriedOut(errors, () -> service.claimCause(form.item(), form.toCommand(evidence), actor))
        ? done(id, redirect, "accountability.done.claimed")
        : again(cause(review, actor), evidence.values().stream().flatMap(List::stream).toList());
  }

  @PostMapping("/reviews/{id}/RESPONSIBILITY/claim")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView claimResponsibility(@PathVariable ReviewId id, @ModelAttribute("form") ClaimResponsibilityForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_CLAIM, actor);
    return Forms.carriedOut(errors, () -> service.claimResponsibility(form.item(), form.toFindings(accounts::name),
        form.nobody(), Upload.of(files), actor))
            ? done(id, redirect, "accountability.done.claimed")
            : again(responsibility(review, actor).addObject("hearing", new AskHearingForm(form.item(), List.of())),
                Upload.of(files));
  }

  /** People are asked for their own statement before anything is decided about them. */
  @PostMapping("/reviews/{id}/hearing")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView hear(@PathVariable ReviewId id, @ModelAttribute("hearing") AskHearingForm hearing,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var review = item(id, hearing.item(), AccountabilityReview.USER_CLAIM, actor);
    return Forms.carriedOut(errors, () -> service.hear(hearing.item(), hearing.persons(), actor))
        ? done(id, redirect, "accountability.done.hearing")
        : again(responsibility(review, actor).addObject("form", ClaimResponsibilityForm.empty(hearing.item())),
            List.of());
  }

  @GetMapping("/reviews/{id}/statement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askStatement(@PathVariable ReviewId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return statement(item(id, item, AccountabilityReview.USER_STATE, actor), actor).addObject("form",
        WriteForm.empty(item));
  }

  @PostMapping("/reviews/{id}/statement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView state(@PathVariable ReviewId id, @ModelAttribute("form") WriteForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_STATE, actor);
    return Forms.carriedOut(errors, () -> service.state(form.item(), form.words(), actor))
        ? done(id, redirect, "accountability.done.stated")
        : again(statement(review, actor), List.of());
  }

  @GetMapping("/reviews/{id}/{track}/verdict")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askVerdict(@PathVariable ReviewId id, @PathVariable Track track,
      @RequestParam(defaultValue = "") String item, Actor actor) {
    return track(VERDICT, item(id, item, AccountabilityReview.USER_JUDGE, actor), track, actor).addObject("form",
        JudgeTrackForm.empty(item, service.proposedDay()));
  }

  @PostMapping("/reviews/{id}/{track}/verdict")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView judge(@PathVariable ReviewId id, @PathVariable Track track,
      @Valid @ModelAttribute("form") JudgeTrackForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_JUDGE, actor);
    return Forms.carriedOut(errors, () -> judge(form, actor))
        ? done(id, redirect,
            form.verdict() == Verdict.PASS ? "accountability.done.passed" : "accountability.done.sent-back")
        : again(track(VERDICT, review, track, actor), List.of());
  }

  @GetMapping("/reviews/{id}/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askSignature(@PathVariable ReviewId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return signature(item(id, item, AccountabilityReview.USER_SIGN, actor), actor).addObject("form",
        SignReviewForm.empty(item, service.proposedDay()));
  }

  @PostMapping("/reviews/{id}/signature")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView sign(@PathVariable ReviewId id, @Valid @ModelAttribute("form") SignReviewForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var review = item(id, form.item(), AccountabilityReview.USER_SIGN, actor);
    return Forms.carriedOut(errors, () -> sign(form, actor))
        ? done(id, redirect,
            form.decision() == Decision.SIGN ? "accountability.done.signed" : "accountability.done.reopened")
        : again(signature(review, actor), List.of());
  }

  private void judge(JudgeTrackForm form, Actor actor) {
    if (form.verdict() == Verdict.PASS) {
      service.pass(form.item(), form.words(), form.declared(), actor);
    } else {
      service.sendBack(form.item(), form.words(), form.until(), form.declared(), actor);
    }
  }

  private void sign(SignReviewForm form, Actor actor) {
    if (form.decision() == Decision.SIGN) {
      service.sign(form.item(), form.words(), form.declared(), actor);
    } else {
      service.reopen(form.item(), form.track(), form.words(), form.until(), actor);
    }
  }

  private Review item(ReviewId id, String item, String step, Actor actor) {
    var review = service.forItem(item, step, actor);
    if (!review.id().equals(id)) {
      throw new NotFound("accountability.not-found.item");
    }
    return review;
  }

  /** Files by the place of the cause that they show; 0 for those of the whole claim. */
  private static Map<Integer, List<Upload>> evidence(MultipartHttpServletRequest request, int rows) {
    var evidence = new HashMap<Integer, List<Upload>>();
    for (var place = 0; place <= rows; place++) {
      var files = Upload.of(request.getFiles(place == 0 ? "files" : "rows[" + (place - 1) + "].files"));
      if (!files.isEmpty()) {
        evidence.put(place, files);
      }
    }
    return evidence;
  }

  private ModelAndView cause(Review review, Actor actor) {
    return track(CAUSE, review, Track.CAUSE, actor).addObject("kinds", Cause.Kind.values());
  }

  private ModelAndView responsibility(Review review, Actor actor) {
    return track(RESPONSIBILITY, review, Track.RESPONSIBILITY, actor)
        .addObject("concerned", service.concerned(review)).addObject("day", service.statementDay())
        .addObject("shares", Finding.Share.values());
  }

  private ModelAndView signature(Review review, Actor actor) {
    return page(SIGNATURE, review, actor).addObject("decisions", Decision.values()).addObject("tracks", Track.values());
  }

  private ModelAndView statement(Review review, Actor actor) {
    return page(STATEMENT, review, actor);
  }

  private ModelAndView track(String view, Review review, Track track, Actor actor) {
    return page(view, review, actor).addObject("track", track).addObject("verdicts", Verdict.values())
        .addObject("cameBack", cameBack(review, track, actor))
        .addObject("claimed", standings.claimed(review.id(), track))
        .addObject("missing", standings.missing(review.id(), track));
  }

  /** Why the unit has the word again. */
  private Optional<ReviewStep> cameBack(Review review, Track track, Actor actor) {
    return papers.record(review, actor).stream().filter(step -> step.track().equals(Optional.of(track)))
        .filter(step -> step.kind() == ReviewStep.Kind.SENT_BACK || step.kind() == ReviewStep.Kind.REOPENED)
        .reduce((earlier, later) -> later);
  }

  private ModelAndView page(String view, Review review, Actor actor) {
    return new ModelAndView(view).addObject("review", review).addObject("file", cases.get(review.caseId()))
        .addObject("record", papers.record(review, actor)).addObject("causes", papers.cause(review, actor))
        .addObject("responsibility", papers.responsibility(review, actor));
  }

  private static ModelAndView again(ModelAndView page, List<Upload> lost) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page.addObject("filesLost", !lost.isEmpty());
  }

  private static ModelAndView done(ReviewId id, RedirectAttributes redirect, String key) {
    Forms.done(redirect, key);
    return SeeOther.to("/reviews/" + id);
  }
}
