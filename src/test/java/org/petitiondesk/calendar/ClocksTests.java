package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.LedgerEntry.Kind;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class ClocksTests {

  private static final Actor OFFICER = new Actor("officer", "王芳", "xfj", Set.of(Role.OFFICER));
  private static final Term HANDLING = new Term(60, TermUnit.DAY, "《信访工作条例》第三十四条");
  private static final Term REPLY = new Term(10, TermUnit.WORKING_DAY, "简易办理规定");

  @Autowired
  private Clocks clocks;

  @Autowired
  private AuditTrail audit;

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private TransactionTemplate transaction;

  @Autowired
  private MovableClock time;

  @Autowired
  private ApplicationEvents events;

  private final CaseId caseId = CaseId.next();

  @BeforeEach
  void today() {
    time.setTo(Instant.parse("2026-03-20T02:00:00Z"));
  }

  @Test
  void aClockStartsWithItsDueDateItsLedgerAndALinkInTheChain() {
    var id = clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);

    assertThat(clocks.of(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.id()).isEqualTo(id);
      assertThat(clock.term()).isEqualTo(HANDLING);
      assertThat(clock.unit()).isEqualTo("housing");
      assertThat(clock.due()).isEqualTo(new Due(day("2026-05-06"), false));
      assertThat(clock.running()).isTrue();
    });
    assertThat(clocks.story(caseId, id).ledger()).singleElement().satisfies(line -> {
      assertThat(line.entry().by(1)).isEqualTo(LedgerEntry.start(day("2026-03-02"), HANDLING, "housing"));
      assertThat(line.actorName()).isEqualTo("王芳");
      assertThat(line.enteredAt()).isBetween(Instant.parse("2026-03-20T02:00:00Z"),
          Instant.parse("2026-03-20T02:01:00Z"));
    });
    assertThat(audit.of(caseId)).singleElement().satisfies(entry -> {
      assertThat(entry.act()).isEqualTo("clock.started");
      assertThat(entry.details()).containsEntry("kind", "handling").containsEntry("due", "2026-05-06")
          .containsEntry("rule", HANDLING.rule()).containsEntry("length", 60);
    });
  }

  @Test
  void theNextDueDateIsTheEarliestOfTheRunningClocks() {
    assertThat(clocks.nextDue(caseId)).isEmpty();

    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "simple_reply", REPLY, day("2026-03-02"), "housing", OFFICER);
    assertThat(clocks.nextDue(caseId)).contains(day("2026-03-16"));

    clocks.stop(caseId, "simple_reply", day("2026-03-10"), OFFICER);
    assertThat(clocks.nextDue(caseId)).contains(day("2026-05-06"));
  }

  @Test
  void runningClocksComeFirst() {
    clocks.start(caseId, "routing", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.stop(caseId, "routing", day("2026-03-03"), OFFICER);

    assertThat(clocks.of(caseId)).extracting(ClockState::kind).containsExactly("handling", "routing");
    assertThat(clocks.of(caseId).get(1).stoppedOn()).contains(day("2026-03-03"));
  }

  @Test
  void everyEntryTellsTheNextDueDate() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);
    clocks.resume(caseId, "supplement", day("2026-03-20"), OFFICER);
    clocks.stopAll(caseId, day("2026-03-20"), OFFICER);

    assertThat(events.stream(DueDateChanged.class)).containsExactly(
        new DueDateChanged(caseId, Optional.of(day("2026-05-06")), Optional.of("handling"), Optional.empty(), false),
        new DueDateChanged(caseId, Optional.empty(), Optional.empty(), Optional.empty(), true),
        new DueDateChanged(caseId, Optional.of(day("2026-05-11")), Optional.of("handling"), Optional.empty(), false),
        new DueDateChanged(caseId, Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  @Test
  void everyLineOfALedgerIsToldOnceWithTheClockAsItLeavesIt() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "simple_reply", REPLY, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);
    clocks.stop(caseId, "handling", day("2026-03-20"), OFFICER);

    assertThat(events.stream(ClockEntered.class))
        .extracting(told -> told.clock().kind(), told -> told.entry().kind(), told -> told.clock().paused(),
            told -> told.clock().running())
        .containsExactlyInAnyOrder(tuple("handling", Kind.START, false, true),
            tuple("simple_reply", Kind.START, false, true), tuple("handling", Kind.PAUSE, true, true),
            tuple("simple_reply", Kind.PAUSE, true, true), tuple("handling", Kind.STOP, true, false));
  }

  @Test
  void aPauseStopsEveryRunningClockAndKeepsItsReason() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "notice", HANDLING, day("2026-03-02"), "housing", OFFICER);

    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);

    assertThat(clocks.of(caseId)).hasSize(2).allMatch(ClockState::paused);
    assertThat(clocks.nextDue(caseId)).isEmpty();
    assertThat(audit.of(caseId)).filteredOn(entry -> entry.act().equals("clock.paused")).hasSize(2)
        .allSatisfy(entry -> assertThat(entry.details()).containsEntry("reason", "等待补充材料"));
  }

  @Test
  void resumingMovesTheDueDateByThePausedDays() {
    var id = clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);

    clocks.resume(caseId, "supplement", day("2026-03-20"), OFFICER);

    // 60 days end on 1 May, ten days of pause make it Monday 11 May.
    assertThat(clocks.nextDue(caseId)).contains(day("2026-05-11"));
    assertThat(clocks.story(caseId, id).explanation().due().on()).isEqualTo("2026-05-11");
  }

  @Test
  void anExtensionDuringAPauseCountsAfterIt() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);
    clocks.extend(caseId, "handling", 30, "情况复杂", OFFICER);
    clocks.resume(caseId, "supplement", day("2026-03-20"), OFFICER);

    assertThat(clocks.nextDue(caseId)).contains(day("2026-06-10"));
  }

  @Test
  void theStoredDateIsTheOneThatTheLedgerGives() {
    time.setTo(Instant.parse("2026-03-05T02:00:00Z"));
    var id = clocks.start(caseId, "handling", REPLY, day("2026-02-10"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-02-12"), "supplement", "等待补充材料", OFFICER);
    clocks.resume(caseId, "supplement", day("2026-02-26"), OFFICER);
    clocks.extend(caseId, "handling", 4, "情况复杂", OFFICER);
    clocks.handOver(caseId, "education", day("2026-03-02"), OFFICER);

    var story = clocks.story(caseId, id);
    assertThat(story.clock().due()).isEqualTo(story.explanation().due());
    assertThat(story.clock().unit()).isEqualTo("education");
    assertThat(story.ledger()).extracting(LedgerLine::seq).containsExactly(1, 2, 3, 4, 5);
    assertThat(story.ledger().get(4).dueOn()).isEqualTo(story.clock().due().on());
  }

  @Test
  void anExtensionAfterTheEndIsRefused() {
    clocks.start(caseId, "handling", REPLY, day("2026-03-02"), "housing", OFFICER);

    assertThatThrownBy(() -> clocks.extend(caseId, "handling", 4, "情况复杂", OFFICER)).isInstanceOf(Refused.class)
        .hasMessageContaining("calendar.refused.expired");
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsExactly("clock.started");
  }

  @Test
  void anExtensionOnTheLastDayIsInTime() {
    clocks.start(caseId, "handling", REPLY, day("2026-03-06"), "housing", OFFICER);
    assertThat(clocks.nextDue(caseId)).contains(day("2026-03-20"));

    clocks.extend(caseId, "handling", 4, "情况复杂", OFFICER);

    assertThat(clocks.nextDue(caseId)).contains(day("2026-03-26"));
  }

  @Test
  void anExtensionGoesAsFarAndAsOftenAsTheTableOfTermsSays() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "routing", HANDLING, day("2026-03-02"), "housing", OFFICER);

    assertThat(clocks.extension(caseId, "handling")).contains(new Term(30, TermUnit.DAY, HANDLING.rule()));
    assertThat(clocks.extension(caseId, "routing")).isEmpty();
    assertRefused("no-extension", () -> clocks.extend(caseId, "routing", 1, "情况复杂", OFFICER));
    assertRefused("extension-too-long", () -> clocks.extend(caseId, "handling", 31, "情况复杂", OFFICER));

    clocks.extend(caseId, "handling", 10, "情况复杂", OFFICER);

    assertThat(clocks.extension(caseId, "handling")).isEmpty();
    assertRefused("extended-already", () -> clocks.extend(caseId, "handling", 1, "情况复杂", OFFICER));
    assertThat(clocks.of(caseId)).filteredOn(clock -> clock.kind().equals("handling")).singleElement()
        .satisfies(clock -> assertThat(clock.due().on()).isEqualTo("2026-05-11"));
  }

  @Test
  void aPauseHasALatestEndAndNobodyNeedsToRememberIt() {
    time.setTo(Instant.parse("2026-04-20T02:00:00Z"));
    var id = clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "请补合同", OFFICER);

    assertThat(clocks.of(caseId)).singleElement()
        .satisfies(clock -> assertThat(clock.pausedUntil()).contains(day("2026-03-25")));
    // 60 days end on Friday 1 May, a holiday until the 5th; fifteen days more are Saturday 16 May.
    assertThat(clocks.story(caseId, id).latest()).contains(day("2026-05-18"));

    new PauseEnds(clocks).end();

    assertThat(clocks.of(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.paused()).isFalse();
      assertThat(clock.pausedUntil()).isEmpty();
      assertThat(clock.due().on()).isEqualTo("2026-05-18");
    });
    assertThat(clocks.story(caseId, id).ledger()).last()
        .satisfies(line -> assertThat(line.entry().on()).isEqualTo("2026-03-25"));
  }

  @Test
  void whoResumesTooLateResumesAtTheLatestEnd() {
    time.setTo(Instant.parse("2026-04-20T02:00:00Z"));
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "请补合同", OFFICER);

    clocks.resume(caseId, "supplement", day("2026-04-20"), OFFICER);

    assertThat(clocks.nextDue(caseId)).contains(day("2026-05-18"));
  }

  @Test
  void aReasonPausesTheClocksThatTheTableLetsItPause() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.start(caseId, "hotline_simple", HANDLING, day("2026-03-02"), "housing", OFFICER);

    clocks.pause(caseId, day("2026-03-10"), "supplement", "请补合同", OFFICER);

    assertThat(clocks.of(caseId)).filteredOn(ClockState::paused).extracting(ClockState::kind)
        .containsExactly("handling");
    assertRefused("nothing-to-pause", () -> clocks.pause(caseId, day("2026-03-10"), "coffee", "累了", OFFICER));
  }

  @Test
  void aClockInHoursIsDueAtATimeOfDay() {
    var order = new Term(24, TermUnit.HOUR, "12345 热线办理规则");
    clocks.start(caseId, "hotline_urgent", order, day("2026-03-20"), "housing", OFFICER);
    assertThat(clocks.of(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.due().moment()).isEqualTo("2026-03-21T10:00");
      assertThat(clock.late(LocalDateTime.parse("2026-03-21T10:00:59"))).isFalse();
      assertThat(clock.late(LocalDateTime.parse("2026-03-21T10:01"))).isTrue();
    });

    time.setTo(Instant.parse("2026-03-21T03:00:00Z"));
    clocks.stop(caseId, "hotline_urgent", day("2026-03-21"), OFFICER);

    assertThat(clocks.of(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.stoppedAt()).contains(LocalTime.of(11, 0));
      assertThat(clock.late(LocalDateTime.parse("2026-03-21T11:00"))).isTrue();
    });
  }

  @Test
  void theHousesOwnTargetLiesSomeWorkingDaysBeforeTheDueDate() {
    clocks.start(caseId, "handling", new Term(60, TermUnit.DAY, "规则", 5), day("2026-03-02"), "housing", OFFICER);

    // Due on Wednesday 6 May after the holiday of five days; before it 27 to 30 April are working days.
    assertThat(clocks.of(caseId)).singleElement()
        .satisfies(clock -> assertThat(clock.target()).contains(day("2026-04-24")));
  }

  @Test
  void aUnitHasItsOwnClockSinceItGotTheCase() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.handOver(caseId, "education", day("2026-03-16"), OFFICER);

    assertThat(clocks.of(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.unit()).isEqualTo("education");
      assertThat(clock.handsSince()).isEqualTo("2026-03-16");
      assertThat(clock.startedOn()).isEqualTo("2026-03-02");
    });
  }

  @Test
  void aClockDoesNotGoOnBeforeItWasPaused() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    clocks.pause(caseId, day("2026-03-10"), "supplement", "请补合同", OFFICER);

    assertRefused("resumed-before-paused", () -> clocks.resume(caseId, "supplement", day("2026-03-09"), OFFICER));
    assertRefused("nothing-to-pause", () -> clocks.pause(caseId, day("2026-03-11"), "supplement", "又", OFFICER));
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsReason() {
    assertRefused("nothing-to-pause", () -> clocks.pause(caseId, day("2026-03-10"), "supplement", "等待", OFFICER));
    assertRefused("nothing-to-resume", () -> clocks.resume(caseId, "supplement", day("2026-03-10"), OFFICER));
    assertRefused("not-running", () -> clocks.extend(caseId, "handling", 30, "情况复杂", OFFICER));
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    assertRefused("reason", () -> clocks.pause(caseId, day("2026-03-10"), "supplement", " ", OFFICER));
    assertRefused("reason", () -> clocks.pause(caseId, day("2026-03-10"), "supplement", "长".repeat(1001), OFFICER));
    assertRefused("future", () -> clocks.pause(caseId, day("2026-03-21"), "supplement", "等待", OFFICER));
    assertRefused("length", () -> clocks.extend(caseId, "handling", 0, "情况复杂", OFFICER));
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待", OFFICER);
    assertRefused("nothing-to-pause", () -> clocks.pause(caseId, day("2026-03-10"), "supplement", "等待", OFFICER));
  }

  @Test
  void stoppingWhatDoesNotRunChangesNothing() {
    clocks.stop(caseId, "handling", day("2026-03-10"), OFFICER);
    clocks.stopAll(caseId, day("2026-03-10"), OFFICER);

    assertThat(audit.of(caseId)).isEmpty();
    assertThat(events.stream(DueDateChanged.class)).isEmpty();
  }

  @Test
  void aCaseHasOneOpenClockOfAKindAndMayHaveAnotherLater() {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);

    assertThatThrownBy(() -> clocks.start(caseId, "handling", HANDLING, day("2026-03-03"), "housing", OFFICER))
        .isInstanceOf(Conflict.class);

    clocks.stop(caseId, "handling", day("2026-03-10"), OFFICER);
    clocks.start(caseId, "handling", HANDLING, day("2026-03-11"), "housing", OFFICER);
    assertThat(clocks.of(caseId)).hasSize(2);
  }

  @Test
  void twoOfficersPausingAtOnceAreOnePauseAndOneConflict() throws Exception {
    clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    var bothHaveSeen = new CountDownLatch(2);
    var pool = Executors.newFixedThreadPool(2);
    try {
      var outcomes = List.of("first", "second").stream().map(reason -> pool.submit(() -> {
        transaction.executeWithoutResult(status -> {
          // Reading in the transaction and waiting for the other makes both see the clock running.
          assertThat(clocks.nextDue(caseId)).isPresent();
          bothHaveSeen.countDown();
          await(bothHaveSeen);
          clocks.pause(caseId, day("2026-03-10"), "supplement", reason, OFFICER);
        });
        return reason;
      })).toList();

      var refused = outcomes.stream().map(outcome -> {
        try {
          outcome.get(60, TimeUnit.SECONDS);
          return null;
        } catch (ExecutionException e) {
          return e.getCause();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }).filter(Objects::nonNull).toList();

      assertThat(refused).singleElement()
          .satisfies(e -> assertThat(e).isInstanceOf(Conflict.class));
    } finally {
      pool.shutdownNow();
    }
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsExactly("clock.started", "clock.paused");
  }

  @Test
  void anActOnALedgerThatHasGrownMeanwhileIsAConflict() {
    var id = clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
    var table = new ClockTable(jdbc);
    var seen = table.find(id).orElseThrow();
    clocks.pause(caseId, day("2026-03-10"), "supplement", "等待补充材料", OFFICER);

    assertThatThrownBy(() -> table.update(seen, seen.clock())).isInstanceOf(Conflict.class)
        .hasMessageContaining("changed-meanwhile");
  }

  @Test
  void aFailureLaterInTheTransactionLeavesNoClock() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      clocks.start(caseId, "handling", HANDLING, day("2026-03-02"), "housing", OFFICER);
      throw new IllegalStateException("later");
    })).hasMessage("later");

    assertThat(clocks.of(caseId)).isEmpty();
    assertThat(audit.of(caseId)).isEmpty();
  }

  private static void assertRefused(String what, Runnable act) {
    assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessageContaining("calendar.refused." + what);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
