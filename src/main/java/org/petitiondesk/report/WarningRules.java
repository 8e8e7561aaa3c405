package org.petitiondesk.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.calendar.OfficeHours;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** Asks {@code warning_levels.dmn} whether a sign is a warning, how serious, whose, and how soon somebody has to react. */
@Component
class WarningRules {

  private final Decisions decisions;
  private final OfficeHours officeHours;
  private final WarningSettings settings;

  WarningRules(Decisions decisions, OfficeHours officeHours, WarningSettings settings) {
    this.decisions = decisions;
    this.officeHours = officeHours;
    this.settings = settings;
  }

  /**
   * @param rule id of the row
   * @param reason what the row says beside it
   */
  record Judgement(String level, ReceiverRole receiver, int reaction, ReactionUnit unit, String rule, String reason) {}

  enum ReceiverRole {
    /** The leader of the unit that the warning is about; of the office where it is about none. */
    UNIT_LEADER,
    /** The leader above that unit. */
    LEADER_ABOVE,
    /** Whoever works in the petition office. */
    OFFICE,
    /** The leader of the petition office. */
    OFFICE_LEADER
  }

  enum ReactionUnit {
    WORKING_HOUR, WORKING_DAY
  }

  /** Empty when it is as it should be. Throws {@link IllegalStateException} for a level that no setting knows. */
  Optional<Judgement> of(WarningSign sign) {
    var subject = sign.subject();
    var row = decisions.evaluate("warning_levels",
        Map.of("kind", subject.kind().name(), "unit", subject.unit(), "category", subject.category(), "count",
            sign.history().now(), "excess", sign.history().excess(), "idleDays", sign.idleDays()))
        .single();
    var level = row.text("level");
    if (level.isEmpty()) {
      return Optional.empty();
    }
    settings.level(level).orElseThrow(() -> new IllegalStateException(
        "Row " + row.ruleId() + " of warning_levels.dmn names the unknown level " + level));
    return Optional.of(new Judgement(level, ReceiverRole.valueOf(row.text("receiver")), row.number("reaction"),
        ReactionUnit.valueOf(row.text("reactionUnit")), row.ruleId(), row.annotation()));
  }

  /** Counted from when the receiving unit next works. */
  Instant reactBy(Judgement judgement, Instant from, String unit) {
    var begin = officeHours.within(from, unit);
    return switch (judgement.unit()) {
      case WORKING_HOUR -> officeHours.hoursAfter(begin, judgement.reaction(), unit);
      case WORKING_DAY -> officeHours.daysAfter(begin, judgement.reaction(), unit);
    };
  }

  /** When the office of the unit opens after a day. */
  Instant openingAfter(LocalDate day, String unit) {
    return officeHours.within(day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant(), unit);
  }

  /** The same time again for whoever is above: one working day. */
  Instant reactAgainBy(Instant from, String unit) {
    return officeHours.daysAfter(officeHours.within(from, unit), 1, unit);
  }
}
