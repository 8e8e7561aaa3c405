package org.petitiondesk.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many petitions one address has handed in lately. In memory and for each node alone: it keeps a flood out and is
 * no record of anybody.
 */
@Component
public class PublicRate {

  private static final int ADDRESSES = 10_000;

  private final Map<String, Deque<Instant>> lately = new ConcurrentHashMap<>();
  private final IntakeSettings settings;
  private final Clock clock;

  PublicRate(IntakeSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public boolean isExceeded(String address) {
    if (settings.publicLimit() == 0) {
      return false;
    }
    var times = lately.get(address);
    return times != null && recent(times) >= settings.publicLimit();
  }

  public void count(String address) {
    if (settings.publicLimit() == 0) {
      return;
    }
    if (lately.size() >= ADDRESSES) {
      lately.values().removeIf(times -> recent(times) == 0);
    }
    var times = lately.computeIfAbsent(address, any -> new ArrayDeque<>());
    synchronized (times) {
      times.addLast(clock.instant());
    }
  }

  private int recent(Deque<Instant> times) {
    var since = clock.instant().minus(settings.publicPeriod());
    synchronized (times) {
      while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
        times.removeFirst();
      }
      return times.size();
    }
  }
}
