package org.petitiondesk.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.petitiondesk.kernel.Actor;

/**
 * Who moves the token on this thread, and from which task; the engine's listeners have no other way to know. Jobs act as
 * the system.
 */
final class Acting {

  private static final Sending NOBODY = new Sending(Actor.SYSTEM, Optional.empty(), Sending.Move.ON, "");

  private static final ThreadLocal<Sending> CURRENT = new ThreadLocal<>();

  private Acting() {}

  static <T> T as(Actor actor, Supplier<T> act) {
    var sending = sending();
    return with(new Sending(actor, sending.task(), sending.move(), sending.words()), act);
  }

  static <T> T with(Sending sending, Supplier<T> act) {
    var before = CURRENT.get();
    CURRENT.set(sending);
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
    return sending().by();
  }

  static Sending sending() {
    var sending = CURRENT.get();
    return sending == null ? NOBODY : sending;
  }
}
