package org.petitiondesk.petition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.petitiondesk.kernel.CaseId;

/**
 * A unit's objection to an assignment (异议).
 *
 * @param number 1 for the first in the matter
 * @param unit that objects
 * @param sender unit that assigned the petition
 * @param category of the petition when it was made, with {@code territory} what makes a ruling a precedent for others
 * @param basis rule that the unit relies on
 * @param steps at least one, oldest first
 */
public record Objection(UUID id, CaseId caseId, int number, String unit, String sender, String category,
    String territory, String reason, String basis, String madeBy, Instant madeAt, List<ObjectionStep> steps) {

  public Objection {
    steps = List.copyOf(steps);
  }

  public ObjectionStep last() {
    return steps.get(steps.size() - 1);
  }

  public ObjectionState state() {
    return last().state();
  }

  public boolean isOpen() {
    return state().isOpen();
  }

  public boolean isRuled() {
    return state().isRuling();
  }

  /** Whether somebody of this unit is on one of its two sides. */
  boolean isSide(String other) {
    return unit.equals(other) || sender.equals(other);
  }

  /** Accounts that spoke for one of the sides. */
  Stream<String> hands() {
    return Stream.concat(Stream.of(madeBy), IntStream.range(1, steps.size())
        .filter(n -> steps.get(n - 1).state() == ObjectionState.WITH_SENDER).mapToObj(n -> steps.get(n).by()));
  }

  Objection with(List<ObjectionStep> steps) {
    return new Objection(id, caseId, number, unit, sender, category, territory, reason, basis, madeBy, madeAt, steps);
  }

  boolean wasTakenBack() {
    return last().ending().filter(ObjectionEnding.TAKEN_BACK::equals).isPresent();
  }
}
