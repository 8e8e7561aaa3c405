package org.petitiondesk.bench;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.ReplayChoice;
import org.petitiondesk.designer.Replays;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;

/**
 * A thousand closed cases, from registration to rating, go once more through a draft of the spine and through a draft of
 * the table of terms, beside their versions in force: seconds from the click to the result.
 */
class ReplayBench implements Bench.Measurement {

  private static final int CASES = Integer.getInteger("bench.cases", 1000);
  private static final int CLIENTS = 4;

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = Databases.h2(folder);
    try (var desk = new DeskSide(both.desk(), both.user(), both.password(), folder)) {
      close(desk);
      replay(desk, ModelKind.BPMN, "petition_handling", name);
      replay(desk, ModelKind.DMN, "clock_terms", name + "-terms");
    } finally {
      both.close().run();
      Folders.delete(folder);
    }
  }

  private static void close(DeskSide desk) throws Exception {
    var number = new AtomicLong();
    var pool = Executors.newFixedThreadPool(CLIENTS);
    try {
      var clients = IntStream.range(0, CLIENTS).<Callable<Void>>mapToObj(client -> () -> {
        for (var next = number.incrementAndGet(); next <= CASES; next = number.incrementAndGet()) {
          desk.handle(next);
        }
        return null;
      }).toList();
      for (var client : pool.invokeAll(clients)) {
        client.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static void replay(DeskSide desk, ModelKind kind, String key, String name) throws InterruptedException {
    var designer = desk.bean(Accounts.class).actor("designer");
    var replays = desk.bean(Replays.class);
    var draft = desk.bean(DraftService.class).fromVersion(kind, key, 1, designer);
    var today = Dates.today(desk.bean(Clock.class));
    var begin = System.nanoTime();
    replays.start(draft, new ReplayChoice(today, today, Optional.empty(), Optional.empty()), designer);
    while (replays.last(draft, designer).orElseThrow().isRunning()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    var result = replays.lastDone(draft, designer).orElseThrow().result().orElseThrow();
    if (!List.of(CASES, CASES).equals(List.of(result.cases(), result.tried())) || result.changes() > 0) {
      throw new IllegalStateException("Not every case was tried, or the draft is not the version in force: " + result);
    }
    Bench.print(name, took.toMillis() / 1000.0, "s");
  }
}
