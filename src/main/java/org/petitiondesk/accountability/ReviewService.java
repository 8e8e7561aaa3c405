package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.accountability.ReviewMember.Part;
import org.petitiondesk.accountability.ReviewTrack.Phase;
import org.petitiondesk.accountability.ReviewWorkflow.Subject;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PersonBarred;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.AccountDisabled;
import org.petitiondesk.people.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do in a review: name the panel, limit the scope, claim, hear, judge, sign. The audit says who did what and
 * when, never what was written: a case's chain is read by more people than a review's papers.
 */
@Service
@Transactional
public class ReviewService {

  static final int WORDS = 4000;
  private static final int SHORT = 1000;
  private static final int DEEPEST = 7;

  private final ReviewTable reviews;
  private final CauseTable causes;
  private final FindingTable findings;
  private final ReviewPeople people;
  private final ReviewTimes times;
  private final Scope scope;
  private final TrackStandings standings;
  private final ReviewWorkflow workflow;
  private final CaseFiles cases;
  private final Documents documents;
  private final Accounts accounts;
  private final ReviewClocks clocks;
  private final AuditTrail audit;

  ReviewService(ReviewTable reviews, CauseTable causes, FindingTable findings, ReviewPeople people, ReviewTimes times,
      Scope scope, TrackStandings standings, ReviewWorkflow workflow, CaseFiles cases, Documents documents,
      Accounts accounts, ReviewClocks clocks, AuditTrail audit) {
    this.reviews = reviews;
    this.causes = causes;
    this.findings = findings;
    this.people = people;
    this.times = times;
    this.scope = scope;
    this.standings = standings;
    this.workflow = workflow;
    this.cases = cases;
    this.documents = documents;
    this.accounts = accounts;
    this.clocks = clocks;
    this.audit = audit;
  }

  /** What an item is about, by the row rule of its case and for the one who may work on it. */
  @Transactional(readOnly = true)
  public Review forItem(String item, String step, Actor actor) {
    var review = reviews.get(workflow.about(item, step, actor).review());
    cases.requireSight(review.caseId(), actor);
    return review;
  }

  /** The day that a form proposes for a claim. */
  public LocalDate proposedDay() {
    return times.claimUntil();
  }

  /** The last day of a statement that is asked for today. */
  public LocalDate statementDay() {
    return times.statementUntil();
  }

  /** Tracks that no limitation takes away. */
  @Transactional(readOnly = true)
  public List<Track> required(Review review) {
    return scope.required(review.trigger(), cases.get(review.caseId()));
  }

  /** Everybody who may sit on the panel. */
  @Transactional(readOnly = true)
  public List<Account> candidates(Review review) {
    return people.candidates(cases.get(review.caseId()), review.unit());
  }

  /** Those of the unit who see the case and could be asked for a statement. */
  @Transactional(readOnly = true)
  public List<Account> concerned(Review review) {
    var asked = findings.heard(review.id()).stream().map(PersonHeard::account).toList();
    return accounts.all().stream().filter(Account::enabled).filter(account -> !asked.contains(account.id()))
        .filter(account -> people.isOfTheLine(cases.get(review.caseId()), review.unit(), account.unit()))
        .filter(account -> cases.sees(review.caseId(), account.actor())).toList();
  }

  /**
   * Names the panel: a chair, and for each track in scope a reviewer who is not the chair; all from outside the unit and
   * its line. A limitation of the scope needs a reason and then the chair's signature, so the chair must be another than
   * who proposes it.
   */
  public void namePanel(String item, NamePanel panel, Actor actor) {
    var review = lock(item, AccountabilityReview.USER_NAME_PANEL, ReviewState.NAMING, actor);
    var inScope = inScope(review);
    inScope.removeAll(panel.leftOut());
    checkPanel(review, panel, inScope, actor);
    var id = review.id();
    join(review, panel.chair(), Part.CHAIR, actor);
    for (var track : reviews.tracks(id)) {
      var reviewer = panel.reviewers().get(track.track());
      if (track.inScope() && reviewer != null && !reviewer.isEmpty()) {
        join(review, reviewer, Part.REVIEWER, actor);
        reviews.reviewer(id, track.track(), reviewer);
      }
      reviews.claimUntil(id, track.track(), panel.until());
    }
    add(review, Optional.empty(), ReviewStep.Kind.PANEL_NAMED, "", Optional.of(panel.until()), actor);
    append(review, "review.panel-named", Map.of("members", reviews.members(id).size()), actor);
    if (panel.leftOut().isEmpty()) {
      reviews.move(id, ReviewState.OPEN);
    } else {
      reviews.add(id, Optional.empty(), ReviewStep.Kind.LIMIT_PROPOSED, actor.id(), panel.limitation(),
          Optional.empty(), List.copyOf(inScope));
      append(review, "review.limit-proposed", Map.of("track", inScope.stream().map(Enum::name).toList()), actor);
      reviews.move(id, ReviewState.LIMITING);
    }
    workflow.done(item, actor);
  }

  /** The second signature under a limitation of the scope; refused, the scope stays whole. */
  public void signLimitation(String item, boolean granted, String words, Actor actor) {
    var review = lock(item, AccountabilityReview.USER_SIGN_LIMITATION, ReviewState.LIMITING, actor);
    requireChair(review, actor);
    var proposed = proposedLimitation(review.id());
    if (actor.involves(proposed.by())) {
      throw Refused.because("accountability.refused.same-signature");
    }
    if (!granted || !words.isEmpty()) {
      requireWords("words", words);
    }
    add(review, Optional.empty(), granted ? ReviewStep.Kind.LIMIT_SIGNED : ReviewStep.Kind.LIMIT_REFUSED, words,
        Optional.empty(), actor);
    if (granted) {
      reviews.scope(review.id(), proposed.tracks());
    }
    reviews.move(review.id(), ReviewState.OPEN);
    append(review, granted ? "review.limit-signed" : "review.limit-refused", Map.of(), actor);
    workflow.done(item, actor);
  }

  /** What was proposed to be left, and why. */
  @Transactional(readOnly = true)
  public ReviewStep proposedLimitation(ReviewId id) {
    return reviews.steps(id).stream().filter(step -> step.kind() == ReviewStep.Kind.LIMIT_PROPOSED)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new Conflict("accountability.conflict.moved-on"));
  }

  /** The unit shows in words and files what it has done about a track that has no papers of its own. */
  public void claim(String item, String words, List<Upload> files, Actor actor) {
    var subject = claimed(item, Set.of(Track.RECTIFICATION, Track.LESSON), actor);
    requireWords("words", words);
    var step = claimStep(subject, words, actor);
    files.forEach(file -> attach(subject, step, file, Optional.empty(), actor));
    claimed(item, subject, actor);
  }

  /** The unit shows the cause: both sides' statements, the tree down to a root, evidence. */
  public void claimCause(String item, ClaimCause claim, Actor actor) {
    var subject = claimed(item, Set.of(Track.CAUSE), actor);
    checkCauses(claim);
    var step = claimStep(subject, "", actor);
    causes.insert(subject.review(), step, claim.statements(), claim.causes());
    claim.evidence().forEach((place, files) -> files.forEach(
        file -> attach(subject, step, file, place == 0 ? Optional.empty() : Optional.of(place), actor)));
    claimed(item, subject, actor);
  }

  /** The unit asks people for their own statement before it decides who is responsible; each is asked once. */
  public void hear(String item, List<String> persons, Actor actor) {
    var subject = claimed(item, Set.of(Track.RESPONSIBILITY), actor);
    var review = reviews.get(subject.review());
    if (persons.isEmpty()) {
      throw Refused.at("persons", "accountability.refused.nobody-to-hear");
    }
    var possible = concerned(review).stream().map(Account::id).toList();
    persons.stream().filter(person -> !possible.contains(person)).findFirst().ifPresent(person -> {
      throw Refused.at("persons", "accountability.refused.not-concerned", accounts.name(person));
    });
    persons.stream().distinct()
        .forEach(person -> findings.ask(review.id(), person, times.statementUntil(), actor.id()));
    reviews.phase(review.id(), Track.RESPONSIBILITY, Phase.HEARING);
    add(review, subject.track(), ReviewStep.Kind.HEARING_ASKED, "", Optional.of(times.statementUntil()), actor);
    append(review, "review.hearing-asked", Map.of(), actor);
    clocks.statements(review, actor);
    workflow.done(item, actor);
  }

  /** The person concerned says how they see it; nobody says it for them. */
  public void state(String item, String words, Actor actor) {
    var review = reviews.lock(workflow.about(item, AccountabilityReview.USER_STATE, actor).review());
    cases.requireSight(review.caseId(), actor);
    if (actor.onBehalfOf().isPresent()) {
      throw new Forbidden("accountability.forbidden.statement");
    }
    requireWords("words", words);
    if (!findings.state(review.id(), actor.id(), words)) {
      throw new Conflict("accountability.conflict.stated");
    }
    append(review, "review.stated", Map.of(), actor);
    if (findings.heard(review.id()).stream().allMatch(PersonHeard::isHeard)) {
      reviews.phase(review.id(), Track.RESPONSIBILITY, Phase.CLAIM);
    }
    clocks.statements(review, actor);
    workflow.done(item, actor);
  }

  /**
   * The unit shows who is responsible and what was decided, or why nobody is.
   *
   * @param nobody the reason, when there are no findings
   */
  public void claimResponsibility(String item, List<Finding> found, String nobody, List<Upload> files, Actor actor) {
    var subject = claimed(item, Set.of(Track.RESPONSIBILITY), actor);
    if (found.isEmpty()) {
      requireText("nobody", nobody, "accountability.refused.nobody", WORDS);
    } else if (!nobody.isBlank()) {
      throw Refused.at("nobody", "accountability.refused.nobody-and-somebody");
    }
    var heard = findings.heard(subject.review()).stream().map(PersonHeard::account).toList();
    for (var place = 0; place < found.size(); place++) {
      checkFinding("rows[" + place + "].", found.get(place), heard);
    }
    var step = claimStep(subject, nobody, actor);
    findings.insert(subject.review(), step, found);
    files.forEach(file -> attach(subject, step, file, Optional.empty(), actor));
    claimed(item, subject, actor);
  }

  /** Let go. By the track's reviewer alone, who never judges an own claim. */
  public void pass(String item, String words, boolean declared, Actor actor) {
    var subject = judged(item, declared, actor);
    var review = reviews.get(subject.review());
    var track = subject.track().orElseThrow();
    standings.missing(review.id(), track).stream().findFirst().ifPresent(TrackStandings::refuse);
    if (!words.isEmpty()) {
      requireWords("words", words);
    }
    add(review, subject.track(), ReviewStep.Kind.PASSED, words, Optional.empty(), actor);
    reviews.phase(review.id(), track, Phase.PASSED);
    if (reviews.tracks(review.id()).stream().noneMatch(ReviewTrack::isOpen)) {
      reviews.move(review.id(), ReviewState.SIGNING);
    }
    append(review, "review.passed", Map.of("track", track.name()), actor);
    workflow.done(item, actor);
  }

  /** Not let go: the unit claims it again until a new day. */
  public void sendBack(String item, String reason, LocalDate until, boolean declared, Actor actor) {
    var subject = judged(item, declared, actor);
    var review = reviews.get(subject.review());
    var track = subject.track().orElseThrow();
    requireText("words", reason, "accountability.refused.reason", WORDS);
    requireDay("until", until);
    add(review, subject.track(), ReviewStep.Kind.SENT_BACK, reason, Optional.of(until), actor);
    reviews.claimUntil(review.id(), track, until);
    append(review, "review.sent-back", Map.of("track", track.name(), "until", until.toString()), actor);
    workflow.done(item, actor);
  }

  /** The chair signs the report; only when every track in scope has passed and nothing is missing any more. */
  public void sign(String item, String words, boolean declared, Actor actor) {
    var review = lock(item, AccountabilityReview.USER_SIGN, ReviewState.SIGNING, actor);
    requireChair(review, actor);
    requireDeclaration(review, declared, actor);
    requireWords("words", words);
    for (var track : inScope(review)) {
      standings.missing(review.id(), track).stream().findFirst().ifPresent(TrackStandings::refuse);
    }
    add(review, Optional.empty(), ReviewStep.Kind.SIGNED, words, Optional.empty(), actor);
    reviews.end(review.id());
    append(review, "review.signed", Map.of(), actor);
    workflow.done(item, actor);
  }

  /** The chair lets one track not go yet. */
  public void reopen(String item, Track track, String reason, LocalDate until, Actor actor) {
    var review = lock(item, AccountabilityReview.USER_SIGN, ReviewState.SIGNING, actor);
    requireChair(review, actor);
    if (track == null || !inScope(review).contains(track)) {
      throw Refused.at("track", "accountability.refused.track");
    }
    requireText("words", reason, "accountability.refused.reason", WORDS);
    requireDay("until", until);
    add(review, Optional.of(track), ReviewStep.Kind.REOPENED, reason, Optional.of(until), actor);
    reviews.claimUntil(review.id(), track, until);
    reviews.move(review.id(), ReviewState.OPEN);
    append(review, "review.reopened", Map.of("track", track.name()), actor);
    workflow.done(item, actor);
  }

  /** A member can not judge this (回避), and says why; somebody else is named. */
  public void stepDown(ReviewId id, String reason, Actor actor) {
    var review = reviews.lock(id);
    cases.requireSight(review.caseId(), actor);
    requireText("reason", reason, "accountability.refused.reason", SHORT);
    var seats = seats(id, actor.id());
    if (seats.isEmpty() || !review.isOpen()) {
      throw new Forbidden("accountability.forbidden.member");
    }
    leave(review, seats, reason, actor);
  }

  /** Whether the actor names the panel of the open review, and may change it. */
  @Transactional(readOnly = true)
  public boolean mayChangePanel(Review review, Actor actor) {
    return review.isOpen() && review.state() != ReviewState.NAMING && actor.belongsTo(Group.of(review.desk()));
  }

  /**
   * Somebody else sits where a member did: also when nobody is left there, and when the unit asked for it with a reason.
   *
   * @param track whose reviewer it is; empty for the chair
   */
  public void replace(ReviewId id, Optional<Track> track, String account, String reason, Actor actor) {
    var review = reviews.lock(id);
    cases.requireSight(review.caseId(), actor);
    if (!mayChangePanel(review, actor)) {
      throw new Forbidden("accountability.forbidden.desk");
    }
    requireText("reason", reason, "accountability.refused.reason", SHORT);
    people.requireOutside("account", cases.get(review.caseId()), review.unit(), account);
    var other = reviews.members(id).stream().filter(ReviewMember::stands)
        .filter(member -> member.account().equals(account)
            && member.part() != (track.isEmpty() ? Part.CHAIR : Part.REVIEWER))
        .findFirst();
    if (other.isPresent()) {
      throw Refused.at("account", "accountability.refused.chair-judges", accounts.name(account));
    }
    if (track.isEmpty()) {
      reviews.members(id).stream().filter(member -> member.stands() && member.part() == Part.CHAIR)
          .forEach(member -> reviews.leave(id, member.number(), reason));
    }
    join(review, account, track.isEmpty() ? Part.CHAIR : Part.REVIEWER, actor);
    track.ifPresent(each -> reviews.reviewer(id, each, account));
    leaveIdle(review, reason);
    add(review, track, ReviewStep.Kind.REVIEWER_CHANGED, reason, Optional.empty(), actor);
    append(review, "review.member-changed", Map.of(), actor);
    workflow.hand(review, track, Optional.of(account), actor);
  }

  /** A member who leaves the organisation leaves the panel; whoever named it names somebody else. */
  @EventListener
  void leave(AccountDisabled event) {
    reviews.withMember(event.id()).forEach(review -> leave(review, event.id(), event.by()));
  }

  /** So does a member who is kept from the case, before their open items are handed on. */
  @EventListener
  @Order(1)
  void leave(PersonBarred barred) {
    reviews.withMember(barred.account()).stream().filter(review -> review.caseId().equals(barred.caseId()))
        .forEach(review -> leave(review, barred.account(), Actor.SYSTEM));
  }

  private void leave(Review of, String account, Actor actor) {
    var review = reviews.lock(of.id());
    leave(review, seats(review.id(), account), "", actor);
  }

  private void leave(Review review, List<ReviewMember> seats, String reason, Actor actor) {
    for (var seat : seats) {
      reviews.leave(review.id(), seat.number(), reason);
      if (seat.part() == Part.CHAIR) {
        workflow.hand(review, Optional.empty(), Optional.empty(), actor);
      }
      for (var track : reviews.tracks(review.id())) {
        if (seat.part() == Part.REVIEWER && track.reviewer().equals(Optional.of(seat.account()))) {
          reviews.reviewer(review.id(), track.track(), null);
          workflow.hand(review, Optional.of(track.track()), Optional.empty(), actor);
        }
      }
      reviews.add(review.id(), Optional.empty(), ReviewStep.Kind.MEMBER_LEFT, seat.account(), reason,
          Optional.empty(), List.of());
    }
    append(review, "review.member-left", Map.of(), actor);
  }

  /** Reviewers who judge nothing any more have left. */
  private void leaveIdle(Review review, String reason) {
    var busy = reviews.tracks(review.id()).stream().flatMap(track -> track.reviewer().stream()).toList();
    reviews.members(review.id()).stream()
        .filter(member -> member.stands() && member.part() == Part.REVIEWER && !busy.contains(member.account()))
        .forEach(member -> reviews.leave(review.id(), member.number(), reason));
  }

  private List<ReviewMember> seats(ReviewId id, String account) {
    return reviews.members(id).stream().filter(member -> member.stands() && member.account().equals(account)).toList();
  }

  private void join(Review review, String account, Part part, Actor actor) {
    if (seats(review.id(), account).stream().noneMatch(member -> member.part() == part)) {
      reviews.addMember(review.id(), account, part, actor.id());
    }
    cases.grant(review.caseId(), account, actor);
  }

  private void checkPanel(Review review, NamePanel panel, LinkedHashSet<Track> inScope, Actor actor) {
    var file = cases.get(review.caseId());
    people.requireOutside("chair", file, review.unit(), panel.chair());
    for (var track : Track.values()) {
      var field = "reviewer" + track.ordinal();
      var reviewer = panel.reviewers().getOrDefault(track, "");
      if (!inScope.contains(track) && reviewer.isEmpty()) {
        continue;
      }
      people.requireOutside(field, file, review.unit(), reviewer);
      if (reviewer.equals(panel.chair())) {
        throw Refused.at(field, "accountability.refused.chair-judges", accounts.name(reviewer));
      }
    }
    requireDay("until", panel.until());
    if (panel.leftOut().isEmpty()) {
      return;
    }
    requireText("limitation", panel.limitation(), "accountability.refused.limitation", SHORT);
    if (inScope.isEmpty() || !inScope.containsAll(required(review))) {
      throw Refused.at("leftOut", "accountability.refused.scope");
    }
    if (actor.involves(panel.chair())) {
      throw Refused.at("chair", "accountability.refused.same-signature");
    }
  }

  private void checkCauses(ClaimCause claim) {
    for (var side : FactStatement.Side.values()) {
      var words = claim.statements().stream().filter(each -> each.side() == side).findFirst()
          .map(FactStatement::words).orElse("");
      requireText(side == FactStatement.Side.UNIT ? "unitSays" : "petitionerSays", words,
          "accountability.refused.statement", WORDS);
    }
    var depth = 0;
    for (var cause : claim.causes()) {
      var row = "rows[" + (cause.place() - 1) + "].";
      requireText(row + "words", cause.words(), "accountability.refused.cause", SHORT);
      if (cause.depth() < 1 || cause.depth() > depth + 1 || cause.depth() > DEEPEST) {
        throw Refused.at(row + "depth", "accountability.refused.depth");
      }
      depth = cause.depth();
    }
    if (claim.causes().stream().noneMatch(Cause::root)) {
      throw Refused.at("rows", "accountability.missing.root");
    }
  }

  private void checkFinding(String row, Finding finding, List<String> heard) {
    requireText(row + "person", finding.person(), "accountability.refused.person", 200);
    requireText(row + "rule", finding.rule(), "accountability.refused.rule", SHORT);
    requireText(row + "measure", finding.measure(), "accountability.refused.measure", SHORT);
    requireText(row + "decisionNumber", finding.decisionNumber(), "accountability.refused.decision-number", 200);
    if (finding.decidedOn() == null || finding.decidedOn().isAfter(times.today())) {
      throw Refused.at(row + "decidedOn", "accountability.refused.decided-on");
    }
    if (finding.account().filter(account -> !heard.contains(account)).isPresent()) {
      throw Refused.at(row + "account", "accountability.refused.not-heard", finding.person());
    }
    if (finding.account().isEmpty()) {
      requireText(row + "statement", finding.statement(), "accountability.refused.own-statement", WORDS);
    }
  }

  /** Begins a claim: it is the unit's turn, and nobody of the panel claims. */
  /** An item of another track is none of the form that was sent. */
  private Subject claimed(String item, Set<Track> of, Actor actor) {
    var subject = workflow.about(item, AccountabilityReview.USER_CLAIM, actor);
    if (subject.track().filter(of::contains).isEmpty()) {
      throw new Conflict("accountability.conflict.other-track");
    }
    var review = lock(subject, actor);
    if (phase(subject) != Phase.CLAIM) {
      throw new Conflict("accountability.conflict.moved-on", review.number());
    }
    if (reviews.members(review.id()).stream().anyMatch(member -> actor.involves(member.account()))) {
      throw new Forbidden("accountability.forbidden.own-verdict");
    }
    return subject;
  }

  /** Ends a claim: complete, it goes to the reviewer. */
  private void claimed(String item, Subject subject, Actor actor) {
    var track = subject.track().orElseThrow();
    standings.missing(subject.review(), track).stream().findFirst().ifPresent(TrackStandings::refuse);
    reviews.phase(subject.review(), track, Phase.VERDICT);
    append(reviews.get(subject.review()), "review.claimed", Map.of("track", track.name()), actor);
    workflow.done(item, actor);
  }

  /** Begins a verdict: by the track's reviewer in person, from outside, without an interest, never on an own claim. */
  private Subject judged(String item, boolean declared, Actor actor) {
    var subject = workflow.about(item, AccountabilityReview.USER_JUDGE, actor);
    var review = lock(subject, actor);
    var track = subject.track().orElseThrow();
    if (phase(subject) != Phase.VERDICT) {
      throw new Conflict("accountability.conflict.moved-on", review.number());
    }
    if (Claims.latest(reviews, review.id(), track).filter(claim -> actor.involves(claim.by())).isPresent()) {
      throw new Forbidden("accountability.forbidden.own-claim");
    }
    var reviewer = track(subject).reviewer();
    if (!reviewer.equals(Optional.of(actor.id())) || actor.onBehalfOf().isPresent()) {
      throw new Forbidden("accountability.forbidden.reviewer",
          reviewer.map(accounts::name).orElse("—"));
    }
    people.requireOutside("words", cases.get(review.caseId()), review.unit(), actor.id());
    requireDeclaration(review, declared, actor);
    return subject;
  }

  private int claimStep(Subject subject, String words, Actor actor) {
    return reviews.add(subject.review(), subject.track(), ReviewStep.Kind.CLAIMED, actor.id(), words,
        Optional.empty(), List.of());
  }

  private void attach(Subject subject, int step, Upload file, Optional<Integer> cause, Actor actor) {
    var kind = subject.track().orElseThrow().isRestricted() ? DocumentKind.RESTRICTED : DocumentKind.EVIDENCE;
    reviews.attach(subject.review(), step,
        documents.add(reviews.get(subject.review()).caseId(), kind, file, actor), cause);
  }

  private LinkedHashSet<Track> inScope(Review review) {
    var inScope = new LinkedHashSet<Track>();
    reviews.tracks(review.id()).stream().filter(ReviewTrack::inScope).map(ReviewTrack::track).forEach(inScope::add);
    return inScope;
  }

  private ReviewTrack track(Subject subject) {
    return reviews.tracks(subject.review()).stream()
        .filter(each -> subject.track().equals(Optional.of(each.track()))).findFirst().orElseThrow();
  }

  private Phase phase(Subject subject) {
    return track(subject).phase();
  }

  private Review lock(String item, String step, ReviewState state, Actor actor) {
    var review = lock(workflow.about(item, step, actor), actor);
    if (review.state() != state) {
      throw new Conflict("accountability.conflict.moved-on", review.number());
    }
    return review;
  }

  private Review lock(Subject subject, Actor actor) {
    var review = reviews.lock(subject.review());
    cases.requireSight(review.caseId(), actor);
    return review;
  }

  private void requireChair(Review review, Actor actor) {
    var chair = reviews.members(review.id()).stream()
        .filter(member -> member.stands() && member.part() == Part.CHAIR).findFirst().map(ReviewMember::account);
    if (!chair.equals(Optional.of(actor.id())) || actor.onBehalfOf().isPresent()) {
      throw new Forbidden("accountability.forbidden.chair", chair.map(accounts::name).orElse("—"));
    }
    people.requireOutside("words", cases.get(review.caseId()), review.unit(), actor.id());
  }

  private void requireDeclaration(Review review, boolean declared, Actor actor) {
    if (seats(review.id(), actor.id()).stream().allMatch(member -> member.declaredAt().isPresent())) {
      return;
    }
    if (!declared) {
      throw Refused.at("declared", "accountability.refused.declared");
    }
    reviews.declared(review.id(), actor.id());
    append(review, "review.declared", Map.of(), actor);
  }

  private static void requireWords(String field, String words) {
    requireText(field, words, "accountability.refused.words", WORDS);
  }

  private static void requireText(String field, String text, String key, int length) {
    if (text.isBlank() || text.length() > length) {
      throw Refused.at(field, key, length);
    }
  }

  private void requireDay(String field, LocalDate day) {
    if (day == null || day.isBefore(times.today())) {
      throw Refused.at(field, "accountability.refused.past");
    }
  }

  private void add(Review review, Optional<Track> track, ReviewStep.Kind kind, String words, Optional<LocalDate> until,
      Actor actor) {
    reviews.add(review.id(), track, kind, actor.id(), words, until, List.of());
  }

  private void append(Review review, String act, Map<String, Object> more, Actor actor) {
    var details = new HashMap<>(more);
    details.putAll(Map.of("review", review.id().toString(), "number", review.number()));
    audit.append(review.caseId(), actor, act, details);
  }
}
