package org.petitiondesk.notice;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of notice_delivery that nobody has to take. */
@Component
public class NoticeSteps {

  private final NoticeRepository notices;
  private final NoticeAttempts attempts;
  private final Letters letters;
  private final MailRoom mailRoom;
  private final AuditTrail audit;
  private final Clock clock;

  NoticeSteps(NoticeRepository notices, NoticeAttempts attempts, Letters letters, MailRoom mailRoom, AuditTrail audit,
      Clock clock) {
    this.notices = notices;
    this.attempts = attempts;
    this.letters = letters;
    this.mailRoom = mailRoom;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends the mail. False when the server refuses the address for good; a value and not an exception, for that would mark
   * the transaction for rollback and take the record of the refusal with it. A server that can not be reached is an
   * exception: the step is tried again. A letter that somebody has sent by another way meanwhile is not mailed any more;
   * a mail that was already under way is noted, and the other way stays the one that counts.
   */
  @Transactional
  public boolean send(NoticeId id) {
    var notice = notices.get(id);
    if (notice.state() != NoticeState.QUEUED) {
      return true;
    }
    var letter = letters.get(notice.letterId());
    var mail = mailRoom.compose(notice, letter);
    attempts.begun(id, mail.messageId());
    try {
      mailRoom.send(mail);
    } catch (AddressRefused refusal) {
      var waited = notices.settled(id, NoticeState.FAILED, Optional.of("AddressRefused"), Optional.empty());
      append("notice.refused", notice, letter);
      return !waited;
    } catch (MailException fault) {
      attempts.failed(id, fault);
      throw fault;
    }
    if (!notices.settled(id, NoticeState.SENT, Optional.empty(), Optional.of(mail.messageId()))) {
      append("notice.sent-late", notice, letter);
      return true;
    }
    letters.delivered(letter.id(), Dates.today(clock), mail.messageId(), Optional.empty(), Actor.SYSTEM);
    return true;
  }

  /** Lets the follow page show the letter. */
  @Transactional
  public void publish(NoticeId id) {
    var notice = notices.get(id);
    var proof = "portal:" + id;
    notices.settle(id, NoticeState.PUBLISHED, Optional.empty(), Optional.of(proof));
    letters.delivered(notice.letterId(), Dates.today(clock), proof, Optional.empty(), Actor.SYSTEM);
  }

  private void append(String act, Notice notice, Letter letter) {
    audit.append(notice.caseId(), Actor.SYSTEM, act,
        Map.of("notice", notice.id().toString(), "letter", letter.id().toString(), "number", letter.number()));
  }
}
