package org.petitiondesk.calendar.web;

import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockCorrections;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LedgerLine;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why this date: the days of one clock, and how a wrong entry of its ledger is put right. */
@Controller
class ClockController {

  private static final String WHY = "/cases/{caseId}/clocks/{clockId}";
  private static final String CORRECT = WHY + "/entries/{entry}/correction";
  private static final String MAY_PROPOSE = "hasAnyRole('OFFICER', 'HANDLER', 'LEADER')";

  private final Clocks clocks;
  private final ClockCorrections corrections;
  private final CaseSight sight;

  ClockController(Clocks clocks, ClockCorrections corrections, CaseSight sight) {
    this.clocks = clocks;
    this.corrections = corrections;
    this.sight = sight;
  }

  @GetMapping(WHY)
  @PreAuthorize("isAuthenticated()")
  ModelAndView why(@PathVariable UUID caseId, @PathVariable UUID clockId, Actor actor) {
    return page(new CaseId(caseId), new ClockId(clockId), actor).addObject("form", DecideCorrectionForm.empty());
  }

  @GetMapping(CORRECT)
  @PreAuthorize(MAY_PROPOSE)
  ModelAndView ask(@PathVariable UUID caseId, @PathVariable UUID clockId, @PathVariable int entry, Actor actor) {
    var page = correcting(new CaseId(caseId), new ClockId(clockId), entry, actor);
    return page.addObject("form", CorrectEntryForm.of(((LedgerLine) page.getModel().get("line")).entry()));
  }

  @PostMapping(CORRECT)
  @PreAuthorize(MAY_PROPOSE)
  ModelAndView propose(@PathVariable UUID caseId, @PathVariable UUID clockId, @PathVariable int entry,
      @ModelAttribute("form") CorrectEntryForm form, BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var id = new CaseId(caseId);
    var clock = new ClockId(clockId);
    if (Forms.carriedOut(errors, () -> corrections.propose(id, clock, form.toCommand(entry), actor))) {
      Forms.done(redirect, "calendar.correct.proposed");
      return back(id, clock);
    }
    var again = correcting(id, clock, entry, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @PostMapping(WHY + "/corrections/{id}/approval")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView approve(@PathVariable UUID caseId, @PathVariable UUID clockId, @PathVariable UUID id,
      @ModelAttribute("form") DecideCorrectionForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    return decided(new CaseId(caseId), new ClockId(clockId), errors, actor, redirect, "calendar.correct.approved",
        () -> corrections.approve(new CaseId(caseId), id, form.words(), actor));
  }

  @PostMapping(WHY + "/corrections/{id}/refusal")
  @PreAuthorize(MAY_PROPOSE)
  ModelAndView refuse(@PathVariable UUID caseId, @PathVariable UUID clockId, @PathVariable UUID id,
      @ModelAttribute("form") DecideCorrectionForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    return decided(new CaseId(caseId), new ClockId(clockId), errors, actor, redirect, "calendar.correct.refused",
        () -> corrections.refuse(new CaseId(caseId), id, form.words(), actor));
  }

  private ModelAndView decided(CaseId caseId, ClockId clockId, BindingResult errors, Actor actor,
      RedirectAttributes redirect, String done, Runnable act) {
    if (Forms.carriedOut(errors, act)) {
      Forms.done(redirect, done);
      return back(caseId, clockId);
    }
    var again = page(caseId, clockId, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView page(CaseId caseId, ClockId clockId, Actor actor) {
    sight.look(caseId, actor);
    var story = clocks.story(caseId, clockId);
    var proposed = corrections.of(caseId, clockId, actor);
    var waiting = proposed.stream().filter(one -> one.waits()).findFirst();
    return new ModelAndView("calendar/why").addObject("caseId", caseId).addObject("clock", story.clock())
        .addObject("story", story).addObject("ledger", story.ledger()).addObject("sum", Sum.of(story))
        .addObject("months", Month.of(story.explanation())).addObject("marks", Mark.values())
        .addObject("days", story.explanation().days()).addObject("corrections", proposed)
        .addObject("waiting", waiting)
        .addObject("then", waiting.flatMap(one -> {
          try {
            return Optional.of(corrections.rehearse(one));
          } catch (Refused impossible) {
            return Optional.empty();
          }
        }))
        .addObject("mayCorrect", waiting.isEmpty() && mayPropose(actor))
        .addObject("mayApprove", actor.has(Role.LEADER)
            && waiting.filter(one -> !corrections.isOwn(one, actor)).isPresent())
        .addObject("mayRefuse", actor.has(Role.LEADER)
            || waiting.filter(one -> one.proposedBy().equals(actor.id())).isPresent());
  }

  private ModelAndView correcting(CaseId caseId, ClockId clockId, int entry, Actor actor) {
    sight.look(caseId, actor);
    var story = clocks.story(caseId, clockId);
    var line = story.ledger().stream().filter(one -> one.seq() == entry && one.entry().isCorrectable()).findFirst()
        .orElseThrow(() -> new NotFound("calendar.notfound.entry", entry));
    return new ModelAndView("calendar/correct").addObject("caseId", caseId).addObject("clock", story.clock())
        .addObject("line", line);
  }

  private static boolean mayPropose(Actor actor) {
    return actor.has(Role.OFFICER) || actor.has(Role.HANDLER) || actor.has(Role.LEADER);
  }

  private static ModelAndView back(CaseId caseId, ClockId clockId) {
    return SeeOther.to("/cases/" + caseId + "/clocks/" + clockId);
  }
}
