package org.petitiondesk.designer;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.designer.Replay.State;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.PastCases;
import org.petitiondesk.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closed cases go through a draft once more, in the background, one replay at a time. Nothing is sent, written or changed
 * by it but its own result.
 */
@Service
public class Replays {

  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
  private static final int MOST_CASES = 5000;

  private final ReplayTable table;
  private final DraftTable drafts;
  private final DraftService service;
  private final DraftRules rules;
  private final Rehearsal rehearsal;
  private final PastCases cases;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Thread worker = new Thread("replay");

  Replays(ReplayTable table, DraftTable drafts, DraftService service, DraftRules rules, Rehearsal rehearsal,
      PastCases cases, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.drafts = drafts;
    this.service = service;
    this.rules = rules;
    this.rehearsal = rehearsal;
    this.cases = cases;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** It was called off while it ran. */
  private static final class CalledOff extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /**
   * Begins in the background.
   *
   * @throws Conflict while another one runs
   * @throws Refused for a draft that may not run
   */
  public ReplayId start(DraftId id, ReplayChoice choice, Actor actor) {
    rules.requireReader(actor);
    var draft = drafts.get(id);
    var source = drafts.source(id);
    if (draft.kind() == ModelKind.FORM) {
      throw Refused.because("designer.refused.replay-form");
    }
    if (choice.to().isBefore(choice.from())) {
      throw Refused.at("to", "designer.refused.period");
    }
    if (!service.findings(draft).isEmpty()) {
      throw Refused.because("designer.refused.replay-findings");
    }
    var replay = new Replay(ReplayId.next(), id, hash(source), choice, actor.id(), clock.instant(), State.RUNNING, 0, 0,
        Optional.empty(), Optional.empty());
    transaction.executeWithoutResult(status -> {
      if (!table.insert(replay)) {
        throw new Conflict("designer.conflict.replay");
      }
      var details = new LinkedHashMap<String, Object>(Map.of("kind", draft.kind().name(), "model", draft.key(), "from",
          choice.from().toString(), "to", choice.to().toString()));
      choice.unit().ifPresent(unit -> details.put("unit", unit));
      choice.category().ifPresent(category -> details.put("category", category));
      audit.append(id.chain(), actor, "model.replayed", details);
    });
    worker = new Thread(() -> work(replay, draft, source), "replay");
    worker.setDaemon(true);
    worker.setPriority(Thread.MIN_PRIORITY);
    worker.start();
    return replay.id();
  }

  /** Nothing happens when it has ended. */
  @Transactional
  public void cancel(ReplayId id, Actor actor) {
    rules.requireReader(actor);
    table.end(id, State.CANCELLED, Optional.empty(), clock.instant());
  }

  @Transactional(readOnly = true)
  public Replay get(ReplayId id, Actor actor) {
    rules.requireReader(actor);
    return table.get(id);
  }

  /** The last one of a draft, whatever became of it. */
  @Transactional(readOnly = true)
  public Optional<Replay> last(DraftId draft, Actor actor) {
    rules.requireReader(actor);
    return table.last(draft);
  }

  /** The last one of a draft that was brought to its end. */
  @Transactional(readOnly = true)
  public Optional<Replay> lastDone(DraftId draft, Actor actor) {
    rules.requireReader(actor);
    return table.lastDone(draft);
  }

  /** Whether the draft still says what was tried. */
  @Transactional(readOnly = true)
  public boolean isCurrent(Replay replay) {
    return replay.textHash().equals(hash(drafts.source(replay.draft())));
  }

  /** Waits for the one that was begun last. */
  void await() throws InterruptedException {
    worker.join();
  }

  @PreDestroy
  void stop() {
    worker.interrupt();
  }

  private void work(Replay replay, Draft draft, String source) {
    try {
      var chosen = cases.closed(replay.choice().from(), replay.choice().to(), replay.choice().unit(),
          replay.choice().category(), MOST_CASES);
      var result = rehearsal.of(draft, source, chosen, (done, total) -> {
        if (Thread.currentThread().isInterrupted()
            || (done % 10 == 0 || total < 10) && !table.progress(replay.id(), done, total, clock.instant())) {
          throw new CalledOff();
        }
      });
      table.end(replay.id(), State.DONE, Optional.of(result), clock.instant());
    } catch (CalledOff e) {
      table.end(replay.id(), State.CANCELLED, Optional.empty(), clock.instant());
    } catch (RuntimeException | Error e) {
      // Also when memory was short: the next one may begin.
      LOG.error("Replay {} of draft {} came to no end", replay.id(), draft.id(), e);
      table.end(replay.id(), State.FAILED, Optional.empty(), clock.instant());
    }
  }

  private static String hash(String source) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
