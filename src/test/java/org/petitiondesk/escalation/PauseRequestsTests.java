package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.escalation.Overdue.at;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Hands;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.escalation.PauseRequest.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.ReconsideredCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks of a case are paused for the reasons of the table: asked for, decided on, chased, ended. */
@DeskTest
class PauseRequestsTests {

  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private Overdue overdue;
  @Autowired
  private PauseRequests requests;
  @Autowired
  private Extensions extensions;
  @Autowired
  private CaseMeasures measures;
  @Autowired
  private ReconsideredCases reconsidered;
  @Autowired
  private AlarmTable alarms;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Jobs jobs;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void anApprovedPauseBeginsOnTheDayAskedForAndEndsWithTheResult() {
    var id = asked("2026-04-20");
    assertThat(overdue.handling(id).paused()).isFalse();

    jobs.moveTo(at("2026-04-23", "10:00"));
    decide(id, true, "");

    assertThat(clocks.openPause(overdue.handling(id))).hasValueSatisfying(pause -> {
      assertThat(pause.on()).isEqualTo("2026-04-20");
      assertThat(pause.reason()).isEqualTo("appraisal");
    });
    assertThat(requests.of(id)).singleElement().satisfies(granted -> {
      assertThat(granted.state()).isEqualTo(State.GRANTED);
      assertThat(granted.answer()).hasValueSatisfying(answer -> assertThat(answer.by()).isEqualTo(LEADER));
    });

    jobs.moveTo(at("2026-04-30", "10:00"));
    assertThatThrownBy(() -> end(id, "2026-05-01", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> end(id, "2026-04-30", accounts.actor(LEADER))).isInstanceOf(Forbidden.class);
    end(id, "2026-04-30", handler(id));

    assertThat(overdue.handling(id).due().on()).isEqualTo("2026-05-11");
    assertThatThrownBy(() -> end(id, "2026-04-30", handler(id))).isInstanceOf(Conflict.class);
  }

  @Test
  void aRefusedPauseNeedsAReasonAndLeavesEverythingAsItWas() {
    var id = asked("2026-04-20");
    var before = overdue.handling(id);

    assertThatThrownBy(() -> decide(id, false, " ")).isInstanceOf(Refused.class);
    decide(id, false, "鉴定不影响其他核实工作");

    assertThat(overdue.handling(id)).isEqualTo(before);
    assertThat(requests.of(id)).singleElement().satisfies(refused -> {
      assertThat(refused.state()).isEqualTo(State.REFUSED);
      assertThat(refused.answer().orElseThrow().words()).isEqualTo("鉴定不影响其他核实工作");
    });
    assertThat(requests.possible(id, handler(id))).isNotEmpty();
  }

  @Test
  void onlyWhoHandlesTheCaseAsksAndForWhatTheTableAllows() {
    var id = overdue.accepted();
    jobs.moveTo(at("2026-03-10", "10:00"));

    assertThat(requests.possible(id, handler(id))).extracting(PauseRequests.Possible::reason)
        .containsExactly("appraisal", "proceeding", "force_majeure");
    assertThat(requests.possible(id, accounts.actor(LEADER))).isEmpty();
    assertThatThrownBy(() -> ask(id, "appraisal", "2026-03-10", "等鉴定", accounts.actor(LEADER)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> ask(id, "coffee", "2026-03-10", "累了", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, "supplement", "2026-03-10", "补材料", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, "appraisal", "2026-03-11", "等鉴定", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, "appraisal", "2026-03-01", "等鉴定", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, "appraisal", "2026-03-10", " ", handler(id))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> requests.ask(id, "appraisal", null, "等鉴定", handler(id))).isInstanceOf(Refused.class);
    assertThat(requests.of(id)).isEmpty();
    assertThat(petitions.items(id)).doesNotContain(EscalationPause.USER_APPROVE);
  }

  @Test
  void aSecondRequestBesideAnOpenOneIsRefused() {
    var id = asked("2026-04-20");

    assertThatThrownBy(() -> ask(id, "proceeding", "2026-04-20", "等判决", handler(id))).isInstanceOf(Refused.class);
    assertThat(requests.of(id)).hasSize(1);
  }

  @Test
  void whatHasRunOutIsNotPausedAndARequestLapsesWithTheDate() {
    var id = asked("2026-04-20");

    jobs.liveUntil(id, at("2026-05-07", "08:00"));

    assertThat(requests.of(id)).singleElement().extracting(PauseRequest::state).isEqualTo(State.LAPSED);
    assertThat(petitions.items(id)).doesNotContain(EscalationPause.USER_APPROVE);
    assertThat(requests.possible(id, handler(id))).isEmpty();
  }

  @Test
  void anAnsweredMatterNeedsNoPause() {
    var id = asked("2026-04-20");

    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(requests.of(id)).singleElement().extracting(PauseRequest::state).isEqualTo(State.MOOT);
    assertThat(jobs.processes(id)).doesNotContain(EscalationPause.KEY);
  }

  @Test
  void nobodyStopsTheTimeOfThoseWhoControlThem() {
    var id = overdue.accepted();
    var day = LocalDate.parse("2026-03-02");
    var term = new Term(30, TermUnit.DAY, "《信访工作条例》");
    clocks.start(id, "final_review", term, day, "yunxi-review", Actor.SYSTEM);
    clocks.start(id, "rectification_inspection", term, day, "xfj", Actor.SYSTEM);
    clocks.start(id, "final_review_request", term, day, Hands.PETITIONER, Actor.SYSTEM);

    assertThat(requests.possible(id, handler(id))).extracting(PauseRequests.Possible::reason).contains("force_majeure");
    ask(id, "force_majeure", "2026-03-02", "洪水淹没了现场", handler(id));
    decide(id, true, "");

    assertThat(clocks.of(id)).filteredOn(ClockState::paused).extracting(ClockState::kind).containsExactly("handling");
  }

  @Test
  void atReconsiderationOnlyTheReviewerPausesAndAHearingEndsNoOtherPause() {
    overdue.backToNow();
    var id = reconsidered.examined();
    var on = petitions.today().toString();
    var reviewer = accounts.actor(ReconsideredCases.CITY_REVIEWER);
    assertThat(requests.possible(id, handler(id))).isEmpty();
    assertThatThrownBy(() -> ask(id, "appraisal", on, "等鉴定", handler(id))).isInstanceOf(Forbidden.class);

    ask(id, "appraisal", on, "委托重新监测", reviewer);
    requests.decide(id, petitions.item(id, EscalationPause.USER_APPROVE), true, "",
        accounts.actor(ReconsideredCases.CITY_LEADER));
    reconsidered.hear(id);

    assertThat(requests.endable(id, handler(id))).isEmpty();
    assertThat(requests.endable(id, reviewer)).hasValueSatisfying(
        pause -> assertThat(pause.reason()).isEqualTo("appraisal"));
    end(id, on, reviewer);
    assertThat(clocks.of(id)).filteredOn(ClockState::running).singleElement().satisfies(
        review -> assertThat(clocks.openPause(review)).hasValueSatisfying(
            pause -> assertThat(pause.reason()).isEqualTo("hearing")));
    reconsidered.cancelHearing(id);
    assertThat(clocks.of(id)).noneMatch(state -> state.running() && state.paused());
  }

  @Test
  void whatTheFormerUnitAskedForNobodyDecidesOnceAnotherHasTheMatter() {
    var id = asked("2026-04-20");
    extensions.ask(id, 10, "情况复杂", handler(id));

    measures.moveTo(id, "urban_management", "职责在该单位。", accounts.actor("office.leader"));

    assertThat(requests.of(id)).singleElement().extracting(PauseRequest::state).isEqualTo(State.MOOT);
    assertThat(extensions.of(id)).singleElement().extracting(Extension::state).isEqualTo(Extension.State.MOOT);
    assertThat(jobs.processes(id)).doesNotContain(EscalationPause.KEY, EscalationExtension.KEY);
  }

  @Test
  void whoeverHoldsThePausedWorkIsToldOnceToChaseTheResult() {
    var id = asked("2026-03-10");
    decide(id, true, "");

    jobs.liveUntil(id, at("2026-04-10", "10:00"));

    assertThat(overdue.alarms(id)).containsExactly("chase.1 2026-03-24 08:30");
    assertThat(alarms.received(handler(id).id(), 10_000)).filteredOn(alarm -> alarm.caseId().equals(id)).singleElement()
        .extracting(ReceivedAlarm::words).isEqualTo("请向鉴定、评估机构催要结果。");
    assertThat(jdbc.sql("select u.words from work_item_urge u join work_item i on i.id = u.item_id where i.case_id = ?")
        .param(id.value()).query(String.class).list()).containsOnly("请向鉴定、评估机构催要结果。");
  }

  private CaseId asked(String on) {
    var id = overdue.accepted();
    jobs.liveUntil(id, at(on, "10:00"));
    ask(id, "appraisal", on, "噪声检测要由第三方机构作出，约需三周", handler(id));
    return id;
  }

  private void ask(CaseId id, String reason, String on, String text, Actor actor) {
    requests.ask(id, reason, LocalDate.parse(on), text, actor);
  }

  private void decide(CaseId id, boolean approved, String words) {
    requests.decide(id, petitions.item(id, EscalationPause.USER_APPROVE), approved, words, accounts.actor(LEADER));
  }

  private void end(CaseId id, String on, Actor actor) {
    requests.end(id, LocalDate.parse(on), actor);
  }

  private Actor handler(CaseId id) {
    return petitions.handler(id);
  }
}
