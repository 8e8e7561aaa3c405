package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.escalation.Overdue.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that live through their dates. The handling clock begins on 2 March 2026 and ends on 6 May. */
@DeskTest
class AlarmsTests {

  @Autowired
  private Overdue overdue;

  @Autowired
  private Petitions petitions;

  @Autowired
  private Clocks clocks;

  @Autowired
  private WrittenNotices notices;

  @Autowired
  private AuditTrail audit;

  @Autowired
  private Jobs jobs;

  @Autowired
  private JdbcClient jdbc;

  @Test
  void whatIsAnsweredInTimeHearsOfNothing() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-10", "10:00"));

    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(overdue.alarms(id)).isEmpty();
    assertThat(overdue.handling(id).running()).isFalse();
    jobs.liveUntil(id, at("2026-05-20", "10:00"));
    assertThat(alarmsOf(id, "handling")).isZero();
  }

  @Test
  void remindersComeFiveOneAndNoWorkingDaysBeforeWhenTheOfficeOpens() {
    var id = overdue.accepted();

    jobs.liveUntil(id, at("2026-05-06", "18:00"));

    assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:30", "before_1 2026-04-30 08:30",
        "due 2026-05-06 08:30");
    assertThat(urged(id)).isEqualTo(3);
  }

  @Test
  void anOverdueCaseIsWrittenToAndPutBeforeItsLeaderAnHourLater() {
    var id = overdue.accepted();

    jobs.liveUntil(id, at("2026-05-07", "12:00"));

    assertThat(overdue.alarms(id)).endsWith("overdue_notice 2026-05-07 08:30", "overdue_decision 2026-05-07 09:30");
    assertThat(notices.of(id)).singleElement().satisfies(notice -> {
      assertThat(notice.number()).matches("\\p{IsHan}+催〔2026〕\\d+号");
      assertThat(notice.unit()).isEqualTo(Petitions.LEAD);
      assertThat(notice.paper().words()).contains("2026年5月6日");
    });
    assertThat(overdue.decision(id).group()).isEqualTo("leader@" + Petitions.LEAD);
  }

  @Test
  void aDecisionThatNobodyTakesGoesOneLevelUpAfterTwoWorkingDays() {
    var id = overdue.accepted();

    jobs.liveUntil(id, at("2026-05-11", "12:00"));

    assertThat(overdue.decision(id).group()).isEqualTo("leader@xfj");
    assertThat(acts(id)).contains("alarm.raised");
  }

  @Test
  void atTheTopNobodyIsAskedAnewEveryOtherDay() {
    var id = overdue.accepted();

    jobs.liveUntil(id, at("2026-06-15", "12:00"));

    assertThat(overdue.decision(id).group()).isEqualTo("leader@xfj");
    assertThat(acts(id).stream().filter("alarm.raised"::equals)).hasSizeBetween(1, 3);
  }

  @Test
  void thePauseOverSpringFestivalPutsOffEveryAlarmButOneToChaseTheResult() {
    jobs.moveTo(at("2026-01-12", "10:00"));
    var id = petitions.accepted();
    petitions.sendLetters(id);
    jobs.liveUntil(id, at("2026-02-10", "10:00"));
    clocks.pause(id, LocalDate.parse("2026-02-10"), "appraisal", "等待鉴定", Actor.SYSTEM);

    jobs.liveUntil(id, at("2026-03-13", "10:00"));
    assertThat(overdue.alarms(id)).containsExactly("chase.1 2026-03-02 08:30");

    clocks.resume(id, "appraisal", LocalDate.parse("2026-03-13"), Actor.SYSTEM);
    var due = overdue.handling(id).due().on();
    assertThat(due).isEqualTo("2026-04-13");
    jobs.liveUntil(id, due.atTime(18, 0).atZone(Dates.ZONE).toInstant());

    assertThat(overdue.alarms(id)).containsExactly("chase.1 2026-03-02 08:30", "before_5 2026-04-03 08:30",
        "before_1 2026-04-10 08:30", "due 2026-04-13 08:30");
  }

  @Test
  void anExtendedClockRemindsOfItsNewDate() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-28", "10:00"));
    assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:30");

    clocks.extend(id, "handling", 30, "情况复杂", Actor.SYSTEM);
    jobs.liveUntil(id, at("2026-06-05", "18:00"));

    assertThat(overdue.handling(id).due().on()).isEqualTo("2026-06-01");
    assertThat(overdue.alarms(id)).startsWith("before_5 2026-04-24 08:30", "before_5 2026-05-25 08:30",
        "before_1 2026-05-29 08:30", "due 2026-06-01 08:30", "overdue_notice 2026-06-02 08:30");
  }

  @Test
  void aNodeThatWasStoppedAcrossTheMomentGoesOffOnceAndNotAtNight() {
    var id = overdue.accepted();
    jobs.moveTo(at("2026-05-06", "22:00"));

    jobs.runDue(id);
    assertThat(overdue.alarms(id)).isEmpty();
    assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-05-07", "08:30"));

    jobs.liveUntil(id, at("2026-05-07", "09:00"));
    assertThat(overdue.alarms(id)).containsExactly("overdue_notice 2026-05-07 08:30");
  }

  /** Else its timer would stand in the past and go off again and again until the morning. */
  @Test
  void aDecisionWhoseTimeIsOverWaitsUntilTheOfficeOpens() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-05-11", "10:00"));
    assertThat(jobs.of(id)).contains(EscalationClockWatch.TIMER_DECISION_DUE);
    jobs.moveTo(at("2026-05-20", "22:00"));

    jobs.runDue(id);

    assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_DECISION_DUE)).isEqualTo(at("2026-05-21", "08:30"));
  }

  @Test
  void aTimerThatGoesOffTwiceDoesNothingTheSecondTime() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-24", "09:00"));

    jobs.run(id, EscalationClockWatch.TIMER_ALARM_DUE);

    assertThat(overdue.alarms(id)).containsExactly("before_5 2026-04-24 08:30");
    assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-04-30", "08:30"));
  }

  private int urged(CaseId id) {
    return jdbc.sql("select urged from work_item where case_id = ? and kind = ? and state = 'OPEN'")
        .params(id.value(), PetitionHandling.USER_HANDLE).query(Integer.class).single();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private long alarmsOf(CaseId id, String kind) {
    return jdbc
        .sql("select count(*) from clock_alarm a join clock k on k.id = a.clock_id where a.case_id = ? and k.kind = ?")
        .params(id.value(), kind).query(Long.class).single();
  }
}
