package org.petitiondesk.inbox.web;

import java.util.List;
import org.petitiondesk.inbox.Difference;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.inbox.ReconcileRun;
import org.petitiondesk.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the work list says what the engine says: the last nights, and now. */
@Controller
class ReconcileController {

  private static final int SHOWN = 30;

  private final Reconcile reconcile;

  ReconcileController(Reconcile reconcile) {
    this.reconcile = reconcile;
  }

  /** The page asks again for its result while a comparison runs. */
  @GetMapping("/operations/reconcile")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView show(@RequestHeader(name = "HX-Request", defaultValue = "false") boolean again) {
    var runs = reconcile.last(SHOWN);
    var last = runs.stream().findFirst();
    return new ModelAndView(again ? "inbox/reconcile :: result" : "inbox/reconcile")
        .addObject("last", last.orElse(null))
        .addObject("running", last.filter(reconcile::isRunning).isPresent())
        .addObject("differences", last.map(ReconcileRun::id).map(reconcile::differences).orElse(List.<Difference>of()))
        .addObject("earlier", runs.stream().skip(1).toList());
  }

  @PostMapping("/operations/reconcile")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView begin(@RequestParam(defaultValue = "false") boolean repair, Actor actor) {
    reconcile.begin(repair, actor);
    return new ModelAndView("redirect:/operations/reconcile", HttpStatus.SEE_OTHER);
  }
}
