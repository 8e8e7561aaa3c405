package org.petitiondesk.calendar.web;

import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why this date: the days of one clock. */
@Controller
class ClockController {

  private final Clocks clocks;
  private final CaseSight sight;

  ClockController(Clocks clocks, CaseSight sight) {
    this.clocks = clocks;
    this.sight = sight;
  }

  @GetMapping("/cases/{caseId}/clocks/{clockId}")
  @PreAuthorize("isAuthenticated()")
  String why(@PathVariable UUID caseId, @PathVariable UUID clockId, Actor actor, Model model) {
    var id = new CaseId(caseId);
    sight.require(id, actor);
    var story = clocks.story(id, new ClockId(clockId));
    model.addAttribute("caseId", id);
    model.addAttribute("clock", story.clock());
    model.addAttribute("ledger", story.ledger());
    model.addAttribute("sum", Sum.of(story));
    model.addAttribute("months", Month.of(story.explanation()));
    model.addAttribute("marks", Mark.values());
    model.addAttribute("days", story.explanation().days());
    return "calendar/why";
  }
}
