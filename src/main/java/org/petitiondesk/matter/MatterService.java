package org.petitiondesk.matter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.DesignedForm;
import org.petitiondesk.engine.DesignedForms;
import org.petitiondesk.engine.DesignedProcess;
import org.petitiondesk.engine.DesignedProcesses;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.FormField;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.ProcessVariable;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do in a process of its own: begin it with its form, and finish its steps with theirs. A form is taken as far
 * as it asks; what was written is kept as a row, and the engine is told only the small facts that its model reads.
 */
@Service
@Transactional
public class MatterService {

  /** Key of the field whose text names the matter in lists. */
  static final String TITLE = "title";

  private static final int TITLE_LENGTH = 200;
  /** Known from the beginning; no form changes them. */
  private static final Set<String> GIVEN = Set.of("ownUnit", "street", "district", "city", "starter");
  private static final ProcessVariable<String> STARTER = ProcessVariable.text("starter");

  private final MatterTable matters;
  private final MatterItems items;
  private final MatterUnits units;
  private final DesignedProcesses processes;
  private final DesignedForms forms;
  private final Processes engine;
  private final AuditTrail audit;
  private final Clock clock;

  MatterService(MatterTable matters, MatterItems items, MatterUnits units, DesignedProcesses processes,
      DesignedForms forms, Processes engine, AuditTrail audit, Clock clock) {
    this.matters = matters;
    this.items = items;
    this.units = units;
    this.processes = processes;
    this.forms = forms;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
  }

  /** A step that is open and the actor's, with its form and what earlier steps have put into its fields. */
  public record Work(OpenTask task, DesignedForm form, Answers known) {}

  /** What the actor may begin. */
  @Transactional(readOnly = true)
  public List<DesignedProcess> startable(Actor actor) {
    return processes.all().stream().filter(process -> mayStart(process, actor)).toList();
  }

  /** @throws NotFound for a process that there is not, Forbidden for one that the actor may not begin */
  @Transactional(readOnly = true)
  public DesignedForm startForm(String process, Actor actor) {
    startable(process, actor);
    return forms.ofStart(process).orElseThrow(() -> new NotFound("matter.not-found.process"));
  }

  /** The process of that key, if the actor may begin it. */
  @Transactional(readOnly = true)
  public DesignedProcess startable(String process, Actor actor) {
    var found = processes.find(process).orElseThrow(() -> new NotFound("matter.not-found.process"));
    if (!mayStart(found, actor)) {
      throw new Forbidden("matter.forbidden.start");
    }
    return found;
  }

  /**
   * Begins a matter. A second click with the same id has no further effect.
   *
   * @throws NotFilledIn when the form does not take it
   */
  public MatterId start(String key, MatterId id, Map<String, List<String>> sent, Actor actor) {
    var process = startable(key, actor);
    var form = startForm(key, actor);
    var answers = Answers.read(form, sent);
    var at = now();
    var matter = new Matter(id, "", process.key(), process.name(), process.version(), title(process, answers),
        actor.unit(), actor.id(), at, Optional.empty(), "");
    if (matters.find(id).isEmpty() && audit.count(id.chain()) > 0) {
      // A page names the id: it must be nobody's, for a matter acts on all that runs under its own.
      throw new Conflict("matter.conflict.id");
    }
    if (!matters.insert(matter)) {
      var before = matters.find(id).filter(there -> there.startedBy().equals(actor.id()));
      before.orElseThrow(() -> new Conflict("matter.conflict.id"));
      return id;
    }
    items.hasBegun();
    matters.add(id.chain(), "", "start", form.name(), form, answers, actor, at);
    audit.append(id.chain(), actor, "matter.started", Map.of("process", process.key(), "version", process.version(),
        "form", form.key(), "formVersion", form.version()));
    var facts = units.of(actor.unit()).with(STARTER, actor.id());
    engine.start(process.key(), id.chain(), with(facts, processes.factsOfStart(process.key()), form, answers));
    return id;
  }

  /** @throws NotFound when it is another subject's, or has no designed form */
  @Transactional(readOnly = true)
  public Work work(CaseId subject, String item, Actor actor) {
    var task = engine.require(item, actor);
    var form = matters.form(item).filter(found -> task.caseId().equals(subject))
        .orElseThrow(() -> new NotFound("matter.not-found.item"));
    var known = matters.entries(subject).stream().map(MatterEntry::answers).reduce(Answers.none(), Answers::and);
    return new Work(task, form, known);
  }

  /**
   * Finishes a step. A second click is told that it is done.
   *
   * @throws NotFilledIn when the form does not take it
   */
  public void complete(CaseId subject, String item, Map<String, List<String>> sent, Actor actor) {
    matters.lock(new MatterId(subject.value()));
    var work = work(subject, item, actor);
    var answers = Answers.read(work.form(), sent);
    var name = Optional.ofNullable(work.task().name()).orElse(work.task().key());
    matters.add(subject, item, work.task().key(), name, work.form(), answers, actor, now());
    audit.append(subject, actor, "matter.step", Map.of("step", work.task().key(), "name", name, "form",
        work.form().key(), "formVersion", work.form().version()));
    // The facts of a case of the register are its own code's alone.
    var names = matters.find(new MatterId(subject.value())).map(matter -> processes.factsOfTask(item))
        .orElse(Set.of());
    engine.complete(item, actor, with(Facts.none(), names, work.form(), answers));
  }

  /** Of what was written only what the model reads, and of that only what is no text. */
  private static Facts with(Facts facts, Set<String> names, DesignedForm form, Answers answers) {
    var more = facts;
    for (var field : form.asked()) {
      if (field.kind().isFact() && !field.readonly() && names.contains(field.key()) && !GIVEN.contains(field.key())) {
        more = with(more, field, answers.of(field.key()));
      }
    }
    return more;
  }

  private static Facts with(Facts facts, FormField field, String value) {
    return switch (field.kind()) {
      case CHECK -> facts.with(ProcessVariable.flag(field.key()), value.equals("true"));
      case NUMBER -> value.isEmpty()
          ? facts.with(ProcessVariable.text(field.key()), null)
          : field.decimals() == 0
              ? facts.with(ProcessVariable.whole(field.key()), new BigDecimal(value).longValue())
              : facts.with(ProcessVariable.decimal(field.key()), Double.valueOf(value));
      default -> facts.with(ProcessVariable.text(field.key()), value);
    };
  }

  private static String title(DesignedProcess process, Answers answers) {
    var title = answers.has(TITLE) ? answers.of(TITLE) : process.name();
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH);
  }

  private static boolean mayStart(DesignedProcess process, Actor actor) {
    return actor.worksOnCases() && process.starters().stream().anyMatch(actor::has);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
