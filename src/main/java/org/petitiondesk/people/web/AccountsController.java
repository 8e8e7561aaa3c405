package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.LogInThrottle;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Units;
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

/** Who may log in, as what. */
@Controller
class AccountsController {

  private final Accounts accounts;
  private final Units units;
  private final Passwords passwords;
  private final LogInThrottle throttle;

  AccountsController(Accounts accounts, Units units, Passwords passwords, LogInThrottle throttle) {
    this.accounts = accounts;
    this.units = units;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @GetMapping("/administration/accounts")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView list(@ModelAttribute("filter") AccountFilter filter) {
    return new ModelAndView("people/accounts").addObject("accounts", filter.of(accounts.all()))
        .addObject("units", units.all()).addObject("names", units).addObject("roles", Role.values());
  }

  @GetMapping("/administration/accounts/new")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView ask() {
    return newPage().addObject("form", CreateAccountForm.empty());
  }

  /** The random password is in the answer itself and nowhere else: not in a session, not in a second page. */
  @PostMapping("/administration/accounts")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView create(@Valid @ModelAttribute("form") CreateAccountForm form, BindingResult errors, Actor actor) {
    if (!errors.hasErrors()) {
      try {
        var password = passwords.random();
        accounts.create(form.toCommand(passwords.hash(password)), actor);
        return secret("people.administration.password-once", form.id(), password, "/administration/accounts");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return refused(newPage());
  }

  @GetMapping("/administration/accounts/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView show(@PathVariable String id) {
    var account = accounts.get(id);
    return page(id).addObject("form", ChangeAccountForm.of(account)).addObject("state",
        AccountStateForm.of(account.version())).addObject("above", SuperiorForm.of(account));
  }

  @PostMapping("/administration/accounts/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView change(@PathVariable String id, @Valid @ModelAttribute("form") ChangeAccountForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        accounts.change(form.toCommand(id), actor);
        return changed(redirect, id);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return refused(page(id).addObject("state", AccountStateForm.of(form.version())).addObject("above",
        SuperiorForm.of(accounts.get(id))));
  }

  @PostMapping("/administration/accounts/{id}/state")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView enable(@PathVariable String id, @Valid @ModelAttribute("state") AccountStateForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        if (form.enabled()) {
          accounts.enable(id, form.version(), actor);
        } else {
          accounts.disable(id, form.version(), form.heir(), actor);
        }
        return changed(redirect, id);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return refused(page(id).addObject("form", ChangeAccountForm.of(accounts.get(id))).addObject("above",
        SuperiorForm.of(accounts.get(id))));
  }

  @PostMapping("/administration/accounts/{id}/superior")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView answersTo(@PathVariable String id, @Valid @ModelAttribute("above") SuperiorForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (Forms.carriedOut(errors, () -> accounts.answersTo(id, form.version(), form.account(), actor))) {
      return changed(redirect, id);
    }
    return refused(page(id).addObject("form", ChangeAccountForm.of(accounts.get(id))).addObject("state",
        AccountStateForm.of(form.version())));
  }

  @PostMapping("/administration/accounts/{id}/password")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView resetPassword(@PathVariable String id, Actor actor) {
    var password = passwords.random();
    accounts.resetPassword(id, passwords.hash(password), actor);
    return secret("people.administration.password-once", id, password, "/administration/accounts");
  }

  @PostMapping("/administration/accounts/{id}/log-in")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView liftWait(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
    throttle.lift(id, actor);
    return changed(redirect, id);
  }

  static ModelAndView secret(String sentence, String name, String value, String back) {
    return new ModelAndView("people/secret").addObject("sentence", sentence).addObject("name", name)
        .addObject("secret", value).addObject("back", back);
  }

  private ModelAndView newPage() {
    return new ModelAndView("people/new-account").addObject("units", units.all()).addObject("roles", Role.values());
  }

  private ModelAndView page(String id) {
    var account = accounts.get(id);
    return new ModelAndView("people/change-account").addObject("account", account).addObject("units", units.all())
        .addObject("roles", Role.values()).addObject("held", accounts.heldBy(id))
        .addObject("superiors", accounts.all().stream()
            .filter(other -> other.enabled() && other.actor().worksOnCases() && !other.id().equals(id)).toList())
        .addObject("waitsUntil", throttle.waitsUntil(id).orElse(null)).addObject("colleagues", accounts.all()
            .stream().filter(other -> other.enabled() && other.unit().equals(account.unit()) && !other.id().equals(id))
            .toList());
  }

  private static ModelAndView changed(RedirectAttributes redirect, String id) {
    Forms.done(redirect, "people.administration.changed", id);
    return SeeOther.to("/administration/accounts/" + id);
  }

  private static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }
}
