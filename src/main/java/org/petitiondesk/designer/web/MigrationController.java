package org.petitiondesk.designer.web;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.petitiondesk.designer.MigratedCase;
import org.petitiondesk.designer.MigratedCase.State;
import org.petitiondesk.designer.Migration;
import org.petitiondesk.designer.MigrationId;
import org.petitiondesk.designer.MigrationService;
import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.engine.Migrations;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Running cases on their way to the version in force: planned, tried, approved, moved. */
@Controller
class MigrationController {

  private static final String OF_MODEL = "/designer/models/bpmn/{key}/migrations";
  private static final String ONE = "/designer/migrations/{id}";
  /** More are counted and not listed: nobody reads them one by one. */
  private static final int SHOWN = 200;

  private final MigrationService migrations;
  private final ModelCatalog models;

  MigrationController(MigrationService migrations, ModelCatalog models) {
    this.migrations = migrations;
    this.models = models;
  }

  /** One version that cases come from, and where its steps go. */
  record Source(int version, List<Migrations.Step> steps, Map<String, Map<String, String>> candidates,
      List<Obstacle> problems) {

    public List<Migrations.Step> asked() {
      return steps.stream().filter(step -> step.own() || step.target().isEmpty()).toList();
    }

    public long same() {
      return steps.size() - (long) asked().size();
    }
  }

  @GetMapping(OF_MODEL)
  @PreAuthorize(Access.READ)
  ModelAndView list(@PathVariable String key, Actor actor) {
    var model = models.get(ModelKind.BPMN, key, actor);
    return new ModelAndView("designer/migrations").addObject("model", model)
        .addObject("running", migrations.running(key, actor)).addObject("migrations", migrations.of(key, actor))
        .addObject("draws", models.isDesigner(actor));
  }

  @PostMapping(OF_MODEL)
  @PreAuthorize(Access.DRAW)
  ModelAndView plan(@PathVariable String key, @RequestParam(defaultValue = "") Set<Integer> sources, Actor actor) {
    try {
      return to(migrations.plan(key, sources, actor));
    } catch (Refused refused) {
      return Forms.refused(list(key, actor), refused);
    }
  }

  @GetMapping(ONE)
  @PreAuthorize(Access.READ)
  ModelAndView show(@PathVariable MigrationId id, Actor actor) {
    var migration = migrations.get(id, actor);
    var counts = migrations.counts(id);
    var left = migrations.cases(id, EnumSet.of(State.BLOCKED, State.FAILED), SHOWN);
    var other = migrations.cases(id, EnumSet.of(State.MIGRATED, State.FIT, State.OVER), SHOWN);
    return new ModelAndView("designer/migration").addObject("migration", migration)
        .addObject("model", models.get(ModelKind.BPMN, migration.key(), actor))
        .addObject("sources", migration.sources().keySet().stream().map(source -> source(migration, source)).toList())
        .addObject("counts", counts).addObject("all", counts.values().stream().mapToLong(Long::longValue).sum())
        .addObject("open", counts.getOrDefault(State.OPEN, 0L)).addObject("left", left).addObject("other", other)
        .addObject("codes", codes(left, other, actor)).addObject("shown", SHOWN)
        .addObject("plans", migrations.mayPlan(migration, actor))
        .addObject("decides", migrations.mayDecide(migration, actor))
        .addObject("submission", new SubmitMigrationForm(migration.version(), migration.note()))
        .addObject("returning", new ReturnDraftForm(migration.version(), ""));
  }

  private Source source(Migration migration, int version) {
    return new Source(version, migrations.steps(migration, version), migrations.candidates(migration, version),
        migrations.check(migration, version));
  }

  /** By run: the code of its case, or the beginning of the run's own id where the reader may not see the case. */
  private Map<String, String> codes(List<MigratedCase> left, List<MigratedCase> other, Actor reader) {
    var codes = new LinkedHashMap<String, String>();
    for (var rows : List.of(left, other)) {
      var known = migrations.codes(rows, reader);
      rows.forEach(row -> codes.put(row.run(), known.getOrDefault(row.caseId(),
          "…" + row.run().substring(0, Math.min(8, row.run().length())))));
    }
    return codes;
  }

  /** Targets come as {@code step:<id>}, empty for none. */
  @PostMapping(ONE + "/steps/{source}")
  @PreAuthorize(Access.DRAW)
  ModelAndView choose(@PathVariable MigrationId id, @PathVariable int source, @RequestParam int version,
      @RequestParam Map<String, String> fields, Actor actor, RedirectAttributes redirect) {
    var targets = new LinkedHashMap<String, String>();
    fields.forEach((name, value) -> {
      if (name.startsWith("step:")) {
        targets.put(name.substring("step:".length()), value);
      }
    });
    return done(id, actor, redirect, "designer.done.migration-mapped",
        () -> migrations.choose(id, version, source, targets, actor));
  }

  @PostMapping(ONE + "/trial")
  @PreAuthorize(Access.DRAW)
  ModelAndView tryOut(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-trying", () -> migrations.tryOut(id, version, actor));
  }

  @PostMapping(ONE + "/submission")
  @PreAuthorize(Access.DRAW)
  ModelAndView submit(@PathVariable MigrationId id, @Valid @ModelAttribute("submission") SubmitMigrationForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return carriedOut(id, errors, actor, redirect, "designer.done.submitted",
        () -> migrations.submit(id, form.version(), form.note(), actor));
  }

  @PostMapping(ONE + "/return")
  @PreAuthorize(Access.READ)
  ModelAndView giveBack(@PathVariable MigrationId id, @Valid @ModelAttribute("returning") ReturnDraftForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return carriedOut(id, errors, actor, redirect, "designer.done.returned",
        () -> migrations.giveBack(id, form.version(), form.reason(), actor));
  }

  @PostMapping(ONE + "/approval")
  @PreAuthorize(Access.READ)
  ModelAndView approve(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-running", () -> migrations.approve(id, version, actor));
  }

  @PostMapping(ONE + "/pause")
  @PreAuthorize(Access.READ)
  ModelAndView pause(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-paused", () -> migrations.pause(id, version, actor));
  }

  @PostMapping(ONE + "/continuation")
  @PreAuthorize(Access.READ)
  ModelAndView goOn(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-running", () -> migrations.goOn(id, version, actor));
  }

  @PostMapping(ONE + "/repetition")
  @PreAuthorize(Access.READ)
  ModelAndView again(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-running", () -> migrations.again(id, version, actor));
  }

  @PostMapping(ONE + "/discard")
  @PreAuthorize(Access.READ)
  ModelAndView discard(@PathVariable MigrationId id, @RequestParam int version, Actor actor,
      RedirectAttributes redirect) {
    return done(id, actor, redirect, "designer.done.migration-discarded", () -> migrations.discard(id, version, actor));
  }

  private ModelAndView carriedOut(MigrationId id, BindingResult errors, Actor actor, RedirectAttributes redirect,
      String sentence, Runnable act) {
    try {
      act.run();
      Forms.done(redirect, sentence);
      return to(id);
    } catch (Refused refused) {
      if (refused.field().isEmpty()) {
        return Forms.refused(show(id, actor), refused);
      }
      Forms.refuse(errors, refused);
    }
    var again = show(id, actor);
    again.getModel().remove(errors.getObjectName());
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView done(MigrationId id, Actor actor, RedirectAttributes redirect, String sentence, Runnable act) {
    try {
      act.run();
    } catch (Refused refused) {
      return Forms.refused(show(id, actor), refused);
    }
    Forms.done(redirect, sentence);
    return to(id);
  }

  private static ModelAndView to(MigrationId id) {
    return SeeOther.to("/designer/migrations/" + id);
  }
}
