package org.petitiondesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Complete cases per second, from registration to closed, with four clients: the desk through its services against the
 * engine alone in its stock setting (history FULL) on the same models. Both run in this JVM and take turns, so that
 * neither has the warmer machine.
 */
class CasesBench implements Bench.Measurement {

  private static final int CLIENTS = 4;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 20));
  private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.round", 15));

  private final AtomicLong numbers = new AtomicLong();
  private final Function<Path, Databases> databases;

  CasesBench(Function<Path, Databases> databases) {
    this.databases = databases;
  }

  /** Takes one case from registration to its closing state. */
  interface Side extends AutoCloseable {

    void handle(long number);

    @Override
    void close();
  }

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = databases.apply(folder);
    try (Side desk = new DeskSide(both.desk(), both.user(), both.password(), folder);
        Side bare = new BareSide(both.bare(), both.user(), both.password())) {
      round(desk, WARM_UP);
      round(bare, WARM_UP);
      var ours = 0.0;
      var theirs = 0.0;
      for (var i = 0; i < ROUNDS; i++) {
        ours += round(desk, ROUND) / ROUNDS;
        theirs += round(bare, ROUND) / ROUNDS;
      }
      Bench.print(name + "-desk", ours, "cases/s");
      Bench.print(name + "-bare", theirs, "cases/s");
      Bench.print(name, ours / theirs, "ratio");
    } finally {
      both.close().run();
      Folders.delete(folder);
    }
  }

  private double round(Side side, Duration length) throws Exception {
    var done = new AtomicLong();
    var pool = Executors.newFixedThreadPool(CLIENTS);
    var begin = System.nanoTime();
    var end = begin + length.toNanos();
    var clients = IntStream.range(0, CLIENTS).<Callable<Void>>mapToObj(client -> () -> {
      while (System.nanoTime() < end) {
        side.handle(numbers.incrementAndGet());
        done.incrementAndGet();
      }
      return null;
    }).toList();
    try {
      for (var client : pool.invokeAll(clients)) {
        client.get();
      }
    } finally {
      pool.shutdown();
    }
    return done.get() / ((System.nanoTime() - begin) / 1e9);
  }
}
