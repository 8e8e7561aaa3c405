package org.petitiondesk.casefile.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.kernel.Actor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register: every case that the reader may see, newest first. */
@Controller
class RegisterController {

  private final CaseFiles files;

  RegisterController(CaseFiles files) {
    this.files = files;
  }

  @GetMapping("/register")
  @PreAuthorize("isAuthenticated()")
  ModelAndView list(@ModelAttribute("filter") RegisterFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = files.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("casefile/register").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("statuses", CaseStatus.values())
        .addObject("kinds", CaseKind.values());
  }
}
