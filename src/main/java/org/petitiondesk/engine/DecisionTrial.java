package org.petitiondesk.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table that does not run: what would these inputs give, and which row says so. Nothing is deployed. One
 * table at a time and not for long: nobody has approved yet what it computes.
 */
@Component
public class DecisionTrial {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Semaphore free = new Semaphore(1);
  private final Duration limit;

  DecisionTrial() {
    this(Duration.ofSeconds(10));
  }

  DecisionTrial(Duration limit) {
    this.limit = limit;
  }

  /**
   * @param source a table that the guard lets pass
   * @param inputs by the names that the table uses, as people type them: a day as {@code 2026-03-01}, nothing as empty
   * @throws Refused when the table can not say or does not within ten seconds, with the reason
   */
  public Fired evaluate(String decision, String source, Map<String, String> inputs) {
    try {
      if (!free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refused.because("engine.trial.busy");
      }
      var asking = new FutureTask<>(() -> ask(decision, source, inputs));
      start(asking);
      return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refused.because("engine.trial.too-long");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : Refused.because("engine.trial.failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.because("engine.trial.too-long");
    }
  }

  /** The next one begins when this one has ended, also when nobody waits for it any more. */
  private void start(Runnable asking) {
    var thread = new Thread(() -> {
      try {
        asking.run();
      } finally {
        free.release();
      }
    }, "decision-trial");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private static Fired ask(String decision, String source, Map<String, String> inputs) {
    var facts = new HashMap<String, Object>();
    inputs.forEach((name, typed) -> facts.put(name, fact(typed)));
    return AskedTable.of(decision, source).ask(facts);
  }

  private static Object fact(String typed) {
    return typed.isBlank() ? null : DAY.matcher(typed).matches() ? LocalDate.parse(typed) : typed.strip();
  }
}
