package org.petitiondesk.escalation;

import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a unit whose clock has run out under supervision. */
@Component
class SupervisionListing {

  private final Supervisions supervisions;
  private final SupervisionTimes times;
  private final Units units;
  private final MessageSource messages;

  SupervisionListing(Supervisions supervisions, SupervisionTimes times, Units units, MessageSource messages) {
    this.supervisions = supervisions;
    this.times = times;
    this.units = units;
    this.messages = messages;
  }

  /** False when the unit can not be supervised here: it is dissolved, or is not the one that works on the case. */
  boolean byRule(ClockState clock, CaseFile file) {
    if (!worksOn(clock.unit(), file)) {
      return false;
    }
    if (supervisions.open(file.id(), clock.unit()).isEmpty()) {
      open(clock, file, say("escalation.listing.reason", say("calendar.kind." + clock.kind()), clock.due().on()),
          Actor.SYSTEM);
    }
    return true;
  }

  /** Whether the actor may put the unit under supervision, and it is not yet. */
  boolean mayOrder(ClockState clock, CaseFile file, Actor actor) {
    return worksOn(clock.unit(), file) && supervisions.mayOpen(file, clock.unit(), actor)
        && supervisions.open(file.id(), clock.unit()).isEmpty();
  }

  void open(ClockState clock, CaseFile file, String reason, Actor actor) {
    supervisions.open(file.id(), clock.unit(), SupervisionKind.WRITTEN, say("escalation.listing.demand"),
        times.proposed(false), reason, actor);
  }

  private boolean worksOn(String unit, CaseFile file) {
    return (file.leadUnit().equals(Optional.of(unit)) || file.coUnits().contains(unit))
        && units.find(unit).filter(known -> !known.dissolved()).isPresent();
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
  }
}
