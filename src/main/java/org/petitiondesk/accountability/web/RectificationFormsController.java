package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.accountability.AccountabilityRectification;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectificationService;
import org.petitiondesk.accountability.RectificationService.Direction;
import org.petitiondesk.accountability.RectificationService.Subject;
import org.petitiondesk.accountability.Rectifications;
import org.petitiondesk.accountability.web.InspectMeasureForm.Verdict;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The owner reports a measure done; somebody else inspects it; a leader above says how it goes on. */
@Controller
class RectificationFormsController {

  private static final String COMPLETION = "/rectifications/{id}/measures/{measure}/completion";
  private static final String INSPECTION = "/rectifications/{id}/measures/{measure}/inspection";
  private static final String DIRECTION = "/rectifications/{id}/measures/{measure}/direction";

  private final RectificationService service;
  private final Rectifications rectifications;
  private final Documents documents;
  private final Clock clock;

  RectificationFormsController(RectificationService service, Rectifications rectifications, Documents documents,
      Clock clock) {
    this.service = service;
    this.rectifications = rectifications;
    this.documents = documents;
    this.clock = clock;
  }

  @GetMapping(COMPLETION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askCompletion(@PathVariable RectificationId id, @PathVariable int measure,
      @RequestParam(defaultValue = "") String item, Actor actor) {
    return completing(subject(id, measure, item, AccountabilityRectification.USER_CARRY_OUT, actor)).addObject("form",
        CompleteMeasureForm.empty(item));
  }

  @PostMapping(COMPLETION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView complete(@PathVariable RectificationId id, @PathVariable int measure,
      @Valid @ModelAttribute("form") CompleteMeasureForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    var subject = subject(id, measure, form.item(), AccountabilityRectification.USER_CARRY_OUT, actor);
    if (Forms.carriedOut(errors, () -> service.complete(form.item(), form.words().strip(), Upload.of(form.before()),
        Upload.of(form.after()), actor))) {
      return done(id, redirect, "completed");
    }
    return again(completing(subject)).addObject("filesLost",
        !Upload.of(form.before()).isEmpty() || !Upload.of(form.after()).isEmpty());
  }

  @GetMapping(INSPECTION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askInspection(@PathVariable RectificationId id, @PathVariable int measure,
      @RequestParam(defaultValue = "") String item, Actor actor) {
    return inspecting(subject(id, measure, item, AccountabilityRectification.USER_INSPECT, actor)).addObject("form",
        InspectMeasureForm.empty(item, Dates.today(clock)));
  }

  @PostMapping(INSPECTION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView inspect(@PathVariable RectificationId id, @PathVariable int measure,
      @Valid @ModelAttribute("form") InspectMeasureForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> files, Actor actor, RedirectAttributes redirect) {
    var subject = subject(id, measure, form.item(), AccountabilityRectification.USER_INSPECT, actor);
    if (Forms.carriedOut(errors, () -> inspect(form, Upload.of(files), actor))) {
      return done(id, redirect, form.verdict() == Verdict.ACCEPT ? "accepted" : "sent-back");
    }
    return again(inspecting(subject)).addObject("filesLost", !Upload.of(files).isEmpty());
  }

  @GetMapping(DIRECTION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askDirection(@PathVariable RectificationId id, @PathVariable int measure,
      @RequestParam(defaultValue = "") String item, Actor actor) {
    return directing(subject(id, measure, item, AccountabilityRectification.USER_DIRECT, actor)).addObject("form",
        DirectMeasureForm.empty(item));
  }

  @PostMapping(DIRECTION)
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView direct(@PathVariable RectificationId id, @PathVariable int measure,
      @Valid @ModelAttribute("form") DirectMeasureForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    var subject = subject(id, measure, form.item(), AccountabilityRectification.USER_DIRECT, actor);
    if (Forms.carriedOut(errors, () -> service.direct(form.item(), form.direction(), form.words().strip(),
        form.owner(), form.dueOn(), actor))) {
      return done(id, redirect, "directed");
    }
    return again(directing(subject));
  }

  private void inspect(InspectMeasureForm form, List<Upload> files, Actor actor) {
    if (form.verdict() == Verdict.ACCEPT) {
      service.accept(form.item(), form.words().strip(), form.on(), files, actor);
    } else {
      service.sendBack(form.item(), form.words().strip(), form.on(), form.dueOn(), files, actor);
    }
  }

  /** Refuses a case that the actor may not see, and an item that is not open, not theirs, or another one's. */
  private Subject subject(RectificationId id, int measure, String item, String step, Actor actor) {
    var subject = service.forItem(item, step, actor);
    if (!subject.rectification().id().equals(id) || subject.measure().number() != measure) {
      throw new NotFound("accountability.rectification.not-found.item");
    }
    return subject;
  }

  private ModelAndView completing(Subject subject) {
    return page("accountability/rectification-completion", subject);
  }

  private ModelAndView inspecting(Subject subject) {
    return page("accountability/rectification-inspection", subject).addObject("verdicts", Verdict.values());
  }

  private ModelAndView directing(Subject subject) {
    return page("accountability/rectification-direction", subject).addObject("directions", Direction.values())
        .addObject("owners", rectifications.ownersOf(subject.file(), subject.rectification().unit()));
  }

  private ModelAndView page(String view, Subject subject) {
    return new ModelAndView(view).addObject("rectification", subject.rectification())
        .addObject("measure", subject.measure()).addObject("file", subject.file())
        .addObject("documents", documents.of(subject.file().id()));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView done(RectificationId id, RedirectAttributes redirect, String what) {
    Forms.done(redirect, "accountability.rectification.done." + what);
    return SeeOther.to("/rectifications/" + id);
  }
}
