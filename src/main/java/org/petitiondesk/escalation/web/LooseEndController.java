package org.petitiondesk.escalation.web;

import java.util.List;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.LooseEnd;
import org.petitiondesk.escalation.LooseEnds;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether every open case has somebody and something that looks after it. */
@Controller
class LooseEndController {

  private static final int SHOWN = 200;

  private final LooseEnds looseEnds;
  private final CaseFiles cases;

  LooseEndController(LooseEnds looseEnds, CaseFiles cases) {
    this.looseEnds = looseEnds;
    this.cases = cases;
  }

  /** @param code of the case; neither title nor parties, so that it may be shown to those who run the installation */
  record Row(LooseEnd end, String code) {}

  @GetMapping("/operations/loose-ends")
  @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'LEADER')")
  ModelAndView show(Actor actor) {
    return new ModelAndView("escalation/loose-ends").addObject("last", looseEnds.last().orElse(null))
        .addObject("running", looseEnds.last().filter(looseEnds::isRunning).isPresent())
        .addObject("ends", rows(actor)).addObject("shown", SHOWN);
  }

  @PostMapping("/operations/loose-ends")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView look(Actor actor, RedirectAttributes redirect) {
    var run = looseEnds.look(actor);
    Forms.done(redirect, "escalation.loose-ends.looked", run.looked(), run.found());
    return toPage();
  }

  @PostMapping("/operations/loose-ends/{id}")
  @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'LEADER')")
  ModelAndView mend(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor,
      RedirectAttributes redirect) {
    try {
      looseEnds.mend(id, reason, actor);
    } catch (Refused refused) {
      return Forms.refused(show(actor), refused).addObject("refusedEnd", id).addObject("reason", reason);
    }
    Forms.done(redirect, "escalation.loose-ends.mended");
    return toPage();
  }

  private List<Row> rows(Actor actor) {
    return looseEnds.found(SHOWN, actor).stream().map(end -> new Row(end, cases.get(end.caseId()).code())).toList();
  }

  private static ModelAndView toPage() {
    return new ModelAndView("redirect:/operations/loose-ends", HttpStatus.SEE_OTHER);
  }
}
