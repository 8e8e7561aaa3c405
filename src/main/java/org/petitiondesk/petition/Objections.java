package org.petitiondesk.petition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseClosed;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.StepTakenUpAgain;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may still object, and what becomes of an open objection when its petition goes another way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Objections {

  private final ObjectionRecords records;
  private final ObjectionClocks clocks;
  private final CaseFiles cases;
  private final Units units;
  private final AuditTrail audit;
  private final java.time.Clock clock;

  Objections(ObjectionRecords records, ObjectionClocks clocks, CaseFiles cases, Units units, AuditTrail audit,
      java.time.Clock clock) {
    this.records = records;
    this.clocks = clocks;
    this.cases = cases;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /** A new assignment: what was open about the one before is over, and the unit's own time to object begins. */
  void assigned(CaseFile file, String unit) {
    end(file.id(), ObjectionEnding.MOVED, Actor.SYSTEM);
    clocks.used(file.id());
    if (settled(file, unit).isEmpty()) {
      clocks.begin(file.id(), unit);
    }
  }

  void accepted(CaseId id) {
    clocks.used(id);
  }

  /** Why the unit that has the petition can not object to it; empty when it can. */
  Optional<Refused> bar(CaseFile file) {
    var unit = file.leadUnit().orElseThrow();
    return settled(file, unit).or(() -> clocks.lastDay(file.id(), unit)
        .filter(day -> Dates.today(clock).isAfter(day)).map(day -> Refused.because("petition.refused.objection.late",
            day)));
  }

  /** The sender is asked once by each unit, and a ruling binds everybody. */
  private Optional<Refused> settled(CaseFile file, String unit) {
    if (file.registeringUnit().equals(unit)) {
      return Optional.of(Refused.because("petition.refused.objection.own"));
    }
    var known = records.of(file.id());
    if (known.stream().anyMatch(Objection::isRuled)) {
      return Optional.of(Refused.because("petition.refused.objection.ruled"));
    }
    return known.stream().anyMatch(one -> one.unit().equals(unit) && one.state() != ObjectionState.ENDED)
        ? Optional.of(Refused.because("petition.refused.objection.twice"))
        : Optional.empty();
  }

  /**
   * Units that were right, or are not answered yet: they would have the petition without a say. Only a ruling can name
   * such a unit.
   */
  Set<String> excused(CaseId id) {
    var known = records.of(id);
    var named = known.stream().flatMap(one -> one.last().toUnit().stream()).collect(Collectors.toSet());
    return known.stream()
        .filter(one -> one.state() != ObjectionState.DISMISSED && one.state() != ObjectionState.ENDED)
        .map(Objection::unit).filter(unit -> !named.contains(unit)).collect(Collectors.toSet());
  }

  void requireNotExcused(CaseId id, String unit) {
    if (excused(id).contains(unit)) {
      throw Refused.at("leadUnit", "petition.refused.objection.objector", units.name(unit));
    }
  }

  /** Adds the step to the record and the audit chain. */
  void add(Objection objection, ObjectionStep step, String act, Actor actor) {
    records.add(objection, step);
    audit.append(objection.caseId(), actor, act, details(step));
  }

  static Map<String, Object> details(ObjectionStep step) {
    var details = new HashMap<String, Object>();
    details.put("unit", step.body());
    step.toUnit().ifPresent(unit -> details.put("leadUnit", unit));
    step.ending().ifPresent(ending -> details.put("ending", ending.name()));
    if (!step.reason().isBlank()) {
      details.put("reason", step.reason());
    }
    return details;
  }

  /** Nothing stays open; nothing happens when nothing is. */
  void end(CaseId id, ObjectionEnding ending, Actor actor) {
    records.open(id).ifPresent(objection -> {
      add(objection, new ObjectionStep(ObjectionState.ENDED, objection.last().body(), Optional.empty(),
          Optional.of(ending), "", "", Optional.empty(), actor.id(), records.now()), "objection.ended", actor);
      clocks.decided(id);
    });
  }

  /** The office assigns anew, or takes the petition back to screening: it agrees, whichever form it used. */
  void agreedByActing(CaseId id, Actor actor) {
    records.open(id).filter(objection -> objection.state() == ObjectionState.WITH_SENDER).ifPresent(objection -> {
      add(objection, step(objection, ObjectionState.AGREED, objection.sender(), "", actor), "objection.agreed", actor);
      clocks.decided(id);
    });
  }

  /** The petition is screened once more: nothing of the assignment is left. */
  void takenBackByOffice(CaseId id, Actor actor) {
    end(id, ObjectionEnding.MOVED, actor);
    clocks.used(id);
  }

  ObjectionStep step(Objection objection, ObjectionState state, String body, String reason, Actor actor) {
    return new ObjectionStep(state, body, Optional.empty(), Optional.empty(), reason, "", Optional.empty(), actor.id(),
        records.now());
  }

  @EventListener
  void on(CaseClosed closed) {
    end(closed.id(), ObjectionEnding.CLOSED, Actor.SYSTEM);
  }

  /** Before the clocks of the case are handed on. */
  @EventListener
  @Order(1)
  void on(StepTakenUpAgain step) {
    var id = step.caseId();
    switch (step.key()) {
      case PetitionHandling.USER_SCREEN -> {
        agreedByActing(id, step.by());
        takenBackByOffice(id, step.by());
      }
      case PetitionAssignment.USER_ACCEPT -> {
        end(id, ObjectionEnding.TAKEN_BACK, step.by());
        clocks.leave(id, cases.get(id).leadUnit().orElseThrow());
      }
      case PetitionAssignment.USER_REASSIGN -> clocks.used(id);
      case PetitionObjection.USER_DECIDE -> again(id, ObjectionState.WITH_SENDER, step.by());
      case PetitionObjection.USER_RULE -> again(id, ObjectionState.WITH_SUPERIOR, step.by());
      default -> {
        // Other steps have nothing to do with an objection.
      }
    }
  }

  /** Whoever had passed it on has it again, with a time of its own. */
  private void again(CaseId id, ObjectionState state, Actor actor) {
    records.open(id).ifPresent(objection -> {
      var before = objection.steps().stream().filter(step -> step.state() == state)
          .reduce((earlier, later) -> later).orElseThrow();
      add(objection, step(objection, state, before.body(), "", actor), "objection.reopened", actor);
      clocks.waitFor(id, before.body());
    });
  }
}
