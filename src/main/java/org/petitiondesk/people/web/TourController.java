package org.petitiondesk.people.web;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Tour;
import org.petitiondesk.web.Reader;
import org.petitiondesk.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** The first tour: the layout asks for it as {@code @tours}, the script says when it is over. */
@Controller("tours")
class TourController {

  private final Tour tour;

  TourController(Tour tour) {
    this.tour = tour;
  }

  /** What the reader shall be shown now, or null. */
  public Tour.Guide due() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var reader = authentication != null && authentication.getPrincipal() instanceof Reader known
        ? Optional.of(known.actor())
        : Optional.<Actor>empty();
    return reader.flatMap(tour::due).orElse(null);
  }

  @PostMapping("/tour/end")
  @PreAuthorize("isAuthenticated()")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Actor actor) {
    tour.end(actor);
  }

  /** From the help page: once more. */
  @PostMapping("/tour")
  @PreAuthorize("isAuthenticated()")
  ModelAndView again(Actor actor) {
    tour.again(actor);
    return SeeOther.to("/inbox");
  }
}
