package org.petitiondesk.people.web;

import java.util.Optional;
import org.petitiondesk.people.LogInHints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where people log in; Spring Security takes what it sends. */
@Controller
class LogInController {

  private final Optional<LogInHints> hints;

  LogInController(ObjectProvider<LogInHints> hints) {
    this.hints = Optional.ofNullable(hints.getIfAvailable());
  }

  /**
   * @param as a demo account to fill in; means nothing outside of a demonstration
   * @param wait seconds until the next try is looked at
   */
  @GetMapping("/login")
  @PreAuthorize("permitAll()")
  ModelAndView show(@RequestParam(defaultValue = "") String as, @RequestParam(defaultValue = "0") int wait) {
    var page = new ModelAndView("people/login").addObject("seconds", wait).addObject("minutes",
        (int) Math.ceil(wait / 60.0));
    hints.ifPresent(given -> {
      page.addObject("hints", given);
      if (given.accounts().contains(as)) {
        page.addObject("account", as);
        page.addObject("password", given.password());
      }
    });
    return page;
  }
}
