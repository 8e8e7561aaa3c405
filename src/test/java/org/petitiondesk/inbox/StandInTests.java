package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Substitutes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A handler of another unit stands in for one of the education department. */
@DeskTest
class StandInTests {

  private static final String UNIT = "education";
  private static final String OTHER_UNIT = "transport";

  @Autowired
  private StandIns standIns;
  @Autowired
  private WorkList workList;
  @Autowired
  private ItemVerbs verbs;
  @Autowired
  private WorkItems items;
  @Autowired
  private Processes processes;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private CaseSight sight;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;

  private Errands errands;
  private Actor away;
  private Actor substitute;
  private LocalDate today;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
    today = Dates.today(clock);
    away = person(UNIT, Role.HANDLER, Role.LEADER);
    substitute = person(OTHER_UNIT, Role.HANDLER);
  }

  @Test
  void whatTheColleagueHoldsIsDoneForThemAndBothNamesStandOnRecord() {
    var item = heldByColleague("代办");
    assertBlind(item);
    appoint(null);

    sight.require(item.caseId(), substitute);
    var by = standIns.on(item.id(), substitute);
    assertThat(by.onBehalfOf()).map(Actor::id).contains(away.id());
    assertThatThrownBy(() -> processes.complete(item.id(), substitute, Facts.none())).isInstanceOf(NotYourTask.class);
    processes.complete(item.id(), by, Facts.none());

    var finish = items.find(item.id()).orElseThrow().finish().orElseThrow();
    assertThat(finish.by()).isEqualTo(substitute.id());
    assertThat(finish.onBehalfOf()).contains(away.id());
    assertThat(audit.of(item.caseId())).filteredOn(entry -> entry.act().equals("item.completed")).singleElement()
        .satisfies(entry -> {
          assertThat(entry.actorId()).isEqualTo(substitute.id());
          assertThat(entry.details()).containsEntry("onBehalfOf", away.id());
        });
    sight.require(item.caseId(), substitute);
  }

  @Test
  void theColleaguesWorkStandsOnTheSubstitutesList() {
    var held = heldByColleague("在同事名下");
    var claimable = errands.open(UNIT, "同事可以签收");
    assertThat(todo(held)).isEmpty();
    appoint(null);

    assertThat(todo(held)).containsExactly(held.id());
    assertThat(todo(claimable)).containsExactly(claimable.id());
    assertThat(workList.count(sought(held), substitute).value()).isEqualTo(1);
  }

  private List<String> todo(WorkItem item) {
    return workList.page(sought(item), substitute).rows().stream().map(WorkItem::id).toList();
  }

  private static WorkListQuery sought(WorkItem item) {
    return WorkListQuery.of(WorkListTab.TODO).with(WorkListFilter.NONE.with(item.caseCode()));
  }

  @Test
  void claimingForAColleaguePutsItIntoTheColleaguesHands() {
    var item = errands.open(UNIT, "替人签收");
    appoint(null);

    verbs.claim(item.id(), item.version(), substitute);

    var claimed = items.find(item.id()).orElseThrow();
    assertThat(claimed.assignee()).contains(away.id());
    assertThat(audit.of(item.caseId())).filteredOn(entry -> entry.act().equals("item.assigned")).singleElement()
        .satisfies(entry -> assertThat(entry.details()).containsEntry("onBehalfOf", away.id())
            .containsEntry("assignee", away.id()));
    verbs.claim(item.id(), claimed.version(), substitute);
    verbs.release(item.id(), claimed.version(), substitute);
    assertThat(items.find(item.id()).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void withTheLastDayEverythingEndsByItself() {
    var item = heldByColleague("到期");
    appoint(null);
    var by = standIns.on(item.id(), substitute);
    assertThat(by.onBehalfOf()).isPresent();

    clock.setTo(today.plusDays(10).atTime(9, 0).atZone(Dates.ZONE).toInstant());

    assertThat(standIns.on(item.id(), substitute)).isEqualTo(substitute);
    assertBlind(item);
  }

  @Test
  void nothingElseOfTheColleaguesUnitIsSeen() {
    var others = errands.open(UNIT, "同事在办");
    var colleague = person(UNIT, Role.HANDLER);
    processes.claim(others.id(), colleague);
    appoint(null);

    assertBlind(others);
    assertThat(standIns.on(others.id(), substitute)).isEqualTo(substitute);
  }

  @Test
  void anotherKindOfWorkIsLeftAlone() {
    var item = heldByColleague("承办工作");
    appoint(Role.LEADER);

    assertThat(standIns.on(item.id(), substitute)).isEqualTo(substitute);
    assertBlind(item);
  }

  @Test
  void aReportAgainstAPersonGoesToNoSubstitute() {
    var report = errands.report(UNIT, "检举");
    appoint(null);

    assertThat(standIns.on(report.id(), substitute)).isEqualTo(substitute);
    assertBlind(report);
    processes.transfer(report.id(), away.id(), "请您办理", errands.actor("officer"));
    assertThat(standIns.on(report.id(), substitute)).isEqualTo(substitute);
    assertBlind(report);
  }

  @Test
  void whatSomebodyMayDoByTheirOwnRightTheyDoByThat() {
    var colleague = person(UNIT, Role.HANDLER);
    appoint(away, colleague, null);
    var item = errands.open(UNIT, "本来就能办");

    assertThat(standIns.on(item.id(), colleague)).isEqualTo(colleague);
    verbs.claim(item.id(), item.version(), colleague);
    assertThat(items.find(item.id()).orElseThrow().assignee()).contains(colleague.id());
  }

  private void assertBlind(WorkItem item) {
    assertThatThrownBy(() -> sight.require(item.caseId(), substitute)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> workList.get(item.id(), substitute)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> verbs.claim(item.id(), item.version(), substitute)).isInstanceOf(NotFound.class);
  }

  private WorkItem heldByColleague(String title) {
    var item = errands.open(UNIT, title);
    processes.claim(item.id(), away);
    return items.find(item.id()).orElseThrow();
  }

  private void appoint(Role work) {
    appoint(away, substitute, work);
  }

  private void appoint(Actor who, Actor by, Role work) {
    substitutes.appoint(
        new AppointSubstitute(who.id(), by.id(), Optional.ofNullable(work), today, today.plusDays(9)), who);
  }

  private Actor person(String unit, Role... roles) {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "临时" + id, unit, Set.copyOf(List.of(roles)), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }
}
