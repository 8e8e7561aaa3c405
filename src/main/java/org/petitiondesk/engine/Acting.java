package org.petitiondesk.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.petitiondesk.kernel.Actor;

/** Who moves the token on this thread; the engine's listeners have no other way to know. Jobs act as the system. */
final class Acting {

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  /** The task whose completion moves the token on this thread. */
  private static final ThreadLocal<String> SENDER = new ThreadLocal<>();

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

  /** What the work creates was sent by this task. */
  static void sending(String taskId, Runnable work) {
    var before = SENDER.get();
    SENDER.set(taskId);
    try {
      work.run();
    } finally {
      if (before == null) {
        SENDER.remove();
      } else {
        SENDER.set(before);
      }
    }
  }

  static Optional<String> sender() {
    return Optional.ofNullable(SENDER.get());
  }

  static Actor current() {
    var actor = CURRENT.get();
    return actor == null ? Actor.SYSTEM : actor;
  }
}
