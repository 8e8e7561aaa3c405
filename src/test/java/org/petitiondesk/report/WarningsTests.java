package org.petitiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.CreateUnit;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.RatingExclusions;
import org.springframework.beans.factory.annotation.Autowired;

/** From the register to a warning that somebody answers, in weeks of a far future. */
@DeskTest
class WarningsTests {

  private static final String NOISE = "environment.noise";
  private static final List<Upload> PROOF = List.of(new Upload("误评说明.txt", "信访人说明：点错了。".getBytes()));
  private static final LocalDate MONDAY = LocalDate.parse("2041-06-17");

  @Autowired
  WarnedCases desk;
  @Autowired
  Warnings warnings;
  @Autowired
  WarningRegister register;
  @Autowired
  WarningService service;
  @Autowired
  DailyFigures figures;
  @Autowired
  WorkList workList;
  @Autowired
  AuditTrail audit;
  @Autowired
  Clocks clocks;
  @Autowired
  Units units;
  @Autowired
  Accounts accounts;
  @Autowired
  Passwords passwords;
  @Autowired
  Petitions petitions;
  @Autowired
  RatingExclusions exclusions;
  @Autowired
  Jobs jobs;

  @AfterEach
  void backToNow() {
    jobs.backToNow();
  }

  @Test
  void aRatingThatIsExcludedLongAfterItWasGivenLeavesTheFiguresOfItsDay() {
    var settled = MONDAY.plusDays(20);
    desk.forget();
    desk.at(MONDAY);
    var id = petitions.unhappy();
    desk.night(MONDAY.plusDays(1));
    assertThat(ratingsOf(MONDAY)).containsExactly(1, 0);
    desk.night(settled);

    desk.at(settled);
    exclusions.propose(id, "信访人说明点错了", PROOF, petitions.officer());
    exclusions.sign(id, petitions.item(id, PetitionRatingExclusion.USER_COUNTERSIGN), true, "证明属实",
        desk.actor("office.leader"));
    desk.night(settled.plusDays(1));

    assertThat(ratingsOf(MONDAY)).containsExactly(0, 1);
    assertThat(figures.excluded(Petitions.LEAD, settled)).isEqualTo(1);
  }

  /** Unsatisfied ones and excluded ones of the unit. */
  private List<Integer> ratingsOf(LocalDate day) {
    return figures.between(day, day).stream().filter(figure -> figure.unit().equals(Petitions.LEAD))
        .map(figure -> List.of(figure.unsatisfied(), figure.excluded()))
        .reduce((one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1))).orElseThrow();
  }

  @Test
  void manyOfOneKindAtOnePlaceAreSomebodysUntilTheyAreAnswered() {
    var officer = desk.actor("officer");
    var leader = desk.actor("office.leader");
    var raised = desk.cluster(MONDAY, NOISE, "songling-qingshi");

    assertThat(raised.level()).isEqualTo("YELLOW");
    assertThat(raised.history()).isEqualTo(new History(5, List.of(1, 1, 1, 1, 1, 1, 1, 1)));
    assertThat(raised.receiver()).hasToString("officer@xfj");
    assertThat(raised.reactBy()).isEqualTo(Instant.parse("2041-06-19T00:30:00Z"));
    assertThat(register.cases(raised.id(), officer)).hasSize(5);
    assertThat(workList.get(desk.item(raised.id()).id(), officer)).satisfies(item -> {
      assertThat(item.caseCode()).isEqualTo(raised.number());
      assertThat(item.title()).contains("青石社区", "环境保护");
    });
    // The subject alone, the place alone and the office would only say the same once more.
    assertThat(register.find(new WarningQuery(true, Optional.empty(), Optional.of(WarningKind.RISE), Optional.empty()),
        leader)).isEmpty();
    assertThat(warnings.night()).isEmpty();

    // More of them: the same warning becomes more serious and goes to the leader.
    desk.register(MONDAY, 4, NOISE, "songling-qingshi-01");
    desk.night(MONDAY.plusDays(1));
    var worse = register.get(raised.id(), leader);
    assertThat(worse.level()).isEqualTo("ORANGE");
    assertThat(worse.receiver()).hasToString("leader@xfj");
    assertThat(desk.item(raised.id()).group()).isEqualTo("leader@xfj");
    assertThat(register.cases(raised.id(), leader)).hasSize(9);
    assertThat(register.levels(raised.id())).extracting(Warning.LevelChange::rule).containsExactly("warning_cluster",
        "warning_cluster_rise");

    // Somebody knows more; the next night does not overrule it.
    assertThatThrownBy(() -> service.changeLevel(raised.id(), "BLUE", " ", leader)).isInstanceOf(Refused.class);
    service.changeLevel(raised.id(), "BLUE", "同一工地，已经停工", leader);
    desk.night(MONDAY.plusDays(2));
    assertThat(register.get(raised.id(), leader).level()).isEqualTo("BLUE");

    // There is nobody above: it stays with the leader until it is answered.
    desk.fire(raised.id(), ReportWarning.TIMER_REACTION_OVERDUE);
    var item = desk.item(raised.id());
    assertThat(item.key()).isEqualTo(ReportWarning.USER_ANSWER_AT_TOP);
    assertThatThrownBy(() -> service.answer(new AnswerWarning(item.id(), "属实", WarningAction.NOTHING, "", "", null),
        leader)).isInstanceOf(Refused.class);
    for (var wrong : List.of(instruction(item.id(), "nowhere", MONDAY.plusYears(1)),
        instruction(item.id(), "urban_management", null), instruction(item.id(), "urban_management", MONDAY))) {
      assertThatThrownBy(() -> service.answer(wrong, leader)).isInstanceOf(Refused.class);
    }
    service.answer(instruction(item.id(), "urban_management", MONDAY.plusYears(1)), leader);
    assertThatThrownBy(() -> service.changeLevel(raised.id(), "RED", "又来了", leader)).isInstanceOf(Conflict.class);
    desk.night(MONDAY.plusDays(3));
    assertThat(desk.open(raised.subject())).isEmpty();

    // The unit has the instruction, and says what it has done.
    var unit = desk.actor("urban_management.leader");
    var told = desk.item(raised.id());
    assertThat(told.group()).isEqualTo("leader@urban_management");
    assertThat(told.dueOn()).contains(MONDAY.plusYears(1));
    assertThat(register.get(raised.id(), unit).instruction()).isPresent();
    assertThatThrownBy(() -> service.carryOut(told.id(), " ", unit)).isInstanceOf(Refused.class);
    desk.fire(raised.id(), ReportWarning.TIMER_INSTRUCTION_OVERDUE);
    assertThatThrownBy(() -> service.carryOut(told.id(), "已约谈施工单位，夜间停工", unit)).isInstanceOf(Conflict.class);
    var late = desk.item(raised.id());
    assertThat(late.group()).isEqualTo("leader@xfj");
    service.carryOut(late.id(), "已约谈施工单位，夜间停工", leader);
    assertThat(register.get(raised.id(), leader).instruction().orElseThrow().report()).hasValueSatisfying(
        report -> assertThat(report.words()).isEqualTo("已约谈施工单位，夜间停工"));
    assertThat(audit.of(raised.id().chain())).extracting(entry -> entry.act()).contains("warning.opened",
        "warning.worsened", "warning.level-changed", "warning.answered", "warning.instruction-raised",
        "warning.carried-out");
  }

  private static AnswerWarning instruction(String item, String unit, LocalDate until) {
    return new AnswerWarning(item, "同一工地夜间施工", WarningAction.INSTRUCTION, "请三日内约谈施工单位", unit, until);
  }

  @Test
  void aWarningIsRaisedOneLevelWhenNobodyReactsInTime() {
    var raised = desk.cluster(MONDAY.plusYears(1), NOISE, "wanghu-chenxi");

    desk.fire(raised.id(), ReportWarning.TIMER_REACTION_OVERDUE);

    var leader = desk.actor("office.leader");
    assertThat(register.get(raised.id(), leader)).satisfies(warning -> {
      assertThat(warning.raisedLevels()).isEqualTo(1);
      assertThat(warning.receiver()).hasToString("leader@xfj");
    });
    assertThat(register.given(raised.id())).hasSize(2);
    assertThat(desk.item(raised.id()).group()).isEqualTo("leader@xfj");
  }

  @Test
  void onlyThoseWhoseItIsFindItAndEachTheirOwnCases() {
    var raised = desk.cluster(MONDAY.plusYears(2), NOISE, "liuyin-yinxing");

    assertThatThrownBy(() -> register.get(raised.id(), desk.actor("housing.leader"))).isInstanceOf(NotFound.class);
    assertThat(register.find(new WarningQuery(true, Optional.empty(), Optional.empty(), Optional.empty()),
        desk.actor("housing.leader"))).extracting(Warning::id).doesNotContain(raised.id());
    assertThat(register.find(new WarningQuery(true, Optional.of("YELLOW"), Optional.of(WarningKind.CLUSTER),
        Optional.empty()), desk.actor("officer"))).extracting(Warning::id).contains(raised.id());
    assertThat(register.cases(raised.id(), desk.actor("housing.leader"))).isEmpty();

    // What turns out to be a report against a person is not listed any more, not even for those who are named on it.
    var officer = desk.actor("office.leader");
    var first = register.cases(raised.id(), officer).get(0).file().id();
    desk.makeReport(first);
    assertThat(register.cases(raised.id(), officer)).hasSize(4).noneMatch(one -> one.file().id().equals(first));
  }

  @Test
  void reportsAreNeverCountedAndMissedDaysAreFilledIn() throws Exception {
    var day = MONDAY.plusYears(3);
    desk.forget();
    desk.register(day.minusDays(3), 2, NOISE, "songling-songtao-02");
    desk.report(day.minusDays(3), NOISE, "songling-songtao");
    desk.night(day.minusDays(2));

    assertThat(figures.between(day.minusDays(3), day.minusDays(3)))
        .filteredOn(figure -> figure.place().equals("songling-songtao") && figure.category().equals("environment"))
        .singleElement()
        .satisfies(figure -> {
          assertThat(figure.registered()).isEqualTo(2);
          assertThat(figure.open()).isEqualTo(2);
          assertThat(figure.category()).isEqualTo("environment");
          assertThat(figure.unit()).isEqualTo("xfj");
        });

    // Two nights were missed, and two nodes wake up at the same moment.
    jobs.moveTo(day.plusDays(1).atTime(4, 10).atZone(Dates.ZONE).toInstant());
    var nights = new ConcurrentLinkedQueue<Boolean>();
    Race.between(() -> nights.add(warnings.night().isPresent()), () -> nights.add(warnings.night().isPresent()));
    assertThat(nights).containsExactlyInAnyOrder(true, false);
    assertThat(desk.countedDays()).endsWith(day.minusDays(2), day.minusDays(1), day).doesNotHaveDuplicates();
    assertThat(figures.between(day.minusDays(3), day.minusDays(3)))
        .filteredOn(figure -> figure.place().equals("songling-songtao") && figure.category().equals("environment"))
        .hasSize(1);
  }

  @Test
  void aUnitThatHasCasesAndDoesNothingStandsStill() {
    var day = MONDAY.plusYears(4);
    desk.forget();
    var unit = unitBelow("songling");
    var id = desk.register(day.minusDays(18), 1, NOISE, "songling").get(0);
    clocks.start(id, "mediation", new Term(60, TermUnit.DAY, "试验"), day.minusDays(18), unit, Actor.SYSTEM);

    // Twelve or thirteen working days later nobody there has done anything.
    desk.night(day);

    var warning = desk.open(WarningSubject.ofUnit(WarningKind.STANDSTILL, unit)).orElseThrow();
    assertThat(warning.level()).isEqualTo("YELLOW");
    assertThat(warning.idleDays()).isBetween(10, 14);
    // The unit has no leader of its own.
    assertThat(warning.receiver()).hasToString("leader@songling");
    assertThat(register.cases(warning.id(), desk.actor("songling.leader"))).isEmpty();
    assertThat(register.cases(warning.id(), desk.actor("officer"))).hasSize(1);
  }

  private String unitBelow(String parent) {
    var id = "still-" + UUID.randomUUID().toString().substring(0, 8);
    units.create(new CreateUnit(id, "服务站" + id, Optional.of(parent), UnitKind.COMMUNITY, "linjiang", Optional.empty()),
        Actor.SYSTEM);
    accounts.create(new CreateAccount(id + ".handler", "站员" + id, id, Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("a-long-password-1")), Actor.SYSTEM);
    return id;
  }
}
