package org.petitiondesk.escalation.web;

import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseTimeline;
import org.petitiondesk.casefile.TimelineKind;
import org.petitiondesk.escalation.DecideClock;
import org.petitiondesk.escalation.LeaderDecision;
import org.petitiondesk.escalation.LeaderDecisions;
import org.petitiondesk.escalation.Measure;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.SeeOther;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A leader decides about a clock that runs short: everything on one screen, also of a phone. */
@Controller
class LeaderDecisionController {

  private static final int ACTS = 6;

  private final LeaderDecisions decisions;
  private final CaseTimeline timeline;
  private final Clocks clocks;
  private final MessageSource messages;

  LeaderDecisionController(LeaderDecisions decisions, CaseTimeline timeline, Clocks clocks,
      MessageSource messages) {
    this.decisions = decisions;
    this.timeline = timeline;
    this.clocks = clocks;
    this.messages = messages;
  }

  @GetMapping("/escalation/{id}/decision")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return page(id, item, actor).addObject("form", DecideClockForm.empty(item));
  }

  @PostMapping("/escalation/{id}/decision")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideClockForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (Forms.carriedOut(errors, () -> decisions.decide(form.toCommand(id), actor))) {
      Forms.done(redirect, "escalation.done.decided");
      return SeeOther.to("/decisions");
    }
    var again = page(id, form.item(), actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @GetMapping("/escalation/decisions")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView list(Actor actor) {
    return new ModelAndView("escalation/decisions").addObject("sheets", sheets(actor));
  }

  /** Each for itself, with its own measure and reason; what one of them refuses does not hold up the others. */
  @PostMapping("/escalation/decisions")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView decideSeveral(@RequestParam MultiValueMap<String, String> fields, Actor actor,
      RedirectAttributes redirect) {
    var results = new ArrayList<Result>();
    for (var asked : decisions.waiting(actor)) {
      var item = asked.item().orElse("");
      var measure = fields.getFirst("measure-" + item);
      if (measure != null && !measure.isEmpty()) {
        results.add(decide(asked, item, Measure.valueOf(measure), fields.getFirst("reason-" + item), actor));
      }
    }
    redirect.addFlashAttribute("results", results);
    return SeeOther.to("/escalation/decisions");
  }

  /**
   * Kept in the session until the next page shows it.
   *
   * @param refusal why it was not done, in the reader's language; null when it was
   */
  record Result(String code, String title, String refusal) implements Serializable {}

  private Result decide(LeaderDecision asked, String item, Measure measure, String reason, Actor actor) {
    var sheet = decisions.sheet(asked.caseId(), item, actor);
    try {
      decisions.decide(new DecideClock(asked.caseId(), item, measure, 0, "", reason == null ? "" : reason.strip()),
          actor);
      return new Result(sheet.file().code(), sheet.file().title(), null);
    } catch (DeskException refusal) {
      return new Result(sheet.file().code(), sheet.file().title(), messages.getMessage(refusal.key(),
          refusal.arguments().toArray(), LocaleContextHolder.getLocale()));
    }
  }

  private List<LeaderDecisions.Sheet> sheets(Actor actor) {
    return decisions.waiting(actor).stream().filter(asked -> asked.item().isPresent())
        .flatMap(asked -> sheet(asked, actor)).toList();
  }

  /** A report waits for the whole group, and not everybody of it is named. */
  private Stream<LeaderDecisions.Sheet> sheet(LeaderDecision asked, Actor actor) {
    try {
      return Stream.of(decisions.sheet(asked.caseId(), asked.item().get(), actor));
    } catch (DeskException hidden) {
      return Stream.empty();
    }
  }

  private ModelAndView page(CaseId id, String item, Actor actor) {
    var sheet = decisions.sheet(id, item, actor);
    return new ModelAndView("escalation/decision").addObject("sheet", sheet)
        .addObject("ledger", clocks.story(id, sheet.clock().id()).ledger())
        .addObject("acts", timeline.of(id, TimelineKind.DECISION, false, Optional.empty()).entries().stream()
            .limit(ACTS).toList())
        .addObject("others", decisions.waiting(actor).size() - 1);
  }
}
