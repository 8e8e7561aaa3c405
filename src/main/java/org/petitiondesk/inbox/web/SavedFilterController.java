package org.petitiondesk.inbox.web;

import jakarta.validation.Valid;
import org.petitiondesk.inbox.SavedFilters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
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

/** Filters of the work list with a name. The filter itself stands in the address, as on the list. */
@Controller
class SavedFilterController {

  private final SavedFilters filters;
  private final FilterWords words;

  SavedFilterController(SavedFilters filters, FilterWords words) {
    this.filters = filters;
    this.words = words;
  }

  @GetMapping("/inbox/filters")
  @PreAuthorize("isAuthenticated()")
  ModelAndView choose(@ModelAttribute("address") ListAddress address, Actor actor) {
    return page(address, actor).addObject("form", SaveFilterForm.empty());
  }

  @PostMapping("/inbox/filters")
  @PreAuthorize("isAuthenticated()")
  ModelAndView save(@ModelAttribute("address") ListAddress address, @Valid @ModelAttribute("form") SaveFilterForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        filters.save(form.toCommand(address.remembered()), actor);
        Forms.done(redirect, "inbox.done.filter-saved", form.name().strip());
        return new ModelAndView("redirect:/inbox?" + address.remembered());
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var again = page(address, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @PostMapping("/inbox/filters/{id}/delete")
  @PreAuthorize("isAuthenticated()")
  String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
    filters.delete(id, actor);
    Forms.done(redirect, "inbox.done.filter-deleted");
    return "redirect:/inbox/filters";
  }

  private ModelAndView page(ListAddress address, Actor actor) {
    return new ModelAndView("inbox/filters").addObject("query", address.query())
        .addObject("chosen", words.chosen(address.query().filter(), address))
        .addObject("filters", filters.of(actor).stream()
            .map(filter -> new Line(filter.id(), filter.name(), "/inbox?" + filter.query(),
                filter.unit().isPresent(), filters.mayDelete(filter, actor)))
            .toList())
        .addObject("inUnit", !actor.unit().isEmpty());
  }

  record Line(String id, String name, String href, boolean shared, boolean mayDelete) {}
}
