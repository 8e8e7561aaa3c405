package org.petitiondesk.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about a message: hand a letter over, or repair what did not arrive. */
@Component
public class NoticeService {

  private final NoticeRepository notices;
  private final NoticeDispatch dispatch;
  private final Letters letters;
  private final Documents documents;
  private final CaseFiles cases;
  private final Processes processes;
  private final AuditTrail audit;

  NoticeService(NoticeRepository notices, NoticeDispatch dispatch, Letters letters, Documents documents,
      CaseFiles cases, Processes processes, AuditTrail audit) {
    this.notices = notices;
    this.dispatch = dispatch;
    this.letters = letters;
    this.documents = documents;
    this.cases = cases;
    this.processes = processes;
    this.audit = audit;
  }

  /** The message that a work item is about, with recipient and address, for the one who may work on it; on record. */
  @Transactional
  public NoticeRow forItem(String item, Actor actor) {
    return opened(notices.get(noticeOf(processes.require(item, actor))), actor);
  }

  /** The letter has arrived: clocks that waited for it stop on that day. */
  @Transactional
  public void handOver(String item, HandOverLetter command, Actor actor) {
    var notice = open(item, NoticeDelivery.USER_HAND_OVER_LETTER, actor);
    requirePaper(command.method());
    var evidence = command.evidence()
        .map(upload -> documents.add(notice.caseId(), DocumentKind.PROOF, upload, actor));
    if (command.method() != notice.channel()) {
      notices.channel(notice.id(), command.method());
      letters.redirected(notice.letterId(), command.method());
    }
    notices.settle(notice.id(), NoticeState.HANDED_OVER, Optional.empty(), Optional.of(command.proof()));
    letters.delivered(notice.letterId(), command.on(), command.proof(), evidence, actor);
    processes.complete(item, actor, NoticeDelivery.HANDED_OVER.with(true));
  }

  /** The letter has come back or was not taken: somebody must find another address or way. */
  @Transactional
  public void returned(String item, String reason, Actor actor) {
    var notice = open(item, NoticeDelivery.USER_HAND_OVER_LETTER, actor);
    notices.settle(notice.id(), NoticeState.FAILED, Optional.of(reason), Optional.empty());
    append(notice, "notice.returned", actor, Map.of("reason", reason));
    processes.complete(item, actor, NoticeDelivery.HANDED_OVER.with(false));
  }

  /** Sends the letter again, to another address or by another way. */
  @Transactional
  public void repair(String item, RepairNotice command, Actor actor) {
    var failed = open(item, NoticeDelivery.USER_REPAIR_NOTICE, actor);
    requireAddress(command);
    var again = dispatch.queue(letters.get(failed.letterId()), command.method(), command.address(), failed.desk(),
        notices.registeringUnit(failed.id()));
    letters.redirected(failed.letterId(), command.method());
    append(failed, "notice.redirected", actor,
        Map.of("method", command.method().name(), "next", again.id().toString()));
    processes.complete(item, actor, NoticeDispatch.facts(again).with(NoticeDelivery.TRY_AGAIN, true));
  }

  /** Whether the mail still waits, so that the actor may send the letter by another way instead. */
  public boolean mayReroute(Notice notice, Actor actor) {
    return notice.state() == NoticeState.QUEUED && notice.channel() == DeliveryMethod.EMAIL
        && actor.belongsTo(Group.of(notice.desk()));
  }

  /** The message with recipient and address, for whoever may {@link #reroute} it; the look is on record. */
  @Transactional
  public NoticeRow forReroute(NoticeId id, Actor actor) {
    return opened(reroutable(id, actor), actor);
  }

  /**
   * Sends the letter by another way or to another address now, instead of waiting for the tries of its mail. Needs the
   * desk of the message and sight of its case. When the mail was quicker, or somebody else, nothing changes
   * ({@link Conflict}).
   */
  @Transactional
  public void reroute(NoticeId id, RepairNotice command, String reason, Actor actor) {
    var waiting = reroutable(id, actor);
    requireAddress(command);
    if (reason.isBlank()) {
      throw Refused.at("reason", "notice.refused.no-reason");
    }
    notices.settle(id, NoticeState.FAILED, Optional.of(reason), Optional.empty());
    var instead = dispatch.queue(letters.get(waiting.letterId()), command.method(), command.address(), waiting.desk(),
        notices.registeringUnit(id));
    letters.redirected(waiting.letterId(), command.method());
    append(waiting, "notice.redirected", actor,
        Map.of("method", command.method().name(), "next", instead.id().toString(), "reason", reason));
    // A mail whose tries are spent has nothing left to do: its next run sees that and ends, and the incident with it.
    processes.retryFailed(waiting.caseId(), NoticeDelivery.KEY, NoticeDelivery.NOTICE_ID, id.toString(), actor);
    processes.start(NoticeDelivery.KEY, waiting.caseId(), NoticeDispatch.facts(instead));
  }

  /** Nobody tries again; whoever waits for the letter hears of it. */
  @Transactional
  public void giveUp(String item, String reason, Actor actor) {
    var failed = open(item, NoticeDelivery.USER_REPAIR_NOTICE, actor);
    notices.giveUp(failed.id());
    letters.undeliverable(failed.letterId(), reason, actor);
    processes.complete(item, actor, NoticeDelivery.TRY_AGAIN.with(false));
  }

  private Notice reroutable(NoticeId id, Actor actor) {
    var waiting = notices.get(id);
    cases.requireSight(waiting.caseId(), actor);
    if (!actor.belongsTo(Group.of(waiting.desk()))) {
      throw new Forbidden("notice.forbidden.desk");
    }
    if (!mayReroute(waiting, actor)) {
      throw new Conflict("notice.settled");
    }
    return waiting;
  }

  private NoticeRow opened(Notice notice, Actor actor) {
    return new NoticeRow(notice, cases.get(notice.caseId()).code(), letters.open(notice.letterId(), actor));
  }

  private Notice open(String item, String step, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.key().equals(step)) {
      throw new Conflict("notice.other-step");
    }
    return notices.get(noticeOf(task));
  }

  /** The model writes the message into the address of the page; read from the task, it can not be another's. */
  private static NoticeId noticeOf(OpenTask task) {
    if (!task.processKey().equals(NoticeDelivery.KEY)) {
      throw new Conflict("notice.other-step");
    }
    return NoticeId.of(task.form().substring(task.form().indexOf("?notice=") + "?notice=".length()));
  }

  private static void requirePaper(DeliveryMethod method) {
    if (method != DeliveryMethod.POST && method != DeliveryMethod.IN_PERSON) {
      throw Refused.at("method", "notice.refused.not-paper");
    }
  }

  private static void requireAddress(RepairNotice command) {
    if (command.method() == DeliveryMethod.POST && command.address().isBlank()) {
      throw Refused.at("address", "notice.refused.no-address");
    }
    if (command.method() == DeliveryMethod.EMAIL) {
      try {
        new InternetAddress(command.address(), true);
      } catch (AddressException e) {
        throw Refused.at("address", "notice.refused.no-email");
      }
    }
  }

  private void append(Notice notice, String act, Actor actor, Map<String, Object> more) {
    var details = new java.util.HashMap<>(more);
    var letter = letters.get(notice.letterId());
    details.putAll(Map.of("notice", notice.id().toString(), "letter", letter.id().toString(), "number",
        letter.number()));
    audit.append(notice.caseId(), actor, act, details);
  }
}
