package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.escalation.Overdue.at;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.inbox.Drafts;
import org.petitiondesk.inbox.SaveDraft;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader decides about a case that is late: only that moves its watch. */
@DeskTest
class LeaderDecisionsTests {

  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";
  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private Overdue overdue;
  @Autowired
  private LeaderDecisions decisions;
  @Autowired
  private WrittenNotices notices;
  @Autowired
  private CaseMeasures measures;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Jobs jobs;
  @Autowired
  private Drafts drafts;

  @Test
  void aLeaderSeesWhatTheLawAndTheCaseAllow() {
    var id = overdue.undecided();

    var sheet = decisions.sheet(id, overdue.decision(id).id(), leader());

    // The date has passed, so it can not be extended; the leader is in charge already.
    assertThat(sheet.options()).containsExactly(Measure.URGE, Measure.HAND_OVER, Measure.LEAVE);
    assertThat(sheet.handlers()).containsExactly(COLLEAGUE);
    assertThat(sheet.bar()).isEmpty();
  }

  @Test
  void leavingItAsItIsNeedsAReasonAndTheAlarmsGoOn() {
    var id = overdue.undecided();

    assertThatThrownBy(() -> decide(id, Measure.LEAVE, "", " ", leader())).isInstanceOf(Refused.class)
        .hasMessageContaining("no-reason");
    decide(id, Measure.LEAVE, "", "等待鉴定意见，三日内办结", leader());

    assertThat(petitions.items(id)).doesNotContain(EscalationClockWatch.USER_DECIDE);
    assertThat(decisions.of(id)).singleElement().satisfies(decided -> assertThat(decided.end()).hasValueSatisfying(
        end -> assertThat(end.measure()).contains(Measure.LEAVE)));
    assertThat(jobs.dueAt(id, EscalationClockWatch.TIMER_ALARM_DUE)).isEqualTo(at("2026-05-12", "08:30"));
  }

  @Test
  void urgingWritesANoticeInTheLeadersWords() {
    var id = overdue.undecided();

    decide(id, Measure.URGE, "", "请周五前提交书面情况", leader());

    assertThat(notices.of(id)).hasSize(2).last()
        .satisfies(notice -> assertThat(notice.paper().words()).contains("请周五前提交书面情况"));
  }

  @Test
  void anotherHandlerGetsTheCaseAndWhatIsOpen() {
    var id = overdue.undecided();

    assertThatThrownBy(() -> decide(id, Measure.HAND_OVER, "housing.handler", "换人", leader()))
        .isInstanceOf(Refused.class);
    decide(id, Measure.HAND_OVER, COLLEAGUE, "原承办人长期外出", leader());

    assertThat(cases.get(id).officer()).contains(COLLEAGUE);
    assertThat(processes.openTasks(id)).filteredOn(task -> task.key().equals(PetitionHandling.USER_HANDLE))
        .singleElement().satisfies(task -> assertThat(task.assignee()).contains(COLLEAGUE));
  }

  @Test
  void aLeaderAboveTakesItOverAndApprovesTheReply() {
    var id = overdue.undecided();
    jobs.liveUntil(id, at("2026-05-11", "10:00"));
    var above = accounts.actor("office.leader");

    decide(id, Measure.TAKE_OVER, "", "情况复杂，由我包案", above);
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED);

    assertThat(cases.get(id).leader()).contains("office.leader");
    assertThat(processes.openTasks(id)).filteredOn(task -> task.key().equals(PetitionReply.USER_APPROVE_REPLY))
        .singleElement().satisfies(task -> assertThat(task.assignee()).contains("office.leader"));
  }

  @Test
  void aCaseWhoseModelKnowsOfNoLaterHelpersIsHandledFromItsForkAgain() {
    var id = petitions.accepted();
    petitions.forget(id, PetitionHandling.HELPER_ADDED);

    measures.addHelper(id, "urban_management", "占道部分由城管核实", accounts.actor("office.leader"));

    assertThat(cases.get(id).coUnits()).containsExactly("urban_management");
    assertThat(petitions.items(id)).containsExactly("user_contribute", PetitionHandling.USER_HANDLE);
  }

  @Test
  void aLeaderAboveMovesTheCaseToAnotherUnitAndItsDayStays() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-05-11", "12:00"));
    var office = accounts.actor("office.leader");
    assertThat(decisions.sheet(id, overdue.decision(id).id(), office).options()).contains(Measure.MOVE,
        Measure.ADD_HELPER, Measure.REVIEW);
    assertThatThrownBy(() -> decide(id, Measure.MOVE, Petitions.LEAD, "改派", office)).isInstanceOf(Refused.class);

    decide(id, Measure.MOVE, "housing", "实为物业管理问题", office);

    assertThat(petitions.items(id)).contains(PetitionAssignment.USER_ACCEPT)
        .doesNotContain(PetitionHandling.USER_HANDLE);
    assertThat(cases.get(id).leadUnit()).contains("housing");
    assertThat(overdue.handling(id)).satisfies(handling -> {
      assertThat(handling.unit()).isEqualTo("housing");
      assertThat(handling.due().on()).isEqualTo("2026-05-06");
    });
    petitions.accept(id);
    assertThat(petitions.items(id)).contains(PetitionHandling.USER_HANDLE);
    assertThat(overdue.handling(id).due().on()).isEqualTo("2026-05-06");
  }

  @Test
  void aHelpingUnitIsAskedAndTheHandlerWaitsForIt() {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-05-11", "12:00"));

    decide(id, Measure.ADD_HELPER, "urban_management", "占道部分由城管核实", accounts.actor("office.leader"));

    assertThat(cases.get(id).coUnits()).containsExactly("urban_management");
    assertThat(petitions.items(id)).contains(PetitionHandling.USER_HANDLE, PetitionHandling.USER_CONTRIBUTE_LATE);
    petitions.investigate(id);
    assertThatThrownBy(() -> petitions.draft(id, Outcome.SUPPORTED)).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.arguments()).containsExactly("区城市管理局"));
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
    petitions.contribute(id, "urban_management");
    petitions.draft(id, Outcome.SUPPORTED);
    assertThat(petitions.items(id)).contains(PetitionReply.USER_APPROVE_REPLY);
  }

  @Test
  void whatTheHandlerHasWrittenSurvivesThatAUnitIsAskedLate() {
    var id = overdue.accepted();
    petitions.investigate(id);
    jobs.liveUntil(id, at("2026-05-11", "12:00"));
    var item = petitions.item(id, PetitionReply.USER_DRAFT_REPLY);
    drafts.save(item, new SaveDraft(Map.of("remedy", List.of("三十日内")), "one window", Optional.empty()),
        accounts.actor(HANDLER));

    decide(id, Measure.ADD_HELPER, "urban_management", "占道部分由城管核实", accounts.actor("office.leader"));

    assertThat(petitions.item(id, PetitionReply.USER_DRAFT_REPLY)).isEqualTo(item);
    assertThat(drafts.find(item, accounts.actor(HANDLER))).isPresent();
    petitions.contribute(id, "urban_management");
    petitions.draft(id, Outcome.SUPPORTED);
    assertThat(petitions.items(id)).contains(PetitionReply.USER_APPROVE_REPLY);
  }

  @Test
  void whoHandlesTheCaseDoesNotDecideAboutIt() {
    var id = overdue.undecided();
    var item = overdue.decision(id).id();

    assertThatThrownBy(() -> decisions.decide(new DecideClock(id, item, Measure.LEAVE, 0, "", "理由"),
        accounts.actor(HANDLER))).isInstanceOf(NotYourTask.class);
    cases.inHands(id, LEADER, "office.leader", "人手不足", Actor.SYSTEM);

    assertThat(decisions.sheet(id, item, leader()).bar()).isPresent();
    assertThatThrownBy(() -> decide(id, Measure.LEAVE, "", "理由", leader())).isInstanceOf(Refused.class)
        .hasMessageContaining("own-work");
  }

  @Test
  void aLeaderWhoIsAlsoTheHandlerIsNotAskedTheUnitAboveIs() {
    var id = overdue.accepted();
    cases.inHands(id, LEADER, "office.leader", "人手不足", Actor.SYSTEM);

    jobs.liveUntil(id, at("2026-05-07", "10:00"));

    assertThat(overdue.decision(id).group()).isEqualTo("leader@xfj");
  }

  @Test
  void aCaseThatIsAnsweredNeedsNoDecisionAnyMore() {
    var id = overdue.undecided();

    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(petitions.items(id)).doesNotContain(EscalationClockWatch.USER_DECIDE);
    assertThat(decisions.of(id)).singleElement().satisfies(asked -> assertThat(asked.end()).hasValueSatisfying(
        end -> assertThat(end.outcome()).isEqualTo(LeaderDecision.Outcome.MOOT)));
    assertThat(overdue.handling(id).running()).isFalse();
  }

  @Test
  void ofTwoLeadersWhoDecideAtOnceOneIsServed() throws Exception {
    var id = overdue.undecided();
    var item = overdue.decision(id).id();

    var told = Race.between(
        () -> decisions.decide(new DecideClock(id, item, Measure.LEAVE, 0, "", "一"), leader()),
        () -> decisions.decide(new DecideClock(id, item, Measure.URGE, 0, "", "二"), leader()));

    assertThat(told).hasSize(1);
    assertThat(audit.of(id)).filteredOn(entry -> entry.act().equals("leader.decided")).hasSize(1);
  }

  private void decide(CaseId id, Measure measure, String account, String reason, Actor actor) {
    decisions.decide(new DecideClock(id, overdue.decision(id).id(), measure, 0, account, reason), actor);
  }

  private Actor leader() {
    return accounts.actor(LEADER);
  }
}
