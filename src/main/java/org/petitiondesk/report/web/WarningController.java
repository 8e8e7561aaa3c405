package org.petitiondesk.report.web;

import jakarta.validation.Valid;
import java.util.Optional;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.report.DailyFigures;
import org.petitiondesk.report.Warning;
import org.petitiondesk.report.WarningAction;
import org.petitiondesk.report.WarningId;
import org.petitiondesk.report.WarningKind;
import org.petitiondesk.report.WarningRegister;
import org.petitiondesk.report.WarningService;
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

/** Early warnings: the list, one of them with its reasons, and what is done about it. */
@Controller
class WarningController {

  private static final String ANSWER = "report/answer-warning";
  private static final String INSTRUCTION = "report/instruction";

  private final WarningRegister register;
  private final WarningService service;
  private final DailyFigures figures;
  private final Processes processes;

  WarningController(WarningRegister register, WarningService service, DailyFigures figures, Processes processes) {
    this.register = register;
    this.service = service;
    this.figures = figures;
    this.processes = processes;
  }

  @GetMapping("/warnings")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView list(@ModelAttribute("filter") WarningFilter filter, Actor actor) {
    return new ModelAndView("report/warnings").addObject("warnings", register.find(filter.toQuery(), actor))
        .addObject("kinds", WarningKind.values()).addObject("firstDay", figures.firstDay().orElse(null));
  }

  @GetMapping("/warnings/{id}")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView show(@PathVariable WarningId id, Actor actor) {
    return page(register.get(id, actor), actor).addObject("form", ChangeLevelForm.empty());
  }

  /** Somebody knows more than the figures. */
  @PostMapping("/warnings/{id}/level")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView changeLevel(@PathVariable WarningId id, @Valid @ModelAttribute("form") ChangeLevelForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var warning = register.get(id, actor);
    if (Forms.carriedOut(errors, () -> service.changeLevel(id, form.level(), form.reason().strip(), actor))) {
      return done(id, redirect, "report.done.level");
    }
    return again(page(warning, actor));
  }

  @GetMapping("/warnings/{id}/answer")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askAnswer(@PathVariable WarningId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return facts(ANSWER, item(id, item, actor), actor).addObject("form", AnswerWarningForm.empty(item));
  }

  @PostMapping("/warnings/{id}/answer")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView answer(@PathVariable WarningId id, @Valid @ModelAttribute("form") AnswerWarningForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var warning = item(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.answer(form.toCommand(), actor))) {
      return done(id, redirect, "report.done.answered." + form.action());
    }
    return again(facts(ANSWER, warning, actor));
  }

  /** The unit that was instructed says what it has done. */
  @GetMapping("/warnings/{id}/instruction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askReport(@PathVariable WarningId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return facts(INSTRUCTION, item(id, item, actor), actor).addObject("form", new CarryOutForm(item, ""));
  }

  @PostMapping("/warnings/{id}/instruction")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView report(@PathVariable WarningId id, @Valid @ModelAttribute("form") CarryOutForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var warning = item(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> service.carryOut(form.item(), form.words().strip(), actor))) {
      return done(id, redirect, "report.done.carried-out");
    }
    return again(facts(INSTRUCTION, warning, actor));
  }

  /** Refuses an item that is not open, not theirs, or another one's. */
  private Warning item(WarningId id, String item, Actor actor) {
    var warning = service.forItem(item, actor);
    if (!warning.id().equals(id)) {
      throw new NotFound("report.not-found.item");
    }
    return warning;
  }

  private ModelAndView page(Warning warning, Actor actor) {
    return facts("report/warning", warning, actor).addObject("levels", register.levels(warning.id()))
        .addObject("given", register.given(warning.id())).addObject("turn", turn(warning, actor).orElse(null));
  }

  private ModelAndView facts(String view, Warning warning, Actor actor) {
    return new ModelAndView(view).addObject("warning", warning).addObject("cases", register.cases(warning.id(), actor))
        .addObject("chart", warning.history().isKnown() ? HistoryChart.of(warning.history()) : null)
        .addObject("excluded", warning.subject().kind() == WarningKind.UNSATISFIED
            ? Optional.of(figures.excluded(warning.subject().unit(), warning.lastOn()))
            : Optional.empty())
        .addObject("actions", WarningAction.values());
  }

  /** The item with which the reader could answer it. */
  private Optional<String> turn(Warning warning, Actor actor) {
    return processes.openTasks(warning.id().chain()).stream().filter(task -> processes.isFor(task, actor))
        .map(OpenTask::id)
        .findFirst();
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView done(WarningId id, RedirectAttributes redirect, String key) {
    Forms.done(redirect, key);
    return SeeOther.to("/warnings/" + id);
  }
}
