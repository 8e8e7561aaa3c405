package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's own account. */
@Controller
class AccountController {

  private final Accounts accounts;
  private final Units units;
  private final Passwords passwords;

  AccountController(Accounts accounts, Units units, Passwords passwords) {
    this.accounts = accounts;
    this.units = units;
    this.passwords = passwords;
  }

  @GetMapping("/account")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(Actor actor) {
    return page(actor).addObject("form", ChangePasswordForm.empty());
  }

  @PostMapping("/account/password")
  @PreAuthorize("isAuthenticated()")
  ModelAndView changePassword(@Valid @ModelAttribute("form") ChangePasswordForm form, BindingResult errors,
      Actor actor) {
    if (!errors.hasErrors()) {
      try {
        accounts.changePassword(form.current(), passwords.hash(form.password()), actor);
        return SeeOther.to("/login?changed");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var page = page(actor);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView page(Actor actor) {
    return new ModelAndView("people/account").addObject("account", accounts.get(actor.id())).addObject("unit",
        units.name(actor.unit()));
  }
}
