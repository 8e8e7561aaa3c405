package org.petitiondesk.dispute.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.dispute.AgreementForm;
import org.petitiondesk.dispute.DisputeFile;
import org.petitiondesk.dispute.DisputeKind;
import org.petitiondesk.dispute.DisputeRegister;
import org.petitiondesk.dispute.DisputeState;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.web.Forms;
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

/** The register of disputes, its figures, the counter of the committee, and the page of one dispute. */
@Controller
class DisputeController {

  private final DisputeRegister register;
  private final MediationService mediation;
  private final DisputeFile file;
  private final DisputePages pages;
  private final Clock clock;

  DisputeController(DisputeRegister register, MediationService mediation, DisputeFile file, DisputePages pages,
      Clock clock) {
    this.register = register;
    this.mediation = mediation;
    this.file = file;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/disputes")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@ModelAttribute("filter") DisputeFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = register.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("dispute/disputes").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("states", DisputeState.values())
        .addObject("kinds", DisputeKind.values()).addObject("forms", AgreementForm.values());
  }

  /** Of this year, unless somebody asks for another period. */
  @GetMapping("/disputes/figures")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER', 'MEDIATOR')")
  ModelAndView figures(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
      Actor actor) {
    var today = Dates.today(clock);
    var begin = DisputeFilter.day(from).orElse(LocalDate.of(today.getYear(), 1, 1));
    var end = DisputeFilter.day(to).filter(day -> !day.isBefore(begin)).orElse(today);
    return new ModelAndView("dispute/figures").addObject("from", begin).addObject("to", end).addObject("figures",
        register.figures(begin, end, actor));
  }

  @GetMapping("/disputes/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER', 'MEDIATOR')")
  ModelAndView ask() {
    return counter().addObject("form", OpenDisputeForm.empty(Dates.today(clock)));
  }

  @PostMapping("/disputes/new")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER', 'MEDIATOR')")
  ModelAndView open(@Valid @ModelAttribute("form") OpenDisputeForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    var opened = new CaseId[1];
    if (Forms.carriedOut(errors, () -> opened[0] = mediation.open(form.toCommand(), actor).id())) {
      Forms.done(redirect, "dispute.done.opened");
      return SeeOther.to("/disputes/" + opened[0]);
    }
    var again = counter();
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @GetMapping("/disputes/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable CaseId id, Actor actor) {
    return pages.show(id, DisputeActForm.empty(Dates.today(clock)), actor);
  }

  /** The whole file, to be printed. */
  @GetMapping("/disputes/{id}/papers")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView papers(@PathVariable CaseId id, Actor actor) {
    return new ModelAndView("dispute/papers").addObject("sheets", file.read(id, actor)).addObject("id", id);
  }

  private static ModelAndView counter() {
    return new ModelAndView("dispute/new").addObject("sources", OpenDisputeForm.SOURCES).addObject("kinds",
        DisputeKind.values());
  }
}
