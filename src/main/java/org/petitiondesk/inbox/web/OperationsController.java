package org.petitiondesk.inbox.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.inbox.OperatorSuspensions;
import org.petitiondesk.inbox.StepMoves;
import org.petitiondesk.inbox.StoppedStep;
import org.petitiondesk.inbox.StoppedSteps;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * For those who run the installation: what has stopped, what stands still, what is to be put back. Of a case they see its
 * code and where it stands, not what it is about.
 */
@Controller
class OperationsController {

  private static final String ADMINISTRATOR = "hasRole('ADMINISTRATOR')";
  private static final String SECOND = "hasAnyRole('ADMINISTRATOR', 'LEADER')";

  private final StoppedSteps stopped;
  private final OperatorSuspensions suspensions;
  private final StepMoves moves;
  private final CaseCodes codes;
  private final ItemRows rows;

  OperationsController(StoppedSteps stopped, OperatorSuspensions suspensions, StepMoves moves,
      CaseCodes codes, ItemRows rows) {
    this.stopped = stopped;
    this.suspensions = suspensions;
    this.moves = moves;
    this.codes = codes;
    this.rows = rows;
  }

  @GetMapping("/operations")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView show(@RequestParam(defaultValue = "") String code, Actor actor) {
    var steps = stopped.all(actor).stream()
        .collect(Collectors.groupingBy(StoppedStep::kind, TreeMap::new, Collectors.toList()));
    var asked = code.strip().toUpperCase(Locale.ROOT);
    var found = codes.find(asked);
    return new ModelAndView("inbox/operations").addObject("steps", steps).addObject("rows", rows)
        .addObject("suspensions", suspensions.all()).addObject("versions", suspensions.versions())
        .addObject("moves", moves.proposed(actor)).addObject("code", asked).addObject("caseId", found.orElse(null))
        .addObject("items",
            found.map(id -> moves.standing(id, actor).stream().map(rows::standing).toList()).orElse(List.of()))
        .addObject("suspended", found.flatMap(suspensions::of).orElse(null));
  }

  /** Those that were ticked, or all of one kind. */
  @PostMapping("/operations/retries")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView retry(@RequestParam(defaultValue = "") Set<String> step, @RequestParam(defaultValue = "") String kind,
      Actor actor, RedirectAttributes redirect) {
    var chosen = kind.isEmpty()
        ? step
        : stopped.all(actor).stream().filter(each -> each.kind().equals(kind)).map(each -> each.step().item().id())
            .collect(Collectors.toSet());
    if (chosen.isEmpty()) {
      return Forms.refused(show("", actor), Refused.because("inbox.refused.no-step"));
    }
    var retried = stopped.retry(chosen, actor);
    Forms.done(redirect, "inbox.done.retried-many", retried.done(), retried.not());
    return SeeOther.to("/operations");
  }

  @PostMapping("/operations/cases/{id}/suspension")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView suspend(@PathVariable CaseId id, @RequestParam String code, @RequestParam String reason, Actor actor,
      RedirectAttributes redirect) {
    return done(() -> suspensions.suspend(id, plain(reason), actor), code, actor, redirect, "inbox.done.suspended");
  }

  /** A version comes as {@code key version}. */
  @PostMapping("/operations/processes/suspension")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView suspendVersion(@RequestParam String process, @RequestParam String reason, Actor actor,
      RedirectAttributes redirect) {
    return done(() -> {
      var version = suspensions.versions().stream()
          .filter(each -> (each.processKey() + " " + each.version()).equals(process)).findFirst()
          .orElseThrow(() -> Refused.because("inbox.refused.no-process"));
      suspensions.suspend(version.processKey(), version.version(), plain(reason), actor);
    }, "", actor, redirect, "inbox.done.suspended");
  }

  @PostMapping("/operations/suspensions/{id}/end")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView activate(@PathVariable UUID id, @RequestParam String reason, Actor actor, RedirectAttributes redirect) {
    return done(() -> suspensions.activate(id, plain(reason), actor), "", actor, redirect, "inbox.done.activated");
  }

  /** Where the case of an item may be put back to. */
  @GetMapping("/operations/items/{id}/move")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView move(@PathVariable String id, Actor actor) {
    var targets = moves.targets(id, actor).stream().map(rows::step).toList();
    return new ModelAndView("inbox/move").addObject("item", rows.standing(moves.movable(id)))
        .addObject("targets", targets).addObject("reason", "");
  }

  @PostMapping("/operations/items/{id}/move")
  @PreAuthorize(ADMINISTRATOR)
  ModelAndView propose(@PathVariable String id, @RequestParam(defaultValue = "") String target,
      @RequestParam String reason, Actor actor, RedirectAttributes redirect) {
    try {
      moves.propose(id, target, plain(reason), actor);
    } catch (Refused refused) {
      return Forms.refused(move(id, actor), refused).addObject("reason", reason);
    }
    Forms.done(redirect, "inbox.done.move-proposed");
    return SeeOther.to("/operations");
  }

  /** What waits for the second person. */
  @GetMapping("/operations/moves")
  @PreAuthorize(SECOND)
  ModelAndView moves(Actor actor) {
    return new ModelAndView("inbox/moves").addObject("moves", moves.waitingFor(actor)).addObject("rows", rows);
  }

  @PostMapping("/operations/moves/{id}/approval")
  @PreAuthorize(SECOND)
  ModelAndView approve(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
    return decided(() -> moves.approve(id, actor), actor, redirect, "inbox.done.moved");
  }

  @PostMapping("/operations/moves/{id}/refusal")
  @PreAuthorize(SECOND)
  ModelAndView refuse(@PathVariable UUID id, @RequestParam String reason, Actor actor, RedirectAttributes redirect) {
    return decided(() -> moves.refuse(id, plain(reason), actor), actor, redirect, "inbox.done.move-refused");
  }

  private ModelAndView decided(Runnable act, Actor actor, RedirectAttributes redirect, String sentence) {
    try {
      act.run();
    } catch (Refused refused) {
      return Forms.refused(moves(actor), refused);
    }
    Forms.done(redirect, sentence);
    return SeeOther.to("/operations/moves");
  }

  private ModelAndView done(Runnable act, String code, Actor actor, RedirectAttributes redirect, String sentence) {
    try {
      act.run();
    } catch (Refused refused) {
      return Forms.refused(show(code, actor), refused);
    }
    Forms.done(redirect, sentence);
    return SeeOther.to("/operations");
  }

  /** A database keeps no NUL. */
  private static String plain(String text) {
    return text.replace("\0", "");
  }
}
