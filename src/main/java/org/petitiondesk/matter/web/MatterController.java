package org.petitiondesk.matter.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.engine.DesignedProcesses;
import org.petitiondesk.engine.Diagrams;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.matter.Answers;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterPosts;
import org.petitiondesk.matter.MatterRegister;
import org.petitiondesk.matter.MatterService;
import org.petitiondesk.matter.NotFilledIn;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.SeeOther;
import org.petitiondesk.web.Show;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Matters: the register, how one is begun, and one of them with what was written and where it stands. */
@Controller
class MatterController {

  static final String PREFIX = "field-";

  private final MatterRegister register;
  private final MatterService service;
  private final MatterPosts posts;
  private final DesignedProcesses processes;
  private final Processes engine;
  private final Diagrams diagrams;
  private final Clocks clocks;
  private final Accounts accounts;
  private final Units units;
  private final Show show;

  MatterController(MatterRegister register, MatterService service, MatterPosts posts, DesignedProcesses processes,
      Processes engine, Diagrams diagrams, Clocks clocks, Accounts accounts, Units units, Show show) {
    this.register = register;
    this.service = service;
    this.posts = posts;
    this.processes = processes;
    this.engine = engine;
    this.diagrams = diagrams;
    this.clocks = clocks;
    this.accounts = accounts;
    this.units = units;
    this.show = show;
  }

  /**
   * Whose turn it is.
   *
   * @param href the page of the work; empty when it is not the reader's
   */
  record Turn(String name, String holder, String href) {}

  @GetMapping("/matters")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@ModelAttribute("filter") MatterFilter filter, @RequestParam Optional<String> after, Actor actor) {
    return new ModelAndView("matter/register").addObject("page", register.find(filter.toQuery(), actor, after))
        .addObject("processes", processes.all()).addObject("startable", !service.startable(actor).isEmpty());
  }

  @GetMapping("/matters/figures")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView figures(Actor actor) {
    return new ModelAndView("matter/figures").addObject("figures", register.figures(actor));
  }

  @GetMapping("/matters/new")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView choose(Actor actor) {
    return new ModelAndView("matter/new").addObject("startable", service.startable(actor));
  }

  @GetMapping("/matters/new/{process}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askStart(@PathVariable String process, Actor actor) {
    return start(process, MatterId.next(), FormView.of(service.startForm(process, actor), Answers.none()), actor);
  }

  /** @param matter its id, chosen when the page was made: a second click finds it begun */
  @PostMapping("/matters/new/{process}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView start(@PathVariable String process, @RequestParam MatterId matter,
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
    var form = service.startForm(process, actor);
    try {
      service.start(process, matter, fields(sent), actor);
      Forms.done(redirect, "matter.done.started");
      return SeeOther.to("/matters/" + matter);
    } catch (NotFilledIn refused) {
      return again(start(process, matter, FormView.again(form, Answers.none(), fields(sent), refused, show), actor));
    }
  }

  @GetMapping("/matters/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable MatterId id, Actor actor) {
    var matter = register.get(id, actor);
    return new ModelAndView("matter/show").addObject("matter", matter).addObject("entries", register.entries(id))
        .addObject("turns", engine.openTasks(id.chain()).stream().map(task -> turn(task, actor)).toList())
        .addObject("clocks", clocks.of(id.chain())).addObject("notices", posts.notices(id))
        .addObject("diagram", diagrams.of(id.chain()).stream().findFirst().orElse(null));
  }

  /** The model as it was drawn, for the browser to draw. */
  @GetMapping("/matters/{id}/diagrams/{definition}")
  @PreAuthorize(Rules.CASE_WORK)
  ResponseEntity<String> model(@PathVariable MatterId id, @PathVariable String definition, Actor actor) {
    register.get(id, actor);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_XML)
        .body(diagrams.model(id.chain(), definition));
  }

  /** What was typed into designed fields: their names carry a prefix that nothing else on a page has. */
  static Map<String, List<String>> fields(MultiValueMap<String, String> sent) {
    return sent.entrySet().stream().filter(entry -> entry.getKey().startsWith(PREFIX))
        .collect(Collectors.toMap(entry -> entry.getKey().substring(PREFIX.length()),
            Map.Entry::getValue));
  }

  static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private ModelAndView start(String process, MatterId id, FormView form, Actor actor) {
    return new ModelAndView("matter/start").addObject("process", service.startable(process, actor))
        .addObject("matter", id)
        .addObject("view", form);
  }

  private Turn turn(OpenTask task, Actor actor) {
    var holder = task.assignee().map(accounts::name)
        .orElseGet(() -> show.sentence("matter.turn.group", units.name(Group.of(task.group()).unit()),
            show.sentence("people.role." + Group.of(task.group()).role())));
    return new Turn(task.name(), holder, engine.isFor(task, actor) ? "/inbox/items/" + task.id() : "");
  }
}
