package org.petitiondesk.people.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.UnitKind;
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

/** The trees of places and of units. */
@Controller
class OrganisationController {

  /** What the decision tables that come with the desk know; own tables may know more. */
  private static final List<String> FUNCTIONS = List.of("general", "street", "housing", "environment", "education",
      "labour", "urban_management", "transport", "health", "civil_affairs", "market", "land", "agriculture", "police",
      "reconsideration", "final_review");

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
    return Forms.carriedOut(errors, () -> territories.create(form.toCommand(), actor))
        ? created(redirect, form.name(), "/administration/territories")
        : refused(territoriesPage());
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
    return Forms.carriedOut(errors, () -> units.create(form.toCommand(), actor))
        ? created(redirect, form.name(), "/administration/units")
        : refused(unitsPage());
  }

  @GetMapping("/administration/territories/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView territory(@PathVariable String id) {
    return territoryPage(id).addObject("form", RenameTerritoryForm.of(territories.get(id)));
  }

  @PostMapping("/administration/territories/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView renameTerritory(@PathVariable String id, @Valid @ModelAttribute("form") RenameTerritoryForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return Forms.carriedOut(errors, () -> territories.rename(id, form.version(), form.name(), actor))
        ? changed(redirect, form.name(), "/administration/territories")
        : refused(territoryPage(id));
  }

  @GetMapping("/administration/units/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView unit(@PathVariable String id) {
    return unitPage(id).addObject("form", ChangeUnitForm.of(units.get(id)));
  }

  @PostMapping("/administration/units/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView changeUnit(@PathVariable String id, @Valid @ModelAttribute("form") ChangeUnitForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return Forms.carriedOut(errors, () -> units.change(form.toCommand(id), actor))
        ? changed(redirect, form.name(), "/administration/units")
        : refused(unitPage(id));
  }

  @PostMapping("/administration/units/{id}/dissolution")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView dissolveUnit(@PathVariable String id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    units.dissolve(id, version, actor);
    Forms.done(redirect, "people.administration.units.dissolved", units.name(id));
    return SeeOther.to("/administration/units");
  }

  private ModelAndView territoriesPage() {
    return new ModelAndView("people/territories").addObject("territories", territories.all());
  }

  private ModelAndView territoryPage(String id) {
    return new ModelAndView("people/territory").addObject("territory", territories.get(id)).addObject("place",
        territories.fullName(id));
  }

  private ModelAndView unitsPage() {
    return choices(new ModelAndView("people/units")).addObject("all", units.ever()).addObject("places", territories);
  }

  private ModelAndView unitPage(String id) {
    return choices(new ModelAndView("people/unit")).addObject("unit", units.get(id)).addObject("obstacles",
        units.obstacles(id));
  }

  private ModelAndView choices(ModelAndView page) {
    return page.addObject("units", units.all()).addObject("territories", territories.all())
        .addObject("kinds", UnitKind.values()).addObject("functions", FUNCTIONS);
  }

  private static ModelAndView created(RedirectAttributes redirect, String name, String list) {
    Forms.done(redirect, "people.administration.created", name);
    return SeeOther.to(list);
  }

  private static ModelAndView changed(RedirectAttributes redirect, String name, String list) {
    Forms.done(redirect, "people.administration.changed", name);
    return SeeOther.to(list);
  }

  private static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }
}
