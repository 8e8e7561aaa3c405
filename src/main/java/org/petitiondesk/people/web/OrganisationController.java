package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trees of places and of units. */
@Controller
class OrganisationController {

  /** What the decision tables that come with the desk know; own tables may know more. */
  private static final List<String> FUNCTIONS = List.of("general", "street", "housing", "environment", "education",
      "labour", "urban_management", "transport", "health", "civil_affairs", "market", "land", "agriculture", "police");

  private final Territories territories;
  private final Units units;

  OrganisationController(Territories territories, Units units) {
    this.territories = territories;
    this.units = units;
  }

  @GetMapping("/administration/territories")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView territories() {
    return territoriesPage().addObject("form", CreateTerritoryForm.empty());
  }

  @PostMapping("/administration/territories")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView createTerritory(@Valid @ModelAttribute("form") CreateTerritoryForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        territories.create(form.toCommand(), actor);
        Forms.done(redirect, "people.administration.created", form.name());
        return SeeOther.to("/administration/territories");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return refused(territoriesPage());
  }

  @GetMapping("/administration/units")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView units() {
    return unitsPage().addObject("form", CreateUnitForm.empty());
  }

  @PostMapping("/administration/units")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView createUnit(@Valid @ModelAttribute("form") CreateUnitForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        units.create(form.toCommand(), actor);
        Forms.done(redirect, "people.administration.created", form.name());
        return SeeOther.to("/administration/units");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return refused(unitsPage());
  }

  private ModelAndView territoriesPage() {
    return new ModelAndView("people/territories").addObject("territories", territories.all());
  }

  private ModelAndView unitsPage() {
    return new ModelAndView("people/units").addObject("units", units.all()).addObject("territories", territories.all())
        .addObject("kinds", UnitKind.values()).addObject("functions", FUNCTIONS);
  }

  private static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }
}
