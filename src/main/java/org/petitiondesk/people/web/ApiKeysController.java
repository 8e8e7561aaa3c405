package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.ApiKeys;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which programs may use the API. */
@Controller
class ApiKeysController {

  private final ApiKeys keys;
  private final Units units;

  ApiKeysController(ApiKeys keys, Units units) {
    this.keys = keys;
    this.units = units;
  }

  @GetMapping("/administration/api-keys")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView list() {
    return page().addObject("form", CreateApiKeyForm.empty());
  }

  @PostMapping("/administration/api-keys")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView create(@Valid @ModelAttribute("form") CreateApiKeyForm form, BindingResult errors, Actor actor) {
    if (!errors.hasErrors()) {
      try {
        var key = keys.create(form.id().strip(), form.unit(), actor);
        return AccountsController.secret("people.administration.key-once", form.id(), key, "/administration/api-keys");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var page = page();
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  @PostMapping("/administration/api-keys/{name}/state")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView enable(@PathVariable String name, @RequestParam boolean enabled, Actor actor,
      RedirectAttributes redirect) {
    keys.enable(name, enabled, actor);
    Forms.done(redirect, "people.administration.changed", name);
    return SeeOther.to("/administration/api-keys");
  }

  private ModelAndView page() {
    return new ModelAndView("people/api-keys").addObject("keys", keys.all()).addObject("units", units.all())
        .addObject("names", units);
  }
}
