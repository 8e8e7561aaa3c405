package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.escalation.Overdue.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OtherNode;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateUnit;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong around an alarm: it still goes off once, to somebody, by day. */
@DeskTest
class AlarmFaultTests {

  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";

  @Autowired
  private Overdue overdue;
  @Autowired
  private ClockAlarms clockAlarms;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Jobs jobs;
  @Autowired
  private OtherNode otherNode;
  @Autowired
  private Units units;
  @Autowired
  private Supervisions supervisions;

  @Test
  void twoEnginesOnOneDatabaseLetAnAlarmGoOffOnce() throws Exception {
    try (var other = otherNode.start()) {
      for (var round = 0; round < 3; round++) {
        var id = overdue.accepted();
        jobs.moveTo(at("2026-04-24", "08:31"));
        var alarm = jobs.at(id, EscalationClockWatch.TIMER_ALARM_DUE);

        atOnce(() -> jobs.execute(alarm), () -> other.execute(alarm));

        assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:31");
        assertThat(overdue.reached(id, "before_5")).containsExactly(HANDLER);
        assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-04-30", "08:30"));
      }
    }
  }

  @Test
  void anEngineThatTookOverFromAnotherGoesOnWithItsLadder() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-25", "10:00"));
    jobs.moveTo(at("2026-04-30", "08:31"));
    try (var other = otherNode.start()) {
      other.execute(jobs.at(id, EscalationClockWatch.TIMER_ALARM_DUE));
    }

    assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:30", "before_1 2026-04-30 08:31");
  }

  @Test
  void twoNodesAtOneAlarmLetItGoOffOnce() throws Exception {
    var id = overdue.accepted();
    jobs.moveTo(at("2026-04-24", "08:31"));
    var alarm = jobs.at(id, EscalationClockWatch.TIMER_ALARM_DUE);

    atOnce(() -> jobs.execute(alarm), () -> jobs.execute(alarm));

    assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:31");
    assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-04-30", "08:30"));
  }

  @Test
  void aClockThatChangesWhileItsAlarmGoesOffStaysWatched() throws Exception {
    for (var round = 0; round < 4; round++) {
      var id = overdue.accepted();
      jobs.moveTo(at("2026-04-24", "08:31"));
      var alarm = jobs.at(id, EscalationClockWatch.TIMER_ALARM_DUE);

      atOnce(() -> jobs.execute(alarm), () -> clocks.extend(id, "handling", 30, "情况复杂", Actor.SYSTEM));
      if (overdue.handling(id).due().on().isBefore(LocalDate.parse("2026-06-01"))) {
        // The alarm was quicker, and the extension was told that somebody else had been there.
        clocks.extend(id, "handling", 30, "情况复杂", Actor.SYSTEM);
      }

      assertThat(overdue.alarms(id)).hasSizeLessThanOrEqualTo(1);
      assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-05-25", "08:30"));
    }
  }

  @Test
  void aReceiverWhoHasLeftIsSkippedAndAColleagueIsReached() {
    var id = overdue.accepted();
    accounts.disable(HANDLER, accounts.get(HANDLER).version(), Optional.of(COLLEAGUE), Actor.SYSTEM);
    try {
      jobs.liveUntil(id, at("2026-04-24", "09:00"));

      assertThat(overdue.reached(id, "before_5")).containsExactly(COLLEAGUE);
    } finally {
      accounts.enable(HANDLER, accounts.get(HANDLER).version(), Actor.SYSTEM);
    }
  }

  @Test
  void aUnitWithoutALeaderAsksTheUnitAbove() {
    var leader = Petitions.LEAD + ".leader";
    var id = overdue.accepted();
    accounts.disable(leader, accounts.get(leader).version(), Optional.empty(), Actor.SYSTEM);
    try {
      jobs.liveUntil(id, at("2026-05-07", "10:00"));

      assertThat(overdue.decision(id).group()).isEqualTo("leader@xfj");
    } finally {
      accounts.enable(leader, accounts.get(leader).version(), Actor.SYSTEM);
    }
  }

  @Test
  void theClockOfADissolvedUnitAsksTheUnitAboveAndSupervisesNobody() {
    var id = overdue.accepted();
    var unit = "dissolved-" + UUID.randomUUID().toString().substring(0, 8);
    units.create(new CreateUnit(unit, "撤销的服务站" + unit, Optional.of("songling"), UnitKind.COMMUNITY, "linjiang",
        Optional.empty()), Actor.SYSTEM);
    clocks.handOver(id, unit, LocalDate.parse("2026-03-03"), Actor.SYSTEM);
    units.dissolve(unit, units.get(unit).version(), Actor.SYSTEM);

    jobs.liveUntil(id, at("2026-05-07", "12:00"));
    assertThat(overdue.reached(id, "before_5")).containsExactly("songling.leader");
    assertThat(overdue.decision(id).group()).isEqualTo("leader@songling");

    jobs.liveUntil(id, at("2026-05-13", "12:00"));
    assertThat(overdue.alarms(id)).anyMatch(alarm -> alarm.startsWith("overdue_supervision"));
    assertThat(supervisions.of(id, accounts.actor("officer"))).isEmpty();
  }

  @Test
  void anAlarmForNobodyStopsAndSaysWhatToDo() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-05-07", "09:00"));
    jobs.moveTo(at("2026-05-07", "09:31"));
    var alarm = jobs.at(id, EscalationClockWatch.TIMER_ALARM_DUE);
    var leaders = List.of(Petitions.LEAD + ".leader", "office.leader");
    leaders.forEach(
        leader -> accounts.disable(leader, accounts.get(leader).version(), Optional.empty(), Actor.SYSTEM));
    try {
      assertThatThrownBy(() -> jobs.execute(alarm)).hasMessageContaining("appoint a leader");
    } finally {
      leaders.forEach(leader -> accounts.enable(leader, accounts.get(leader).version(), Actor.SYSTEM));
    }
    assertThat(overdue.alarms(id)).doesNotContain("overdue_decision");
  }

  @Test
  void theSubstituteOfTheDayIsReachedToo() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-23", "10:00"));
    var rule = substitutes.appoint(new AppointSubstitute(HANDLER, "health.handler", Optional.empty(),
        LocalDate.parse("2026-04-23"), LocalDate.parse("2026-04-25")), accounts.actor(HANDLER));
    try {
      jobs.liveUntil(id, at("2026-04-24", "09:00"));

      assertThat(overdue.reached(id, "before_5")).containsExactly(HANDLER, "health.handler");
    } finally {
      substitutes.end(rule, accounts.actor(HANDLER));
    }
  }

  @Test
  void aClockThatNoRowNamesAndAUnitThatIsNotThereStillHaveALadder() {
    var id = overdue.accepted();
    var clock = overdue.handling(id);
    var strange = new ClockState(clock.id(), id, "coffee_break", clock.term(), "nowhere",
        clock.handsSince(), clock.startedOn(), Optional.empty(), Optional.empty(), false, Optional.empty(),
        clock.due(), Optional.empty(), clock.calendar());

    assertThat(clockAlarms.next(strange, Urgency.NORMAL, ClockAlarms.Fired.NOTHING)).hasValueSatisfying(
        next -> assertThat(next.step().receiver()).isNotNull());
  }

  @Test
  void aLadderThatIsSpentComesAgain() {
    var id = overdue.accepted();

    jobs.liveUntil(id, at("2026-06-04", "18:00"));

    assertThat(overdue.alarms(id)).contains("overdue_again 2026-05-19 08:30", "overdue_again.2 2026-05-26 08:30",
        "overdue_again.3 2026-06-02 08:30");
    assertThat(jobs.of(id)).containsAnyOf(EscalationClockWatch.TIMER_ALARM_DUE,
        EscalationClockWatch.TIMER_DECISION_DUE);
  }

  /** Both begin at the same moment; an engine or database that refuses one of them is the engine's right. */
  private static void atOnce(Runnable one, Runnable other) throws Exception {
    var start = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      for (var running : threads.invokeAll(Stream.of(one, other).map(act -> (Callable<Void>) () -> {
        start.await();
        act.run();
        return null;
      }).toList())) {
        try {
          running.get();
        } catch (ExecutionException refused) {
          assertThat(refused.getCause()).isInstanceOf(RuntimeException.class);
        }
      }
    } finally {
      threads.shutdown();
    }
  }
}
