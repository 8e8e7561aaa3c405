package org.petitiondesk.inbox.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.inbox.DecisionList;
import org.petitiondesk.inbox.StepMoves;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A leader's five minutes: one card for each decision, made to be read on a phone. */
@Controller
class DecisionsController {

  private static final String RESULTS = "results";

  private final DecisionList decisions;
  private final StepMoves moves;
  private final WorkList workList;
  private final RowResults rowResults;

  DecisionsController(DecisionList decisions, StepMoves moves, WorkList workList, RowResults rowResults) {
    this.decisions = decisions;
    this.moves = moves;
    this.workList = workList;
    this.rowResults = rowResults;
  }

  @GetMapping("/decisions")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(Actor actor) {
    return new ModelAndView("inbox/decisions").addObject("waiting", decisions.of(actor))
        .addObject("moves", moves.waitingFor(actor).size());
  }

  /** Each for itself: what one of them refuses does not hold up the others. */
  @PostMapping("/decisions")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView approveSeveral(@RequestParam(required = false) List<String> items, Actor actor,
      RedirectAttributes redirect) {
    if (items == null) {
      return refused(list(actor).addObject("nothingChosen", true));
    }
    var waiting = decisions.of(actor).stream().filter(each -> each.card().together())
        .collect(Collectors.toMap(each -> each.item().id(), Function.identity()));
    redirect.addFlashAttribute(RESULTS, items.stream().distinct().limit(DecisionList.MOST)
        .map(id -> Optional.ofNullable(waiting.get(id))
            .map(each -> result(each, "inbox.decisions.approved", item -> decisions.approve(item, actor)))
            .orElseGet(() -> notWaiting(id, actor)))
        .collect(RowResults.refusedFirst()));
    return new ModelAndView("redirect:/decisions", HttpStatus.SEE_OTHER);
  }

  /** Somebody has decided it meanwhile, or has it now: each that was chosen is answered for. */
  private RowResult notWaiting(String id, Actor actor) {
    return rowResults.of(rowResults.name(id, actor), "inbox.decisions.approved", () -> {
      workList.open(id, actor);
      throw Refused.because("inbox.refused.not-together");
    });
  }

  private static ModelAndView refused(ModelAndView again) {
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @PostMapping("/decisions/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable String id, @RequestParam boolean approved,
      @RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes redirect) {
    var waiting = decisions.of(actor).stream().filter(each -> each.item().id().equals(id)).findFirst();
    if (waiting.isEmpty()) {
      // Somebody else was quicker, or it was never for this person: the module says which.
      act(id, approved, reason, actor);
      return new ModelAndView("redirect:/decisions", HttpStatus.SEE_OTHER);
    }
    var result = result(waiting.get(), approved ? "inbox.decisions.approved" : "inbox.decisions.returned",
        each -> act(each, approved, reason, actor));
    if (!result.done()) {
      return refused(
          list(actor).addObject(RESULTS, List.of(result)).addObject("typed", reason).addObject("typedFor", id));
    }
    redirect.addFlashAttribute(RESULTS, List.of(result));
    return new ModelAndView("redirect:/decisions", HttpStatus.SEE_OTHER);
  }

  private void act(String id, boolean approved, String reason, Actor actor) {
    if (approved) {
      decisions.approve(id, actor);
    } else {
      decisions.giveBack(id, reason.strip(), actor);
    }
  }

  private RowResult result(DecisionList.Waiting waiting, String done, Consumer<String> act) {
    var name = waiting.card().code() + " " + waiting.card().title();
    return rowResults.of(name, done, () -> act.accept(waiting.item().id()));
  }
}
