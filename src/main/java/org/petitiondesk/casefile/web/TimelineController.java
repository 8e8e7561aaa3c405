package org.petitiondesk.casefile.web;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseTimeline;
import org.petitiondesk.casefile.TimelineKind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened to a case: a page of its own, of which the case page shows the beginning and swaps in the rest. */
@Controller
class TimelineController {

  private final CaseFiles files;
  private final CaseTimeline timeline;

  TimelineController(CaseFiles files, CaseTimeline timeline) {
    this.files = files;
    this.timeline = timeline;
  }

  @GetMapping("/cases/{id}/timeline")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, @RequestParam(defaultValue = "ALL") TimelineKind kind,
      @RequestParam(defaultValue = "false") boolean oldest, @RequestParam Optional<String> after, Actor actor) {
    return new ModelAndView("casefile/timeline").addObject("case", files.open(id, actor)).addObject("timeline",
        timeline.of(id, kind, oldest, after));
  }
}
