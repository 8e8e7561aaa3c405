package org.petitiondesk.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first steps of a newcomer. In a demonstration it begins by itself the first time that somebody who works on cases
 * logs in; everywhere else when it is asked for.
 */
@Component
public class Tour {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final boolean forNewcomers;
  // Most people have seen it; nobody asks the database about them again and again.
  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  Tour(JdbcClient jdbc, Clock clock, @Value("${petition-desk.demo.tour:false}") boolean forNewcomers) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.forNewcomers = forNewcomers;
  }

  /** One of the tours; {@code targets} are what each step points at, as CSS selectors, empty for nothing. */
  public enum Guide {
    OFFICER("", "main", "nav a[href$='/petitions/new']", "nav a[href$='/register']", ".help-link"), HANDLER("", "main",
        "nav a[href$='/notices']", ".help-link"), LEADER("", "main", ".reader", ".help-link");

    private final List<String> targets;

    Guide(String... targets) {
      this.targets = List.of(targets);
    }

    /** What an officer who leads does first is an officer's work. */
    static Optional<Guide> of(Actor actor) {
      if (actor.has(Role.OFFICER)) {
        return Optional.of(OFFICER);
      }
      if (actor.has(Role.LEADER)) {
        return Optional.of(LEADER);
      }
      return actor.has(Role.HANDLER) ? Optional.of(HANDLER) : Optional.empty();
    }

    public List<Step> steps() {
      return IntStream.range(0, targets.size()).mapToObj(place -> new Step(place + 1, targets.get(place))).toList();
    }
  }

  /** @param number in the message {@code people.tour.OFFICER-1} and its text */
  public record Step(int number, String target) {}

  /** The tour that shall be shown to the actor now. */
  public Optional<Guide> due(Actor actor) {
    return Guide.of(actor).filter(guide -> !ended.contains(actor.id()) && isDue(actor));
  }

  /** Seen to the end or sent away: it does not come back by itself. */
  @Transactional
  public void end(Actor actor) {
    write(actor, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    ended.add(actor.id());
  }

  @Transactional
  public void again(Actor actor) {
    write(actor, null);
    ended.remove(actor.id());
  }

  private boolean isDue(Actor actor) {
    var rows = jdbc.sql("select ended_at from account_tour where account = ?").param(actor.id())
        .query((row, number) -> row.getTimestamp("ended_at") != null).list();
    if (rows.contains(true)) {
      ended.add(actor.id());
    }
    return rows.isEmpty() ? forNewcomers : rows.contains(false);
  }

  private void write(Actor actor, Timestamp at) {
    // Two windows may end it at once.
    jdbc.sql("insert into account_tour (account, ended_at) values (?, ?) on conflict do nothing")
        .params(actor.id(), at).update();
    jdbc.sql("update account_tour set ended_at = ? where account = ?").params(at, actor.id()).update();
  }
}
