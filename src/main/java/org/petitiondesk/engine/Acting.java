package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.petitiondesk.kernel.Actor;

/**
 * Who moves the token on this thread, from which task, and what has opened so far; the engine's listeners have no other
 * way to know. Jobs act as the system.
 */
final class Acting {

  private static final Sending NOBODY = new Sending(Actor.SYSTEM, Optional.empty(), Sending.Move.ON, "");

  private static final ThreadLocal<Acting> CURRENT = new ThreadLocal<>();

  private final Sending sending;
  private final List<OpenTask> opened = new ArrayList<>();

  private Acting(Sending sending) {
    this.sending = sending;
  }

  static <T> T as(Actor actor, Supplier<T> act) {
    var sending = sending();
    return with(new Sending(actor, sending.task(), sending.move(), sending.words()), act);
  }

  static <T> T with(Sending sending, Supplier<T> act) {
    var before = CURRENT.get();
    CURRENT.set(new Acting(sending));
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
    var acting = CURRENT.get();
    return acting == null ? NOBODY : acting.sending;
  }

  /** A task has come about; the engine itself finds it by a query only when it has written it. */
  static void open(OpenTask task) {
    var acting = CURRENT.get();
    if (acting != null) {
      acting.opened.add(task);
    }
  }

  /** The tasks that this act has opened. */
  static List<OpenTask> opened() {
    return List.copyOf(CURRENT.get().opened);
  }
}
