package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.escalation.Overdue.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LedgerEntry.Kind;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;

/** Two cases that live through their whole life with the clock: one keeps its dates, the other breaks them all. */
@DeskTest
class DeadlineStoryTests {

  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private Overdue overdue;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Extensions extensions;
  @Autowired
  private LeaderDecisions decisions;
  @Autowired
  private Supervisions supervisions;
  @Autowired
  private SupervisionService supervision;
  @Autowired
  private WrittenNotices notices;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Jobs jobs;

  @AfterEach
  void backToNow() {
    jobs.backToNow();
  }

  @Test
  void aCaseThatIsPausedOverSpringFestivalAndExtendedIsAnsweredInTime() {
    jobs.moveTo(at("2026-01-12", "10:00"));
    var id = petitions.accepted();
    petitions.sendLetters(id);
    assertThat(due(id)).isEqualTo("2026-03-13");

    // Before the festival the appraisal is asked for; while it is waited for, the handler is told once to chase it.
    jobs.liveUntil(id, at("2026-02-10", "10:00"));
    clocks.pause(id, LocalDate.parse("2026-02-10"), "appraisal", "等待鉴定", Actor.SYSTEM);
    assertThat(clocks.nextDue(id)).isEmpty();
    jobs.liveUntil(id, at("2026-03-13", "10:00"));
    clocks.resume(id, "appraisal", LocalDate.parse("2026-03-13"), Actor.SYSTEM);
    assertThat(due(id)).isEqualTo("2026-04-13");
    assertThat(overdue.alarms(id)).containsExactly("chase.1 2026-03-02 08:30");

    // What the appraisal says takes more time; the leader agrees before the date, the petitioner is told.
    jobs.liveUntil(id, at("2026-04-09", "15:00"));
    assertThat(overdue.alarms(id)).hasSize(2).contains("before_5 2026-04-03 08:30");
    extensions.ask(id, 30, "鉴定意见涉及另外两家单位，需要分别核实", petitions.handler(id));
    extensions.decide(id, petitions.item(id, EscalationExtension.USER_APPROVE), true, "", accounts.actor(LEADER));
    petitions.sendLetters(id);
    assertThat(due(id)).isEqualTo("2026-05-13");
    assertThat(extensions.possible(id, petitions.handler(id))).isEmpty();

    // The reminders begin anew with the new date, and the answer comes on the last day but one.
    jobs.liveUntil(id, at("2026-05-12", "10:00"));
    assertThat(overdue.alarms(id)).hasSize(4).last().asString().startsWith("before_1 2026-05-12");
    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(overdue.handling(id)).satisfies(handling -> {
      assertThat(handling.running()).isFalse();
      assertThat(handling.stoppedOn()).contains(LocalDate.parse("2026-05-12"));
      assertThat(clocks.story(id, handling.id()).ledger()).extracting(line -> line.entry().kind())
          .contains(Kind.START, Kind.PAUSE, Kind.RESUME, Kind.EXTEND, Kind.STOP);
    });
    assertThat(notices.of(id)).isEmpty();
    assertThat(acts(id)).doesNotContain("alarm.notice", "alarm.decision", "supervision.opened");
    assertThat(jobs.processes(id)).doesNotContain(EscalationExtension.KEY);
  }

  @Test
  void aLateCaseGoesThroughNoticeDecisionCriticismAndSupervisionUntilItIsClosed() {
    var id = overdue.accepted();

    // 6 May passes: a written reminder at the opening of the office, the leader's decision an hour later.
    jobs.liveUntil(id, at("2026-05-07", "10:00"));
    assertThat(due(id)).isEqualTo("2026-05-06");
    assertThat(notices.of(id)).hasSize(1);
    assertThat(decisions.sheet(id, overdue.decision(id).id(), accounts.actor(LEADER)).options())
        .doesNotContain(Measure.EXTEND);
    decisions.decide(new DecideClock(id, overdue.decision(id).id(), Measure.LEAVE, 0, "", "鉴定结论明天送达，不再另行安排"),
        accounts.actor(LEADER));

    // Five working days later nothing has come: criticism, and the unit is put under supervision.
    jobs.liveUntil(id, at("2026-05-13", "12:00"));
    assertThat(notices.of(id)).hasSize(2);
    var chased = supervisions.of(id, petitions.officer()).get(0);
    assertThat(chased.unit()).isEqualTo(Petitions.LEAD);
    assertThat(chased.state()).isEqualTo(SupervisionState.WAITING);

    // The unit answers, the petition office strikes it off, the petitioner gets the reply and rates it.
    supervision.answer(petitions.item(id, EscalationSupervision.USER_ANSWER), "鉴定结论已送达，答复已起草，本周内送达信访人。", List.of(),
        petitions.handler(id));
    petitions.reply(id, Outcome.SUPPORTED);
    supervision.close(petitions.item(id, EscalationSupervision.USER_REVIEW), SupervisionResult.DONE, "答复已送达",
        petitions.officer());
    petitions.rate(id, Solved.YES);

    var alarms = overdue.alarms(id);
    jobs.liveUntil(id, at("2026-07-31", "12:00"));
    assertThat(overdue.alarms(id)).isEqualTo(alarms);
    assertThat(cases.get(id).isClosed()).isTrue();
    assertThat(overdue.handling(id).stoppedOn()).contains(LocalDate.parse("2026-05-13"));
    assertThat(jobs.processes(id)).doesNotContain(EscalationSupervision.KEY);
    assertThat(acts(id)).containsSubsequence("alarm.notice", "alarm.decision", "leader.decided", "alarm.criticism",
        "supervision.opened", "supervision.answered", "supervision.closed");
  }

  private LocalDate due(CaseId id) {
    return overdue.handling(id).due().on();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }
}
