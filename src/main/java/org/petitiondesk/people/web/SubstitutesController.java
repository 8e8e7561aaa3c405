package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.people.Substitution;
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

/** Who does whose work while somebody is away: one's own, a leader's unit, for administrators everybody's. */
@Controller
class SubstitutesController {

  private final Substitutes substitutes;
  private final Accounts accounts;
  private final Clock clock;

  SubstitutesController(Substitutes substitutes, Accounts accounts, Clock clock) {
    this.substitutes = substitutes;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/substitutes")
  @PreAuthorize("isAuthenticated()")
  ModelAndView list(Actor actor) {
    return page(actor).addObject("form", AppointSubstituteForm.empty(actor.id(), Dates.today(clock)));
  }

  @PostMapping("/substitutes")
  @PreAuthorize("isAuthenticated()")
  ModelAndView appoint(@Valid @ModelAttribute("form") AppointSubstituteForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        substitutes.appoint(form.toCommand(), actor);
        Forms.done(redirect, "people.substitutes.done.appointed", accounts.name(form.substitute()),
            accounts.name(form.account()));
        return SeeOther.to("/substitutes");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var page = page(actor);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  @PostMapping("/substitutes/{id}/end")
  @PreAuthorize("isAuthenticated()")
  ModelAndView end(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
    substitutes.end(id, actor);
    Forms.done(redirect, "people.substitutes.done.ended");
    return SeeOther.to("/substitutes");
  }

  private ModelAndView page(Actor actor) {
    var today = Dates.today(clock);
    var away = substitutes.mayBeAway(actor);
    return new ModelAndView("people/substitutes")
        .addObject("current",
            substitutes.current(actor).stream().map(rule -> new Row(rule, rule.runs(today),
                substitutes.mayEnd(rule, actor))).toList())
        .addObject("past", substitutes.past(actor)).addObject("away", away)
        .addObject("standIns", substitutes.mayStandIn(actor.unit())).addObject("kinds", kinds(away))
        .addObject("today", today);
  }

  /** The kinds of work that any of them has. */
  private static List<Role> kinds(List<Account> away) {
    return away.stream().flatMap(account -> account.roles().stream()).filter(Role::worksOnCases).distinct().sorted()
        .toList();
  }

  /** A substitution that runs or is to come, and whether the reader may end it. */
  public record Row(Substitution rule, boolean runs, boolean mayEnd) {}
}
