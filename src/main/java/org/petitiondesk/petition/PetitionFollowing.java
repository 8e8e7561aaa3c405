package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Due;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the petitioner sees. The key to it is the tracking code with its secret; there is no account. */
@Component
@Transactional
public class PetitionFollowing {

  private final CaseFiles cases;
  private final Units units;
  private final Clocks clocks;
  private final Terms terms;
  private final Letters letters;
  private final PetitionRecords records;
  private final AuditTrail audit;
  private final Clock clock;

  PetitionFollowing(CaseFiles cases, Units units, Clocks clocks, Terms terms, Letters letters, PetitionRecords records,
      AuditTrail audit, Clock clock) {
    this.cases = cases;
    this.units = units;
    this.clocks = clocks;
    this.terms = terms;
    this.letters = letters;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty for a wrong code, a wrong secret and too many tries alike. That a report was asked for is on record. */
  public Optional<CaseId> open(String trackingCode, String secret) {
    var found = cases.track(trackingCode, secret);
    found.filter(id -> cases.get(id).isReport())
        .ifPresent(id -> audit.append(id, Actor.PUBLIC, "follow.viewed", Map.of()));
    return found;
  }

  @Transactional(readOnly = true)
  public FollowedPetition of(CaseId id) {
    var petition = cases.get(id);
    var all = letters.of(id);
    var reply = all.stream().filter(PetitionFollowing::isReply)
        .filter(letter -> letter.state() == LetterState.DELIVERED).findFirst();
    var office = units.name(petition.registeringUnit());
    if (petition.isReport()) {
      return FollowedPetition.ofReport(id, petition.code(), petition.isClosed() || reply.isPresent(),
          petition.receivedOn(), office);
    }
    var supplements = records.supplements(id);
    var until = until(petition, supplements, reply);
    return new FollowedPetition(id, petition.code(), false, reply.isPresent(), petition.title(), petition.receivedOn(),
        petition.status(), petition.closingState(), office, petition.leadUnit().map(units::name), turn(petition), until,
        until.filter(due -> due.on().isBefore(Dates.today(clock))).isPresent(),
        all.stream().filter(letter -> !isReply(letter) || letter.state() == LetterState.DELIVERED).toList(),
        points(id, reply.isPresent()), supplements, records.rating(id));
  }

  /** One of the letters that {@link #of} names. */
  @Transactional(readOnly = true)
  public Letter letter(CaseId id, LetterId letter) {
    return of(id).letters().stream().filter(one -> one.id().equals(letter)).findFirst()
        .orElseThrow(() -> new NotFound("documents.letter.not-found"));
  }

  private List<DemandPoint> points(CaseId id, boolean answered) {
    var points = cases.points(id);
    return answered
        ? points
        : points.stream().map(point -> new DemandPoint(point.number(), point.text(), Optional.empty())).toList();
  }

  private static Turn turn(CaseFile petition) {
    return switch (petition.status()) {
      case REGISTERED -> Turn.OFFICE;
      case AWAITING_SUPPLEMENT, DELIVERED -> Turn.PETITIONER;
      case ASSIGNED, HANDLING, REPLYING -> Turn.UNIT;
      case CLOSED -> Turn.NOBODY;
    };
  }

  private Optional<Due> until(CaseFile petition, List<Supplement> supplements, Optional<Letter> reply) {
    if (petition.status() == CaseStatus.AWAITING_SUPPLEMENT) {
      return supplements.stream().filter(entry -> !entry.answer()).reduce((earlier, later) -> later)
          .map(question -> end(Terms.SUPPLEMENT, Dates.local(question.at()).toLocalDate()));
    }
    if (petition.status() == CaseStatus.DELIVERED) {
      return reply.flatMap(Letter::deliveredOn).map(on -> end(Terms.RATING, on));
    }
    return clocks.of(petition.id()).stream().filter(ClockState::running).filter(state -> !state.paused())
        .map(ClockState::due).min(Comparator.comparing(Due::on));
  }

  private Due end(String term, LocalDate from) {
    return new Due(from.plusDays(terms.of(term).length()), false);
  }

  private static boolean isReply(Letter letter) {
    return letter.template().equals(PetitionLetters.REPLY);
  }
}
