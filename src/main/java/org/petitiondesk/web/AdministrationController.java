package org.petitiondesk.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator begins: what to set up in which order, and what is missing. */
@Controller
class AdministrationController {

  private final Administration administration;

  AdministrationController(Administration administration) {
    this.administration = administration;
  }

  @GetMapping("/administration")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView show() {
    return new ModelAndView("web/set-up").addObject("steps", administration.steps());
  }
}
