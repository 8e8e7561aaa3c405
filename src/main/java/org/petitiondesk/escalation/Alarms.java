package org.petitiondesk.escalation;

import java.time.Clock;
import java.util.List;
import org.petitiondesk.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The alarms that somebody has received. */
@Component
@Transactional
public class Alarms {

  private static final int MOST = 100;

  private final AlarmTable table;
  private final Clock clock;

  Alarms(AlarmTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The actor's own, newest first. */
  @Transactional(readOnly = true)
  public List<ReceivedAlarm> of(Actor actor) {
    return table.received(actor.id(), MOST);
  }

  @Transactional(readOnly = true)
  public long unread(Actor actor) {
    return table.unread(actor.id());
  }

  /** The actor has seen all of them. */
  public void read(Actor actor) {
    table.read(actor.id(), clock.instant());
  }
}
