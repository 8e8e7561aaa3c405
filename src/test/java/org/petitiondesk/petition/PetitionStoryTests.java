package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.NoOpenTask;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/** Petitions from the counter to each of their ends, through the services, with the engine, the clocks and the letters. */
@DeskTest
class PetitionStoryTests {

  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Clocks clocks;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private PetitionerService petitioners;
  @Autowired
  private ReplyService replies;
  @Autowired
  private ObjectionService objections;
  @Autowired
  private AssignmentService assignment;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private AuditVerification verification;
  @Autowired
  private Jobs jobs;
  @Autowired
  private Trouble trouble;
  @Autowired
  private MovableClock clock;

  @BeforeEach
  void aMondayInMarch() {
    on(3, 2);
  }

  @Test
  void aMatterThatThePetitionerCallsSolvedIsSolved() {
    var id = petitions.registered();
    assertThat(running(id)).containsExactly("routing until 2026-03-17");
    on(3, 4);
    petitions.screen(id, Screenings.accept("environment"));
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.ASSIGNED);
    assertThat(running(id)).containsExactly("notice until 2026-03-19");
    assertThat(stopped(id, "routing")).contains(day(3, 4));
    on(3, 5);
    petitions.accept(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(cases.get(id).officer()).contains("environment.handler");
    // Sixty days end on 4 May, a holiday.
    assertThat(running(id)).containsExactlyInAnyOrder("notice until 2026-03-19", "handling until 2026-05-06");
    on(3, 6);
    petitions.sendLetters(id);
    assertThat(stopped(id, "notice")).contains(day(3, 6));
    on(3, 20);
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REPLYING);
    assertThat(running(id)).containsExactly("handling until 2026-05-06");
    on(3, 23);
    petitions.sendLetters(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(stopped(id, "handling")).contains(day(3, 23));
    on(3, 24);
    petitions.rate(id, Solved.YES);

    assertClosed(id, ClosingState.SOLVED, "petition_receipt", "petition_acceptance", "petition_reply");
    assertThat(acts(id)).containsSubsequence("case.registered", "petition.screened", "petition.accepted",
        "petition.investigated", "reply.drafted", "reply.approved", "letter.delivered", "petition.rated",
        "petition.closing-decided", "case.closed");
  }

  @ParameterizedTest
  @CsvSource({"SUPPORTED, ANSWERED", "EXPLAINED, ANSWERED"})
  void whatIsNotSolvedIsClosedAsAnsweredAndSomebodyCallsBack(Outcome outcome, ClosingState state) {
    var id = petitions.delivered(Petitions.byMail(), outcome);

    petitions.rate(id, Solved.NO);

    assertThat(cases.get(id).closingState()).contains(state);
    assertThat(petitions.items(id)).containsExactly(PetitionDissatisfaction.USER_CALL_BACK);
  }

  @ParameterizedTest
  @CsvSource({"SUPPORTED, PARTLY, ANSWERED", "EXPLAINED, YES, EXPLAINED", "NOT_SUPPORTED, YES, EXPLAINED"})
  void theClosingStateIsHonest(Outcome outcome, Solved solved, ClosingState state) {
    var id = petitions.delivered(Petitions.byMail(), outcome);

    petitions.rate(id, solved);

    assertClosed(id, state, "petition_receipt", "petition_acceptance", "petition_reply");
  }

  @ParameterizedTest
  @CsvSource({"SUPPORTED, ANSWERED", "EXPLAINED, EXPLAINED"})
  void whatNobodyRatesIsClosedWhenTheTimeIsOver(Outcome outcome, ClosingState state) {
    var id = petitions.delivered(Petitions.byMail(), outcome);
    on(4, 2);

    jobs.run(id, PetitionHandling.TIMER_RATING_LAPSED);

    assertClosed(id, state, "petition_receipt", "petition_acceptance", "petition_reply");
    assertThatThrownBy(() -> petitions.rate(id, Solved.YES)).isInstanceOf(Conflict.class);
  }

  @Test
  void paperAndPortalArriveToo() {
    var onPaper = petitions.delivered(Petitions.byPost(), Outcome.SUPPORTED);
    petitions.rate(onPaper, Solved.YES);
    assertClosed(onPaper, ClosingState.SOLVED, "petition_acceptance", "petition_reply");
    assertThat(petitions.letter(onPaper, "petition_reply").proof()).contains("挂号信 XA10002000311");

    var shown = petitions.delivered(Petitions.anonymous(), Outcome.SUPPORTED);
    petitions.rate(shown, Solved.YES);
    assertClosed(shown, ClosingState.SOLVED, "petition_acceptance", "petition_reply");
  }

  @Test
  void anotherLegalPathEndsWithGuidance() {
    var id = petitions.registered();
    on(3, 5);

    petitions.screen(id, Screenings.guide());

    assertThat(stopped(id, "routing")).contains(day(3, 5));
    petitions.sendLetters(id);
    assertClosed(id, ClosingState.NOT_OURS, "petition_receipt", "petition_guidance");
    assertThat(petitions.letter(id, "petition_guidance").body()).contains("临江区人民法院", "诉讼时效三年", "诉讼程序");
  }

  @Test
  void whatIsNotAcceptedEndsWithItsReason() {
    var id = petitions.registered();

    petitions.screen(id, Screenings.refuse());

    petitions.sendLetters(id);
    assertClosed(id, ClosingState.NOT_ACCEPTED, "petition_receipt", "petition_refusal");
    assertThat(petitions.letter(id, "petition_refusal").body()).contains("已经复核终结");
  }

  @Test
  void theSameMatterIsJoinedToTheCaseThatGoesOn() {
    var target = petitions.accepted();
    var id = petitions.register(Petitions.byPost()).id();

    petitions.screen(id, Screenings.merge(target));

    petitions.sendLetters(id);
    assertClosed(id, ClosingState.MERGED, "petition_merged");
    assertThat(cases.get(id).mergedInto()).contains(target);
    assertThat(cases.parties(target)).extracting(Party::name).contains("张秋月", "李冬梅");
    assertThat(cases.get(target).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(acts(target)).contains("case.joined");
  }

  @Test
  void aCaseThatIsOverTakesNobodyIn() {
    var target = petitions.delivered();
    petitions.rate(target, Solved.YES);
    var id = petitions.registered();

    assertThatThrownBy(() -> petitions.screen(id, Screenings.merge(target))).isInstanceOf(Refused.class);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(history.screenings(id)).isEmpty();
  }

  @Test
  void aDisputeIsReferredToMediation() {
    var id = petitions.registered();

    petitions.screen(id, Screenings.mediate());

    petitions.sendLetters(id);
    assertClosed(id, ClosingState.REFERRED, "petition_receipt");
    assertThat(acts(id)).contains("petition.referred");
  }

  @Test
  void timeStandsStillWhileThePetitionerIsAsked() {
    var id = petitions.registered();
    on(3, 4);
    petitions.screen(id, Screenings.supplement("餐馆的名称是什么？"));
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.AWAITING_SUPPLEMENT);
    assertThat(clocks.nextDue(id)).isEmpty();
    assertThat(petitions.letter(id, "petition_supplement").body()).contains("餐馆的名称是什么？");
    on(3, 9);

    petitioners.recordSupplement(id, petitions.item(id, PetitionHandling.USER_RECORD_SUPPLEMENT), "老李面馆", List.of(),
        petitions.officer());

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    // Five days later than 17 March is a Sunday.
    assertThat(running(id)).containsExactly("routing until 2026-03-23");
    assertThat(petitions.items(id)).containsExactly(PetitionHandling.USER_SCREEN);
    assertThat(jobs.of(id)).doesNotContain(PetitionHandling.TIMER_SUPPLEMENT_LAPSED);
    petitions.deliver(id, Outcome.SUPPORTED);
    petitions.rate(id, Solved.YES);
    assertClosed(id, ClosingState.SOLVED, "petition_receipt", "petition_supplement", "petition_acceptance",
        "petition_reply");
  }

  @Test
  void thePetitionersOwnAnswerEndsTheWaitingToo() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.supplement("餐馆的名称是什么？"));

    petitioners.supplement(id, "老李面馆", List.of());

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(history.supplements(id)).extracting(Supplement::text).containsExactly("餐馆的名称是什么？", "老李面馆");
    petitioners.supplement(id, "还有", List.of());
    assertThat(history.supplements(id)).extracting(Supplement::text).endsWith("还有");
    assertThat(petitions.items(id)).containsExactly(PetitionHandling.USER_SCREEN);
  }

  @Test
  void withoutAnAnswerTheOfficeGoesOnAfterTheTerm() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.supplement("餐馆的名称是什么？"));
    on(3, 18);

    jobs.run(id, PetitionHandling.TIMER_SUPPLEMENT_LAPSED);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(petitions.items(id)).containsExactly(PetitionHandling.USER_SCREEN);
    // The pause has its latest end after fifteen days, whenever somebody notices.
    assertThat(running(id)).containsExactly("routing until 2026-04-01");
  }

  /** Every place at which a petition can wait before its answer has arrived. */
  enum Place {
    REGISTERED, ASKED, ASSIGNED, SENT_BACK, HANDLING, CO_HANDLING, DRAFTING, APPROVING, ISSUED, COME_BACK
  }

  @ParameterizedTest
  @EnumSource
  void aPetitionCanBeWithdrawnUntilItsAnswerHasArrived(Place place) {
    var id = at(place);
    on(3, 10);

    petitioners.withdraw(id, "已经和餐馆谈好了", petitions.officer());

    assertThat(cases.get(id).closingState()).contains(ClosingState.WITHDRAWN);
    assertThat(clocks.of(id)).noneMatch(ClockState::running);
    assertThat(petitions.items(id)).isEmpty();
    assertThat(jobs.processes(id)).allMatch(NoticeDelivery.KEY::equals);
    petitions.sendLetters(id);
    assertClosedAs(id, ClosingState.WITHDRAWN);
    assertThat(petitions.letter(id, "petition_withdrawn").state()).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  void whatHasBeenAnsweredCanNotBeWithdrawn() {
    var id = petitions.delivered();

    assertThatThrownBy(() -> petitioners.withdraw(id, "算了", Actor.PUBLIC)).isInstanceOf(Conflict.class);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(history.withdrawal(id)).isEmpty();
  }

  @Test
  void aUnitSendsBackWhatIsNotItsOwnAndAnotherTakesIt() {
    var id = petitions.screened();
    on(3, 4);
    petitions.sendBack(id, "油烟扰民由城市管理部门负责。");
    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_REASSIGN);
    on(3, 5);
    petitions.reassign(id, "urban_management");

    assertThat(cases.get(id).leadUnit()).contains("urban_management");
    // The petitioner waits no longer for it: the times of the first unit go on, and handling runs from the dispatch.
    assertThat(clocks.of(id)).filteredOn(ClockState::running).allMatch(clock -> clock.unit().equals("urban_management"))
        .extracting(ClockState::kind, clock -> clock.due().on()).containsExactlyInAnyOrder(
            tuple("notice", day(3, 17)), tuple("handling", day(5, 6)), tuple("objection", day(3, 12)));
    petitions.accept(id);
    petitions.reply(id, Outcome.SUPPORTED);
    petitions.rate(id, Solved.YES);
    assertClosed(id, ClosingState.SOLVED, "petition_receipt", "petition_acceptance", "petition_reply");
    assertThat(petitions.letter(id, "petition_reply").unit()).isEqualTo("urban_management");
    assertThat(history.acceptances(id)).extracting(Acceptance::accepted).containsExactly(false, true);
  }

  @Test
  void everyCoHandlingUnitIsHeardBeforeTheReply() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept("environment", "urban_management", "market"));
    petitions.accept(id);
    assertThat(petitions.items(id)).containsExactly(PetitionHandling.USER_CONTRIBUTE,
        PetitionHandling.USER_CONTRIBUTE, PetitionHandling.USER_HANDLE);
    petitions.contribute(id, "market");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly(PetitionHandling.USER_CONTRIBUTE);
    petitions.contribute(id, "urban_management");
    assertThat(petitions.items(id)).containsExactly(PetitionReply.USER_DRAFT_REPLY);

    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.sendLetters(id);
    petitions.rate(id, Solved.YES);

    assertClosed(id, ClosingState.SOLVED, "petition_receipt", "petition_acceptance", "petition_reply");
    assertThat(history.notes(id)).extracting(Note::unit).containsExactlyInAnyOrder("market", "environment",
        "urban_management");
  }

  @Test
  void aDraftThatTheLeaderReturnsIsWrittenAgain() {
    var id = petitions.drafted();
    petitions.returnDraft(id, "第一项没有写明核实的时间。");
    assertThat(petitions.items(id)).containsExactly(PetitionReply.USER_DRAFT_REPLY);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REPLYING);

    petitions.draft(id, Outcome.EXPLAINED);
    petitions.approve(id);
    petitions.sendLetters(id);
    petitions.rate(id, Solved.YES);

    assertClosed(id, ClosingState.EXPLAINED, "petition_receipt", "petition_acceptance", "petition_reply");
    assertThat(history.replies(id)).extracting(Reply::draftNumber).containsExactly(1, 2);
    assertThat(history.approvals(id)).extracting(Approval::approved).containsExactly(false, true);
    assertThat(petitions.letter(id, "petition_reply").body()).contains("解释说明").doesNotContain("予以支持");
  }

  @Test
  void aReplyThatComesBackGoesOutAnotherWayAndTheClockWaitsForIt() {
    var id = petitions.accepted();
    petitions.sendLetters(id);
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED, DeliveryMethod.POST);
    petitions.approve(id);
    on(3, 12);
    petitions.lose(id);
    assertThat(petitions.items(id)).containsExactly(PetitionReply.USER_CHANGE_DELIVERY);
    assertThat(running(id)).containsExactly("handling until 2026-05-06");

    replies.changeDelivery(id, petitions.item(id, PetitionReply.USER_CHANGE_DELIVERY), DeliveryMethod.EMAIL, "邮件退回",
        petitions.handler(id));
    on(3, 13);
    petitions.sendLetters(id);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    assertThat(stopped(id, "handling")).contains(day(3, 13));
    assertThat(petitions.letters(id)).filteredOn(letter -> letter.template().equals("petition_reply"))
        .extracting(Letter::state).containsExactly(LetterState.UNDELIVERABLE, LetterState.DELIVERED);
    petitions.rate(id, Solved.YES);
    assertClosedAs(id, ClosingState.SOLVED);
  }

  @Test
  void theSimpleProcedureHasItsOwnClocks() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept("environment").simple());
    assertThat(running(id)).containsExactlyInAnyOrder("notice until 2026-03-17", "simple_acceptance until 2026-03-05");
    on(3, 4);
    petitions.accept(id);
    assertThat(stopped(id, "simple_acceptance")).contains(day(3, 4));
    assertThat(running(id)).containsExactlyInAnyOrder("notice until 2026-03-17", "handling until 2026-05-06",
        "simple_reply until 2026-03-18");

    petitions.reply(id, Outcome.SUPPORTED);

    assertNoUnitHasAClock(id);
  }

  @Test
  void aReportIsHandledOnlyByThoseNamedOnIt() {
    var head = accounts.actor("office.leader");
    var id = petitions.register(Petitions.report(), head).id();
    assertThatThrownBy(() -> petitions.screen(id, Screenings.accept("environment").report()))
        .isInstanceOf(NotFound.class);
    petitions.screen(id, Screenings.accept("environment").report(), head);

    assertThatThrownBy(() -> petitions.accept(id)).isInstanceOf(NotFound.class);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.ASSIGNED);
    processes.transfer(petitions.item(id, PetitionAssignment.USER_ACCEPT), "environment.handler", "请您办理",
        accounts.actor("environment.leader"));
    petitions.accept(id);

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(acts(id)).contains("case.granted");
  }

  @Test
  void aFailingStepRollsBackTheCaseAndTheProcessTogether() {
    var id = petitions.screened();
    var entries = audit.of(id);
    var items = petitions.items(id);
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);

    assertThatThrownBy(() -> trouble.during(() -> petitions.accept(id))).hasMessageContaining("no paper left");

    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.ASSIGNED);
    assertThat(cases.get(id).officer()).isEmpty();
    assertThat(history.acceptances(id)).isEmpty();
    assertThat(running(id)).containsExactly("notice until 2026-03-17");
    assertThat(audit.of(id)).isEqualTo(entries);
    assertThat(petitions.items(id)).isEqualTo(items);
    assertThat(petitions.item(id, PetitionAssignment.USER_ACCEPT)).isEqualTo(item);
    assertThat(processes.require(item, petitions.handler(id)).assignee()).isEmpty();
    petitions.accept(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
  }

  @Test
  void aRegistrationWhoseProcessCanNotStartIsNoRegistration() {
    assertThatThrownBy(() -> trouble.during(() -> petitions.register(Petitions.byMail().title("没有登记成"))))
        .hasMessageContaining("no paper left");

    assertThat(cases.find(CaseQuery.everything(), petitions.officer(), Optional.empty())
        .rows()).noneMatch(row -> row.title().equals("没有登记成"));
  }

  @Test
  void aSecondClickChangesNothing() {
    var id = petitions.screened();
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);
    petitions.accept(id);
    var entries = audit.of(id);

    assertThatThrownBy(() -> assignment.accept(new AcceptPetition(id, item, "environment.leader"),
        petitions.handler(id))).isInstanceOf(NoOpenTask.class);

    assertThat(audit.of(id)).isEqualTo(entries);
    assertThat(history.acceptances(id)).hasSize(1);
  }

  @Test
  void anotherUnitAndAnotherCaseCanNotUseTheItem() {
    var id = petitions.screened();
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);
    var other = petitions.screened();

    assertThatThrownBy(
        () -> objections.object(new ObjectToAssignment(id, item, "x", "y"), accounts.actor("land.handler")))
        .isInstanceOf(NotYourTask.class);
    assertThatThrownBy(
        () -> objections.object(new ObjectToAssignment(other, item, "x", "y"), accounts.actor("environment.handler")))
        .isInstanceOf(NotFound.class);

    assertThat(history.acceptances(id)).isEmpty();
    assertThat(history.acceptances(other)).isEmpty();
  }

  private CaseId at(Place place) {
    var id = petitions.register(Petitions.byPost()).id();
    if (place == Place.REGISTERED) {
      return id;
    }
    if (place == Place.ASKED) {
      petitions.screen(id, Screenings.supplement("餐馆的名称是什么？"));
      return id;
    }
    petitions.screen(id, place == Place.CO_HANDLING
        ? Screenings.accept("environment", "market")
        : Screenings.accept("environment"));
    if (place == Place.ASSIGNED) {
      return id;
    }
    if (place == Place.SENT_BACK) {
      petitions.sendBack(id, "不是我们的职责。");
      return id;
    }
    petitions.accept(id);
    if (place == Place.HANDLING || place == Place.CO_HANDLING) {
      return id;
    }
    petitions.sendLetters(id);
    petitions.investigate(id);
    if (place == Place.DRAFTING) {
      return id;
    }
    petitions.draft(id, Outcome.SUPPORTED);
    if (place == Place.APPROVING) {
      return id;
    }
    petitions.approve(id);
    if (place == Place.COME_BACK) {
      petitions.lose(id);
    }
    return id;
  }

  /** Closed with these letters, oldest first, and nothing anywhere still waits for anybody. */
  private void assertClosed(CaseId id, ClosingState state, String... letters) {
    assertClosedAs(id, state);
    assertThat(petitions.letters(id)).extracting(Letter::template).containsExactly(letters);
  }

  private void assertClosedAs(CaseId id, ClosingState state) {
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(cases.get(id).closingState()).contains(state);
    assertThat(clocks.of(id)).isNotEmpty();
    assertNoUnitHasAClock(id);
    assertThat(processes.openTasks(id)).isEmpty();
    assertThat(jobs.of(id)).isEmpty();
    assertThat(jobs.processes(id)).isSubsetOf("escalation_clock_watch");
    assertThat(verification.verify(id).firstBroken()).isEmpty();
  }

  /** What still runs after the answer is the petitioner's time to ask for reconsideration. */
  private void assertNoUnitHasAClock(CaseId id) {
    assertThat(clocks.of(id)).noneMatch(state -> state.running() && !state.isPetitioners());
  }

  private List<String> running(CaseId id) {
    // A unit's time to object is a right of its own, told in ObjectionTests.
    return clocks.of(id).stream().filter(state -> state.running() && !state.isUnitsRight())
        .map(state -> state.kind() + " until " + state.due().on()).toList();
  }

  private Optional<LocalDate> stopped(CaseId id, String kind) {
    return clocks.of(id).stream().filter(state -> state.kind().equals(kind)).findFirst().orElseThrow().stoppedOn();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private void on(int month, int day) {
    clock.setTo(LocalDateTime.of(2026, month, day, 9, 0).atZone(Dates.ZONE).toInstant());
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }
}
