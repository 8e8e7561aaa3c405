package org.petitiondesk.designer.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.Replay;
import org.petitiondesk.designer.ReplayId;
import org.petitiondesk.designer.ReplayLine;
import org.petitiondesk.designer.Replays;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.PastCases;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What closed cases would have gone through in a draft. */
@Controller
class ReplayController {

  private static final String REPLAY = "/designer/drafts/{id}/replay";

  private final Replays replays;
  private final DraftService drafts;
  private final CaseSight sight;
  private final PastCases cases;
  private final Units units;
  private final Clock clock;

  ReplayController(Replays replays, DraftService drafts, CaseSight sight, PastCases cases, Units units, Clock clock) {
    this.replays = replays;
    this.drafts = drafts;
    this.sight = sight;
    this.cases = cases;
    this.units = units;
    this.clock = clock;
  }

  @GetMapping(REPLAY)
  @PreAuthorize(Access.READ)
  ModelAndView show(@PathVariable DraftId id, Actor actor) {
    return page(id, actor).addObject("form", StartReplayForm.lastMonth(Dates.today(clock)));
  }

  @PostMapping(REPLAY)
  @PreAuthorize(Access.READ)
  ModelAndView start(@PathVariable DraftId id, @Valid @ModelAttribute("form") StartReplayForm form,
      BindingResult errors, Actor actor) {
    if (Forms.carriedOut(errors, () -> replays.start(id, form.toCommand(), actor))) {
      return SeeOther.to("/designer/drafts/" + id + "/replay");
    }
    var again = page(id, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @PostMapping("/designer/replays/{replay}/cancel")
  @PreAuthorize(Access.READ)
  ModelAndView cancel(@PathVariable ReplayId replay, Actor actor, RedirectAttributes redirect) {
    var draft = replays.get(replay, actor).draft();
    replays.cancel(replay, actor);
    Forms.done(redirect, "designer.done.replay-cancelled");
    return SeeOther.to("/designer/drafts/" + draft + "/replay");
  }

  private ModelAndView page(DraftId id, Actor actor) {
    var done = replays.lastDone(id, actor);
    var behind = done.flatMap(Replay::result).map(result -> result.lines().stream()
        .flatMap(line -> line.cases().stream()).distinct().toList()).orElse(List.of());
    var kinds = Stream.of(ReplayLine.Kind.values()).filter(kind -> done.flatMap(Replay::result)
        .filter(result -> !result.of(kind).isEmpty()).isPresent()).toList();
    return new ModelAndView("designer/replay").addObject("kinds", kinds).addObject("draft", drafts.get(id, actor))
        .addObject("last", replays.last(id, actor)).addObject("replay", done)
        .addObject("current", done.filter(replays::isCurrent).isPresent())
        .addObject("codes", sight.codes(behind, actor)).addObject("units", units.all())
        .addObject("categories", cases.categories());
  }
}
