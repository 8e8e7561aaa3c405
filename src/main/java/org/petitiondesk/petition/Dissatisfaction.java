package org.petitiondesk.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A petitioner who is not satisfied with what was done; once for each answer.
 *
 * @param answer number of the handling opinion that it is about, from 1
 * @param unit the unit that handled it and does not decide here
 * @param procedure whether the procedure was kept; empty when a rating tells only of the rest
 * @param calls what was said and decided each time, the earliest first
 */
public record Dissatisfaction(CaseId caseId, int answer, DissatisfactionSource source, String unit, Solved solved,
    Optional<Satisfaction> procedure, Optional<Satisfaction> attitude, String words, Instant raisedAt,
    List<Call> calls) {

  /** @param redress what the unit did about it when it was sent back */
  public record Call(int number, Solved solved, Satisfaction procedure, Satisfaction attitude,
      CallBackDecision decision, String reason, String by, Instant at, Optional<Redress> redress) {}

  public record Redress(String text, String by, Instant at) {}

  public boolean isOpen() {
    return calls.isEmpty() || calls.get(calls.size() - 1).decision() == CallBackDecision.BACK;
  }
}
