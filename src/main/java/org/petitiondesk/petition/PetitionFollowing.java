package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.Verdict;
import org.petitiondesk.calendar.OfficialDay;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.LodgedCopy;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
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
  private final ReconsiderationRights rights;
  private final ReconsiderationRecords reconsiderations;
  private final ReconsiderationService service;
  private final DissatisfactionRecords dissatisfactions;
  private final CaseReviews reviews;
  private final ObjectionRecords objections;
  private final FollowTries tries;
  private final Clock clock;

  PetitionFollowing(CaseFiles cases, Units units, Clocks clocks, Terms terms, Letters letters, PetitionRecords records,
      ReconsiderationRights rights, ReconsiderationRecords reconsiderations, ReconsiderationService service,
      DissatisfactionRecords dissatisfactions, CaseReviews reviews, ObjectionRecords objections,
      FollowTries tries, Clock clock) {
    this.cases = cases;
    this.units = units;
    this.clocks = clocks;
    this.terms = terms;
    this.letters = letters;
    this.records = records;
    this.rights = rights;
    this.reconsiderations = reconsiderations;
    this.service = service;
    this.dissatisfactions = dissatisfactions;
    this.reviews = reviews;
    this.objections = objections;
    this.tries = tries;
    this.clock = clock;
  }

  /**
   * Empty for a wrong code, a wrong secret and too many tries alike. That a report was asked for is on record.
   *
   * @param address network address of whoever asks
   */
  public Optional<CaseId> open(String trackingCode, String secret, String address) {
    if (!tries.mayTry(address)) {
      return Optional.empty();
    }
    var found = cases.track(trackingCode, secret, Actor.PUBLIC);
    if (found.isEmpty()) {
      tries.wrong(address);
    }
    return found;
  }

  @Transactional(readOnly = true)
  public boolean isDispute(CaseId id) {
    return cases.get(id).kind() == CaseKind.DISPUTE;
  }

  /** Which side of its case a code belongs to; empty for the code of the receipt. */
  @Transactional(readOnly = true)
  public String follower(String trackingCode) {
    return cases.followerOf(trackingCode).orElse("");
  }

  @Transactional(readOnly = true)
  public FollowedPetition of(CaseId id) {
    var petition = cases.get(id);
    var all = letters.of(id);
    var opinions = opinions(id, all);
    var last = opinions.stream().reduce((earlier, later) -> later).map(FollowedOpinion::letter);
    var office = units.name(petition.registeringUnit());
    if (petition.isReport()) {
      return FollowedPetition.ofReport(id, petition.code(), petition.isClosed() || last.isPresent(),
          petition.receivedOn(), office);
    }
    var supplements = records.supplements(id);
    var objection = objections.open(id);
    var until = until(petition, supplements, last);
    return new FollowedPetition(id, petition.code(), false, last.isPresent(), petition.title(), petition.receivedOn(),
        petition.status(), petition.closingState(), office, petition.leadUnit().map(units::name),
        turn(petition, objection),
        objection.filter(one -> one.state() != ObjectionState.WITH_SENDER).map(one -> units.name(one.last().body())),
        objection.isPresent(), until,
        until.filter(due -> due.on().isBefore(Dates.today(clock))).isPresent(),
        all.stream().filter(letter -> !isOpinion(letter) || letter.state() == LetterState.DELIVERED).toList(),
        // A new answer stands on the register from its signature on; it is the petitioner's from its arrival on.
        points(id, last.isPresent() && petition.status() != CaseStatus.REPLYING), supplements, records.rating(id),
        rights.of(id).filter(right -> right.state() != ReviewRight.State.USED).map(this::remedy), review(id),
        dissatisfactions.open(id).isPresent() || reviews.isOpen(id), opinions,
        rights.isFinal(id), cases.proof(id).text());
  }

  /** What was handed in, for its petitioner; of a report nothing is given out. */
  @Transactional(readOnly = true)
  public LodgedCopy copy(CaseId id) {
    if (cases.get(id).isReport()) {
      throw new NotFound("petition.follow.not-for-reports");
    }
    return cases.lodgedCopy(id);
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

  private static Turn turn(CaseFile petition, Optional<Objection> objection) {
    if (objection.isPresent()) {
      return objection.get().state() == ObjectionState.WITH_SENDER ? Turn.OFFICE : Turn.BODY;
    }
    return switch (petition.status()) {
      case REGISTERED -> Turn.OFFICE;
      case AWAITING_SUPPLEMENT, DELIVERED -> Turn.PETITIONER;
      case ASSIGNED, HANDLING, REPLYING -> Turn.UNIT;
      case RECONSIDERATION -> Turn.BODY;
      case CLOSED -> Turn.NOBODY;
    };
  }

  private Optional<Deadline> until(CaseFile petition, List<Supplement> supplements, Optional<Letter> last) {
    if (petition.status() == CaseStatus.AWAITING_SUPPLEMENT) {
      return supplements.stream().filter(entry -> !entry.answer()).reduce((earlier, later) -> later)
          .map(question -> end(Terms.SUPPLEMENT, Dates.local(question.at()).toLocalDate()));
    }
    if (petition.status() == CaseStatus.DELIVERED) {
      return last.flatMap(Letter::deliveredOn).map(on -> end(Terms.RATING, on));
    }
    // What units owe the house besides is not the petitioner's to wait for; that they are called back is.
    var house = clocks.lasting();
    return clocks.of(petition.id()).stream().filter(ClockState::running).filter(state -> !state.paused())
        .filter(state -> !house.contains(state.kind()) || state.kind().equals(Terms.DISSATISFACTION))
        .filter(state -> !state.isRight()).min(Comparator.comparing(state -> state.due().on()))
        .map(this::deadline);
  }

  private Deadline deadline(ClockState state) {
    var story = clocks.story(state.caseId(), state.id());
    var days = story.explanation().days();
    return new Deadline(state.kind(), state.term(), state.startedOn(), state.due(),
        story.hands().spans().stream().filter(span -> span.waiting().isPresent()).toList(),
        story.explanation().length() - state.term().length(), holidays(days),
        days.stream().anyMatch(day -> day.verdict() == Verdict.ROLLED));
  }

  /** One day of each festival that kept days from being counted. */
  private static List<OfficialDay> holidays(List<Day> days) {
    return List.copyOf(days.stream().filter(day -> day.verdict() == Verdict.DAY_OFF || day.verdict() == Verdict.ROLLED)
        .flatMap(day -> day.holiday().stream())
        .collect(Collectors.toMap(OfficialDay::name, day -> day, (first, later) -> first, LinkedHashMap::new))
        .values());
  }

  private Deadline end(String kind, LocalDate from) {
    return Deadline.plain(kind, terms.of(kind), from);
  }

  private Remedy remedy(ReviewRight right) {
    return new Remedy(right.level(), deadline(right.time()), right.body().orElse(""),
        right.state() == ReviewRight.State.LAPSED);
  }

  private Optional<FollowedReview> review(CaseId id) {
    return reconsiderations.open(id).map(asked -> new FollowedReview(asked.level(), units.name(asked.body()),
        asked.askedOn(), asked.admission().isPresent(),
        service.isWithdrawable(id),
        reconsiderations.hearings(asked.id()).stream()
            .filter(hearing -> hearing.approval().filter(Approval::approved).isPresent())
            .filter(hearing -> hearing.minutes().isEmpty()).findFirst()));
  }

  private List<FollowedOpinion> opinions(CaseId id, List<Letter> all) {
    Map<LetterId, Letter> byId = all.stream().collect(Collectors.toMap(Letter::id, letter -> letter));
    return rights.opinions(id).stream().map(opinion -> new FollowedOpinion(opinion.kind(), units.name(opinion.unit()),
        byId.get(opinion.letter()), opinion.result())).toList();
  }

  private static boolean isOpinion(Letter letter) {
    return letter.template().equals(PetitionLetters.REPLY) || letter.template().equals(ReconsiderationLetters.OPINION);
  }
}
