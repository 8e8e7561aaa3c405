package org.petitiondesk.notice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterIssued;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts every letter that is signed on its way, within the transaction that signs it. */
@Component
class NoticeDispatch {

  private final NoticeRepository notices;
  private final Letters letters;
  private final CaseFiles cases;
  private final Units units;
  private final Accounts accounts;
  private final Processes processes;
  private final Clock clock;

  NoticeDispatch(NoticeRepository notices, Letters letters, CaseFiles cases, Units units, Accounts accounts,
      Processes processes, Clock clock) {
    this.notices = notices;
    this.letters = letters;
    this.cases = cases;
    this.units = units;
    this.accounts = accounts;
    this.processes = processes;
    this.clock = clock;
  }

  @EventListener
  void on(LetterIssued event) {
    var letter = letters.get(event.id());
    var notice = queue(letter, event.method(), addressFor(event.method(), letter), desk(letter.unit()),
        cases.get(event.caseId()).registeringUnit());
    processes.start(NoticeDelivery.KEY, event.caseId(), facts(notice));
  }

  Notice queue(Letter letter, DeliveryMethod channel, String address, String desk, String registeringUnit) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var notice = new Notice(NoticeId.next(), letter.caseId(), letter.id(), channel, NoticeState.QUEUED, letter.unit(),
        desk, address, 0, Optional.empty(), Optional.empty(), Optional.empty(), now, now);
    notices.insert(notice, registeringUnit);
    return notice;
  }

  static Facts facts(Notice notice) {
    return Facts.none().with(NoticeDelivery.NOTICE_ID, notice.id().toString())
        .with(NoticeDelivery.CHANNEL, notice.channel().name()).with(NoticeDelivery.DESK, notice.desk());
  }

  private static String addressFor(DeliveryMethod method, Letter letter) {
    return switch (method) {
      case EMAIL -> letter.recipient().email();
      case POST -> letter.recipient().address();
      case IN_PERSON, PORTAL -> "";
    };
  }

  /** A petition office has officers, a unit that handles has handlers, a body that only looks again has reviewers. */
  private String desk(String unit) {
    var role = units.get(unit).kind() == UnitKind.PETITION_OFFICE
        ? Role.OFFICER
        : Stream.of(Role.HANDLER, Role.REVIEWER).filter(each -> !accounts.inUnit(unit, each).isEmpty()).findFirst()
            .orElse(Role.HANDLER);
    return new Group(role, unit).toString();
  }
}
