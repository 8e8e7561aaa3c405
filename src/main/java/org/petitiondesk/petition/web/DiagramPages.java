package org.petitiondesk.petition.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditQuery;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Diagram;
import org.petitiondesk.engine.DiagramStep;
import org.petitiondesk.engine.Diagrams;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.springframework.stereotype.Component;

/** The diagrams of a case with the time that each step took, from the engine, and who took it, from the audit chain. */
@Component
class DiagramPages {

  private static final int MOST_ITEMS = 2000;
  private static final Duration ONE_TRANSACTION = Duration.ofSeconds(5);

  private final Diagrams diagrams;
  private final AuditTrail audit;
  private final NextSteps nextSteps;
  private final Clock clock;

  DiagramPages(Diagrams diagrams, AuditTrail audit, NextSteps nextSteps, Clock clock) {
    this.diagrams = diagrams;
    this.audit = audit;
    this.nextSteps = nextSteps;
    this.clock = clock;
  }

  /** The spine first: a letter may be on its way before it begins. */
  List<Diagram> of(CaseId id) {
    return diagrams.of(id).stream()
        .sorted(Comparator.comparing(one -> !one.processKey().equals(PetitionHandling.KEY))).toList();
  }

  /** The one asked for, or else the first. */
  static Optional<Diagram> chosen(List<Diagram> shown, Optional<String> model) {
    return shown.stream().filter(one -> model.filter(one.processKey()::equals).isPresent()).findFirst()
        .or(() -> shown.stream().findFirst());
  }

  List<StepGroup> steps(Diagram diagram, CaseId id, Actor actor) {
    var people = people(id, actor);
    return diagram.steps().stream().collect(Collectors.groupingBy(DiagramStep::element, LinkedHashMap::new,
        Collectors.toList())).values().stream().map(passes -> group(diagram, passes, people)).toList();
  }

  private StepGroup group(Diagram diagram, List<DiagramStep> steps, List<Hand> people) {
    var passes = steps.stream().map(step -> pass(step, people)).toList();
    var first = steps.get(0);
    return new StepGroup(first.element(), nextSteps.name(diagram.processKey(), first.element(), first.name()),
        passes.stream().map(StepGroup.Pass::spent).reduce(Duration.ZERO, Duration::plus),
        diagram.tokens().contains(first.element()), passes,
        steps.stream().flatMap(step -> step.calls().stream()).reduce((earlier, later) -> later));
  }

  private StepGroup.Pass pass(DiagramStep step, List<Hand> people) {
    var spent = Duration.between(step.from(), step.until().orElseGet(clock::instant));
    return new StepGroup.Pass(step.from(), step.until(), spent.isNegative() ? Duration.ZERO : spent,
        step.cancelled() ? "" : who(step, people), step.cancelled());
  }

  /** The engine keeps when a step ended, the chain who ended it; both in one transaction, so the moments are one. */
  private static String who(DiagramStep step, List<Hand> people) {
    var moment = step.until().orElse(step.from());
    var hand = people.stream().filter(each -> each.key().equals(step.element()))
        .filter(each -> each.done() == step.until().isPresent())
        .min(Comparator.comparing(each -> Duration.between(each.at(), moment).abs()))
        .filter(each -> Duration.between(each.at(), moment).abs().compareTo(ONE_TRANSACTION) < 0);
    hand.ifPresent(people::remove);
    return hand.map(Hand::who).orElse("");
  }

  /** Who has ended which task, and of the open ones who has it or may take it. */
  private List<Hand> people(CaseId id, Actor actor) {
    var people = new ArrayList<Hand>();
    audit.find(new AuditQuery(id, List.of("item.completed"), List.of(), true, MOST_ITEMS), Optional.empty()).rows()
        .forEach(entry -> people.add(
            new Hand(String.valueOf(entry.details().get("task")), entry.at(), entry.actorName(), true)));
    nextSteps.of(id, actor).forEach(step -> people.add(new Hand(step.key(), step.since(), step.holder(), false)));
    return people;
  }

  /**
   * Somebody at a task.
   *
   * @param at when it was done, or for one that is open when it began
   */
  private record Hand(String key, Instant at, String who, boolean done) {}
}
