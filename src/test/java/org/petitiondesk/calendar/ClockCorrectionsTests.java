package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ClockCorrectionsTests {

  private static final Term HANDLING = new Term(60, TermUnit.DAY, "《信访工作条例》第三十四条");

  @Autowired
  private ClockCorrections corrections;
  @Autowired
  private Clocks clocks;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock time;

  private Actor officer;
  private Actor leader;
  private CaseId caseId;
  private ClockId clock;

  @BeforeEach
  void aClockThatWasPausedAndResumedOnTheWrongDay() {
    time.setTo(Instant.parse("2026-04-10T02:00:00Z"));
    officer = accounts.actor("officer");
    leader = accounts.actor("office.leader");
    caseId = cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, DemandClass.CLAIM,
        LocalDate.parse("2026-03-02"), "xfj", "liuyin", "楼上漏水", "楼上漏水三个月,协商不成。", false,
        List.of(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "李明")), List.of(), List.of()), officer).id();
    clock = clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "xfj", officer);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "请补合同", officer);
    clocks.resume(caseId, "supplement", day("2026-03-20"), officer);
  }

  @Test
  void aCorrectionIsANewEntryThatASecondPersonHasApproved() {
    var id = corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);

    assertThat(clocks.story(caseId, clock).clock().due().on()).isEqualTo("2026-05-11");
    assertThat(corrections.of(caseId, clock, leader)).singleElement().satisfies(one -> {
      assertThat(one.waits()).isTrue();
      assertThat(corrections.rehearse(one).on()).isEqualTo("2026-05-06");
    });
    assertThatThrownBy(() -> corrections.approve(caseId, id, "", officer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> corrections.approve(caseId, id, "", leader.onBehalfOf(officer)))
        .isInstanceOf(Forbidden.class);

    corrections.approve(caseId, id, "属实", leader);

    var story = clocks.story(caseId, clock);
    assertThat(story.clock().due().on()).isEqualTo("2026-05-06");
    assertThat(story.explanation().due()).isEqualTo(story.clock().due());
    assertThat(story.ledger()).hasSize(4).last().satisfies(line -> {
      assertThat(line.entry().kind()).isEqualTo(LedgerEntry.Kind.CORRECT);
      assertThat(line.entry().corrects()).isEqualTo(3);
      assertThat(line.entry().subject()).isEqualTo("officer");
      assertThat(line.entry().text()).isEqualTo("日期写错");
      assertThat(line.actorName()).isEqualTo(leader.name());
    });
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsSubsequence("clock.correction-proposed",
        "clock.corrected", "clock.correction-approved");
    assertThat(audit.of(caseId)).filteredOn(entry -> entry.act().equals("clock.correction-approved")).singleElement()
        .satisfies(entry -> assertThat(entry.details()).containsEntry("proposedBy", "officer"));
  }

  @Test
  void aPauseThatNeverHappenedIsAnnulledWithItsEnd() {
    approve(new CorrectEntry(3, true, day("2026-03-20"), Optional.empty(), 0, "记到了别的事项上"));
    assertThat(clocks.of(caseId)).singleElement().satisfies(state -> assertThat(state.paused()).isTrue());

    approve(new CorrectEntry(2, true, day("2026-03-10"), Optional.empty(), 0, "记到了别的事项上"));

    assertThat(clocks.of(caseId)).singleElement().satisfies(state -> {
      assertThat(state.paused()).isFalse();
      assertThat(state.due().on()).isEqualTo("2026-05-06");
    });
  }

  @Test
  void aStoppedClockIsCorrectedToo() {
    clocks.stop(caseId, "handling", day("2026-04-10"), officer);

    approve(day(4, "2026-04-08"));

    assertThat(clocks.of(caseId)).singleElement()
        .satisfies(state -> assertThat(state.stoppedOn()).contains(day("2026-04-08")));
  }

  @Test
  void aLengthIsCorrectedWithinTheLaw() {
    clocks.extend(caseId, "handling", 30, "情况复杂", officer);

    assertThatThrownBy(() -> corrections.propose(caseId, clock,
        new CorrectEntry(4, false, day("2026-04-10"), Optional.empty(), 31, "应为 31 日"), officer))
        .isInstanceOf(Refused.class).hasMessageContaining("extension-too-long");
    approve(new CorrectEntry(4, false, day("2026-04-10"), Optional.empty(), 3, "应为 3 日"));

    assertThat(clocks.nextDue(caseId)).contains(day("2026-05-14"));
  }

  @Test
  void whatWouldContradictTheLedgerIsRefusedAndNothingWaits() {
    refused(day(3, "2026-03-09"), "resumed-before-paused");
    refused(day(2, "2026-03-01"), "before-start");
    refused(day(3, "2026-04-11"), "future");
    refused(day(9, "2026-03-13"), "not-correctable");
    refused(new CorrectEntry(1, true, day("2026-03-02"), Optional.empty(), 0, "没有这回事"), "not-annullable");
    refused(new CorrectEntry(3, false, day("2026-03-13"), Optional.empty(), 0, " "), "reason");

    assertThat(corrections.of(caseId, clock, officer)).isEmpty();
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).doesNotContain("clock.correction-proposed");
  }

  @Test
  void oneCorrectionOfAClockWaitsAtATime() {
    corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);

    assertThatThrownBy(() -> corrections.propose(caseId, clock, day(3, "2026-03-14"), officer))
        .isInstanceOf(Conflict.class).hasMessageContaining("correction-waits");
  }

  @Test
  void aCorrectionThatIsGivenBackNeedsAReasonAndLeavesTheLedgerAlone() {
    var id = corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);
    assertThatThrownBy(() -> corrections.refuse(caseId, id, "", leader)).isInstanceOf(Refused.class);

    corrections.refuse(caseId, id, "材料 20 日才收到", leader);

    assertThat(clocks.story(caseId, clock).ledger()).hasSize(3);
    assertThatThrownBy(() -> corrections.approve(caseId, id, "", leader)).isInstanceOf(Conflict.class);
    assertThat(corrections.of(caseId, clock, officer)).singleElement()
        .satisfies(one -> assertThat(one.decision()).hasValueSatisfying(decision -> {
          assertThat(decision.approved()).isFalse();
          assertThat(decision.words()).isEqualTo("材料 20 日才收到");
        }));
  }

  @Test
  void twoLeadersApprovingAtOnceCorrectOnce() throws Exception {
    var id = corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);

    var told = Race.between(() -> corrections.approve(caseId, id, "", leader),
        () -> corrections.approve(caseId, id, "", leader));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(clocks.story(caseId, clock).ledger()).hasSize(4);
  }

  @Test
  void whoeverHandlesTheCaseApprovesNoCorrectionOfItsTime() {
    var id = corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);
    cases.assigned(caseId, "xfj", List.of(), officer);
    cases.accepted(caseId, leader.id(), "officer2", officer);

    assertThatThrownBy(() -> corrections.approve(caseId, id, "属实", leader)).isInstanceOf(Forbidden.class)
        .hasMessageContaining("own-correction");
    assertThat(clocks.story(caseId, clock).ledger()).hasSize(3);
  }

  @Test
  void whoMayNotSeeTheCaseCorrectsNothing() {
    var stranger = accounts.actor("education.leader");
    var id = corrections.propose(caseId, clock, day(3, "2026-03-13"), officer);

    assertThatThrownBy(() -> corrections.propose(caseId, clock, day(3, "2026-03-13"), stranger))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> corrections.approve(caseId, id, "", stranger)).isInstanceOf(NotFound.class);
  }

  private void approve(CorrectEntry right) {
    corrections.approve(caseId, corrections.propose(caseId, clock, right, officer), "", leader);
  }

  private void refused(CorrectEntry right, String sentence) {
    assertThatThrownBy(() -> corrections.propose(caseId, clock, right, officer)).isInstanceOf(Refused.class)
        .hasMessageContaining("calendar.refused." + sentence);
  }

  private static CorrectEntry day(int entry, String on) {
    return new CorrectEntry(entry, false, day(on), Optional.empty(), 0, "日期写错");
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
