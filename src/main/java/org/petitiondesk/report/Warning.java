package org.petitiondesk.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.Group;

/**
 * An early warning as it stands now.
 *
 * @param number {@code YJ2026-000012}
 * @param office the petition office whose register shows it
 * @param level code of a {@link WarningSettings.Level}
 * @param lastOn the last day on which the figures showed it
 * @param idleDays working days (工作日) without an act; 0 for other kinds
 * @param receiver whose it is
 * @param reactBy until when they react, or it goes one level up
 * @param raisedLevels how often it has gone up
 * @param answer present once it is answered, and then it is closed
 * @param instruction present when it was answered with one
 * @param run id of its process
 */
public record Warning(WarningId id, String number, WarningSubject subject, String office, String level,
    LocalDate raisedOn, Instant raisedAt, LocalDate lastOn, History history, int idleDays, Group receiver,
    Instant reactBy, int raisedLevels, Optional<Answer> answer, Optional<Instruction> instruction,
    String run) {

  /** What was found and what is done. */
  public record Answer(String finding, WarningAction action, String words, String by, Instant at) {}

  /** What a unit was told to do, and until when. */
  public record Instruction(String unit, LocalDate until, Optional<Report> report) {}

  /** What the unit says it has done. */
  public record Report(String words, String by, Instant at) {}

  /**
   * One change of level.
   *
   * @param rule id of the row that said so; empty when a person did
   */
  public record LevelChange(String level, int count, String reason, String rule, String by, Instant at) {}

  /** Somebody whose it became. */
  public record Given(Group receiver, Instant reactBy, Instant at) {}

  public boolean isOpen() {
    return answer.isEmpty();
  }
}
