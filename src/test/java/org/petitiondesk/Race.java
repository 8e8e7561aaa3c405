package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.petitiondesk.kernel.DeskException;

/** Two people at once, on two real threads. */
public final class Race {

  private Race() {}

  /** Lets both go at the same moment; what each of them was told that it could not do. Anything else fails the test. */
  public static List<DeskException> between(Runnable one, Runnable other) throws Exception {
    var start = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      var told = new ArrayList<DeskException>();
      for (var running : threads.invokeAll(Stream.of(one, other).map(act -> (Callable<Void>) () -> {
        start.await();
        act.run();
        return null;
      }).toList())) {
        try {
          running.get();
        } catch (ExecutionException e) {
          assertThat(e).cause().isInstanceOf(DeskException.class);
          told.add((DeskException) e.getCause());
        }
      }
      return told;
    } finally {
      threads.shutdown();
    }
  }
}
