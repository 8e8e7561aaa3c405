package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.CalendarChanges;
import org.petitiondesk.calendar.ClockCorrections;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.CorrectEntry;
import org.petitiondesk.calendar.OfficialDay;
import org.petitiondesk.calendar.OfficialNotice;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs four eyes is an item for the second pair. */
@DeskTest
class SecondPersonsTests {

  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private Overdue overdue;
  @Autowired
  private ClockCorrections corrections;
  @Autowired
  private CalendarChanges changes;
  @Autowired
  private SecondPersons persons;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Jobs jobs;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void aCorrectionIsAnItemOfTheUnitsLeaderUntilTheLeaderDecides() {
    var id = overdue.accepted();
    var correction = proposed(id);

    var task = task(id);
    assertThat(task.group()).isEqualTo("leader@" + Petitions.LEAD);
    assertThat(task.form()).startsWith("cases/" + id + "/clocks/" + clock(id));

    corrections.approve(id, correction, "属实", accounts.actor(LEADER));

    assertThat(petitions.items(id)).doesNotContain(EscalationSecondPerson.USER_APPROVE);
    assertThat(state(task)).isEqualTo("DONE " + LEADER);
  }

  @Test
  void takenBackByWhoProposedItTheItemGoesUndone() {
    var id = overdue.accepted();
    var correction = proposed(id);
    var task = task(id);

    corrections.refuse(id, correction, "看错了", petitions.handler(id));

    assertThat(jobs.processes(id)).doesNotContain(EscalationSecondPerson.KEY);
    assertThat(state(task)).isEqualTo("CANCELLED " + Petitions.LEAD + ".handler");
  }

  @Test
  void whoProposesIsNotAskedAndNobodysSilenceEndsIt() {
    var id = overdue.accepted();
    proposed(id, accounts.actor(LEADER));

    assertThat(task(id).group()).isEqualTo("leader@xfj");

    jobs.moveTo(Overdue.at("2026-03-04", "10:01"));
    jobs.execute(jobs.at(id, EscalationSecondPerson.TIMER_LATE));
    assertThat(task(id).group()).isEqualTo("leader@xfj");
  }

  @Test
  void theUnitsLeaderWhoDoesNotDecideInTimeIsFollowedByTheOffices() {
    var id = overdue.accepted();
    proposed(id);

    jobs.moveTo(Overdue.at("2026-03-04", "10:01"));
    jobs.execute(jobs.at(id, EscalationSecondPerson.TIMER_LATE));

    assertThat(task(id).group()).isEqualTo("leader@xfj");
  }

  @Test
  void whereNobodyElseIsLeftTheProposalIsRefused() {
    var id = petitions.registered();
    var routing = clocks.of(id).get(0);
    var sooner = new CorrectEntry(1, false, routing.startedOn().minusDays(1), Optional.empty(), 0, "收到日写错");

    assertThatThrownBy(() -> corrections.propose(id, routing.id(), sooner, accounts.actor("office.leader")))
        .isInstanceOf(Conflict.class).hasMessageContaining("no-second-person");
    assertThat(corrections.of(id, routing.id(), accounts.actor("officer"))).isEmpty();
  }

  @Test
  void everyLeaderOfAPetitionOfficeMayApproveOfficialDaysAndNoOtherLeader() {
    var change = changes.propose(new OfficialNotice(2094, "国办发明电〔2093〕7号",
        List.of(new OfficialDay(LocalDate.parse("2094-10-01"), true, "国庆节", "National Day"))),
        accounts.actor("admin"));
    var withoutOffice = new Actor("xfj.leader", "无经办岗位的负责人", "xfj", Set.of(Role.LEADER));
    assertThat(changes.mayApprove(changes.get(change), withoutOffice)).isTrue();
    assertThat(changes.mayApprove(changes.get(change), accounts.actor("admin"))).isFalse();
    assertThatThrownBy(() -> changes.approve(change, 0, "", accounts.actor(LEADER))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> changes.refuse(change, "不同意", accounts.actor(LEADER))).isInstanceOf(Forbidden.class);

    changes.refuse(change, "还没有公布", withoutOffice);

    assertThat(processes.openTasks(new CaseId(change))).isEmpty();
  }

  @Test
  void aChangeOfTheOfficialDaysIsAnItemOfThePetitionOfficesLeader() {
    var change = changes.propose(new OfficialNotice(2093, "国办发明电〔2092〕7号",
        List.of(new OfficialDay(LocalDate.parse("2093-10-01"), true, "国庆节", "National Day"))),
        accounts.actor("admin"));
    var matter = new CaseId(change);

    var task = task(matter);
    assertThat(task.group()).isEqualTo("leader@xfj");
    assertThat(task.form()).startsWith("administration/holidays/changes/" + change);
    assertThat(persons.find(matter)).hasValueSatisfying(about -> assertThat(about.title()).contains("2093"));

    changes.refuse(change, "还没有公布", accounts.actor("office.leader"));

    assertThat(processes.openTasks(matter)).isEmpty();
    assertThat(state(task)).isEqualTo("DONE office.leader");
  }

  private UUID proposed(CaseId id) {
    return proposed(id, petitions.handler(id));
  }

  private UUID proposed(CaseId id, Actor by) {
    return corrections.propose(id, clock(id), new CorrectEntry(1, false, LocalDate.parse("2026-03-01"),
        Optional.empty(), 0, "受理日写错"), by);
  }

  private ClockId clock(CaseId id) {
    return overdue.handling(id).id();
  }

  private OpenTask task(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(EscalationSecondPerson.USER_APPROVE))
        .findFirst().orElseThrow();
  }

  /** How the item ended, and by whom. */
  private String state(OpenTask task) {
    return jdbc.sql("select state, finished_by from work_item where id = ?").param(task.id())
        .query((rs, row) -> rs.getString("state") + " " + rs.getString("finished_by")).single();
  }
}
