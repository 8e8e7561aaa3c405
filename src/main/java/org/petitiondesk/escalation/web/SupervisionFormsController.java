package org.petitiondesk.escalation.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.Supervision;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.SupervisionService;
import org.petitiondesk.escalation.Supervisions;
import org.petitiondesk.escalation.web.CloseSupervisionForm.Verdict;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit takes the notice and answers; whoever opened it decides; the leader above instructs. */
@Controller
class SupervisionFormsController {

  private static final String FEEDBACK = "escalation/feedback";
  private static final String VERDICT = "escalation/verdict";
  private static final String INSTRUCTION = "escalation/instruction";
  private static final String ENDING = "escalation/ending";

  private final Supervisions supervisions;
  private final SupervisionService service;
  private final CaseFiles cases;
  private final Documents documents;

  SupervisionFormsController(Supervisions supervisions, SupervisionService service, CaseFiles cases,
      Documents documents) {
    this.supervisions = supervisions;
    this.service = service;
    this.cases = cases;
    this.documents = documents;
  }

  @GetMapping("/supervision/{id}/feedback")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askFeedback(@PathVariable SupervisionId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return page(FEEDBACK, item(id, item, EscalationSupervision.USER_ANSWER, actor)).addObject("form",
        AnswerSupervisionForm.empty(item));
  }

  @PostMapping("/supervision/{id}/feedback")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView answer(@PathVariable SupervisionId id, @Valid @ModelAttribute("form") AnswerSupervisionForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    var supervision = item(id, form.item(), EscalationSupervision.USER_ANSWER, actor);
    if (Forms.carriedOut(errors,
        () -> service.answer(form.item(), form.words().strip(), Upload.of(files), actor))) {
      return done(id, redirect, "escalation.done.answered");
    }
    return again(page(FEEDBACK, supervision)).addObject("filesLost", !Upload.of(files).isEmpty());
  }

  @PostMapping("/supervision/{id}/acknowledgement")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView acknowledge(@PathVariable SupervisionId id, @RequestParam(defaultValue = "") String item, Actor actor,
      RedirectAttributes redirect) {
    item(id, item, EscalationSupervision.USER_ANSWER, actor);
    service.acknowledge(item, actor);
    Forms.done(redirect, "escalation.done.acknowledged");
    return SeeOther.to("/supervision/" + id + "/feedback?item=" + item);
  }

  @GetMapping("/supervision/{id}/verdict")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askVerdict(@PathVariable SupervisionId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return verdict(item(id, item, EscalationSupervision.USER_REVIEW, actor)).addObject("form",
        CloseSupervisionForm.empty(item, supervisions.proposedDay(false)));
  }

  @PostMapping("/supervision/{id}/verdict")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable SupervisionId id, @Valid @ModelAttribute("form") CloseSupervisionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var supervision = item(id, form.item(), EscalationSupervision.USER_REVIEW, actor);
    if (Forms.carriedOut(errors, () -> decide(form, actor))) {
      return done(id, redirect,
          form.verdict() == Verdict.SEND_BACK ? "escalation.done.sent-back" : "escalation.done.closed");
    }
    return again(verdict(supervision));
  }

  @GetMapping("/supervision/{id}/instruction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askInstruction(@PathVariable SupervisionId id, @RequestParam(defaultValue = "") String item,
      Actor actor) {
    return page(INSTRUCTION, item(id, item, EscalationSupervision.USER_INSTRUCT, actor)).addObject("form",
        AnswerSupervisionForm.empty(item));
  }

  @PostMapping("/supervision/{id}/instruction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView instruct(@PathVariable SupervisionId id, @Valid @ModelAttribute("form") AnswerSupervisionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var supervision = item(id, form.item(), EscalationSupervision.USER_INSTRUCT, actor);
    if (Forms.carriedOut(errors, () -> service.instruct(form.item(), form.words().strip(), actor))) {
      return done(id, redirect, "escalation.done.instructed");
    }
    return again(page(INSTRUCTION, supervision));
  }

  @GetMapping("/supervision/{id}/ending")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView askEnding(@PathVariable SupervisionId id, Actor actor) {
    var supervision = supervisions.get(id, actor);
    if (!service.mayEnd(supervision, actor)) {
      throw new Forbidden("escalation.forbidden.desk");
    }
    return ending(supervision).addObject("form", CloseSupervisionForm.empty("", null));
  }

  @PostMapping("/supervision/{id}/ending")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView end(@PathVariable SupervisionId id, @Valid @ModelAttribute("form") CloseSupervisionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var supervision = supervisions.get(id, actor);
    if (form.verdict() == Verdict.SEND_BACK) {
      errors.rejectValue("verdict", "escalation.form.verdict");
    }
    if (Forms.carriedOut(errors, () -> service.end(id, form.verdict().result(), form.words().strip(), actor))) {
      return done(id, redirect, "escalation.done.closed");
    }
    return again(ending(supervision));
  }

  private void decide(CloseSupervisionForm form, Actor actor) {
    if (form.verdict() == Verdict.SEND_BACK) {
      service.sendBack(form.item(), form.words().strip(), form.answerOn(), actor);
    } else {
      service.close(form.item(), form.verdict().result(), form.words().strip(), actor);
    }
  }

  /** Refuses a supervision that the actor may not see, and an item that is not open, not theirs, or another one's. */
  private Supervision item(SupervisionId id, String item, String step, Actor actor) {
    var supervision = service.forItem(item, step, actor);
    if (!supervision.id().equals(id)) {
      throw new NotFound("escalation.not-found.item");
    }
    return supervision;
  }

  private ModelAndView verdict(Supervision supervision) {
    return page(VERDICT, supervision).addObject("verdicts", Verdict.values());
  }

  /** There is no answer that could go back. */
  private ModelAndView ending(Supervision supervision) {
    return page(ENDING, supervision).addObject("verdicts", List.of(Verdict.DONE, Verdict.NOT_DONE));
  }

  private ModelAndView page(String view, Supervision supervision) {
    return new ModelAndView(view).addObject("supervision", supervision)
        .addObject("file", cases.get(supervision.caseId())).addObject("light", supervisions.light(supervision))
        .addObject("steps", supervisions.steps(supervision.id()))
        .addObject("documents", documents.of(supervision.caseId()));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView done(SupervisionId id, RedirectAttributes redirect, String key) {
    Forms.done(redirect, key);
    return SeeOther.to("/supervision/" + id);
  }
}
