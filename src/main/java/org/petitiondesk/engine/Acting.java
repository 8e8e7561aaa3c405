package org.petitiondesk.engine;

import java.util.function.Supplier;
import org.petitiondesk.kernel.Actor;

/** Who moves the token on this thread; the engine's listeners have no other way to know. Jobs act as the system. */
final class Acting {

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  private Acting() {}

  static <T> T as(Actor actor, Supplier<T> act) {
    var before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return act.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  static Actor current() {
    var actor = CURRENT.get();
    return actor == null ? Actor.SYSTEM : actor;
  }
}
