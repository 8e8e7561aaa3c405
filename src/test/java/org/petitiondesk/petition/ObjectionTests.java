package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Recusals;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.NoOpenTask;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit objects to an assignment: every way to an answer, and nothing left open on any of them. */
@DeskTest
class ObjectionTests {

  private static final String MEETING = "linjiang-meeting";

  @Autowired
  private ObjectionService objections;
  @Autowired
  private AssignmentService assignment;
  @Autowired
  private PetitionerService petitioners;
  @Autowired
  private PetitionFollowing following;
  @Autowired
  private LapsedRights nights;
  @Autowired
  private CaseMeasures measures;
  @Autowired
  private List<DecisionCards> cards;
  @Autowired
  private Processes processes;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Recusals recusals;
  @Autowired
  private RecusalService recusing;
  @Autowired
  private Units units;
  @Autowired
  private Accounts accounts;
  @Autowired
  private ObjectedCases objected;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock time;

  private Optional<Actor> superior = Optional.empty();

  @BeforeEach
  void aMondayMorning() {
    time.setTo(Instant.parse("2026-03-02T02:00:00Z"));
  }

  @AfterEach
  void theSuperiorLeaves() {
    superior.ifPresent(objected::leave);
  }

  @Test
  void aReportThatAUnitObjectsToStaysWithThoseNamedOnItAndStandsOnNoListOfObjections() {
    var head = accounts.actor("office.leader");
    var unnamed = List.of(petitions.officer(), accounts.actor("environment.handler2"), accounts.actor("land.leader"));
    var id = petitions.register(Petitions.report(), head).id();
    petitions.screen(id, Screenings.accept("environment").report(), head);
    processes.transfer(petitions.item(id, PetitionAssignment.USER_ACCEPT), "environment.handler", "请您办理",
        accounts.actor("environment.leader"));
    petitions.object(id, "该科室归城管部门管。");
    var item = petitions.item(id, PetitionObjection.USER_DECIDE);

    assertThatThrownBy(() -> objections.decide(id, item, false, "由贵局牵头。", petitions.officer()))
        .isInstanceOf(NotFound.class);
    assertThat(unnamed).noneMatch(reader -> cases.sees(id, reader));
    assertThat(cases.sees(id, accounts.actor(ObjectedCases.CONVENER))).isFalse();

    objections.decide(id, item, false, "由贵局牵头。", head);

    assertThat(cases.sees(id, accounts.actor(ObjectedCases.CONVENER))).isTrue();
    assertThat(objections.waiting(head)).noneMatch(of(id));
    meet(id, ObjectionRuling.DISMISS, "");
    assertThat(objections.rulings("", "environment", head)).noneMatch(of(id));
    assertThat(unnamed).noneMatch(reader -> cases.sees(id, reader));
    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_ACCEPT);
  }

  private static Predicate<Objection> of(CaseId id) {
    return objection -> objection.caseId().equals(id);
  }

  @Test
  void theSenderAgreesAndWhoObjectsNextGetsARulingThatBindsEverybody() {
    var id = petitions.screened();
    assertThat(clock(id, Terms.OBJECTION)).satisfies(right -> {
      assertThat(right.due().on()).isEqualTo("2026-03-09");
      assertThat(right.isRight()).isTrue();
    });
    // The time to object is nobody's deadline: the case is due when the petitioner has to be told.
    assertThat(clocks.nextDue(id)).contains(LocalDate.parse("2026-03-17"));
    refused(() -> object(id, " ", "三定规定"), "no-reason.objection");
    refused(() -> object(id, "不归我们管", " "), "no-basis.objection");
    assertThatThrownBy(() -> objections.object(new ObjectToAssignment(id,
        petitions.item(id, PetitionAssignment.USER_ACCEPT), "不归我们管", "三定规定"), accounts.actor("land.handler")))
        .isInstanceOf(NotYourTask.class);
    assertThat(objections.of(id)).isEmpty();

    petitions.object(id, "油烟归城管部门管。");

    assertThat(petitions.items(id)).containsExactly(PetitionObjection.USER_DECIDE);
    assertThat(clock(id, Terms.OBJECTION).running()).isFalse();
    assertThat(clock(id, Terms.HANDLING).due().on()).isEqualTo("2026-05-06");
    assertThat(clock(id, Terms.OBJECTION_DECISION).unit()).isEqualTo("xfj");
    assertThat(following.of(id)).satisfies(followed -> {
      assertThat(followed.turn()).isEqualTo(Turn.OFFICE);
      assertThat(followed.objection()).isTrue();
      assertThat(followed.until().orElseThrow().on()).isEqualTo("2026-03-09");
    });
    petitions.agree(id);
    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_REASSIGN);
    refused(() -> petitions.reassign(id, Petitions.LEAD), "objection.objector");
    petitions.reassign(id, "urban_management");

    // One round: the office has spoken once in the matter.
    petitions.object(id, "油烟归生态环境部门管。");
    assertThat(objections.open(id).orElseThrow().state()).isEqualTo(ObjectionState.WITH_MEETING);
    assertThat(petitions.items(id)).containsExactly(PetitionObjection.USER_RECORD_MEETING);
    refused(() -> meet(id, ObjectionRuling.UPHOLD, "urban_management"), "objection.uphold-objector");
    assertThat(measures.otherUnits(id)).contains("market").doesNotContain(Petitions.LEAD);
    meet(id, ObjectionRuling.UPHOLD, "market");

    assertThat(cases.get(id).leadUnit()).contains("market");
    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_ACCEPT);
    assertThat(clocks.of(id)).filteredOn(ClockState::running).allMatch(each -> each.unit().equals("market"))
        .extracting(ClockState::kind).doesNotContain(Terms.OBJECTION, Terms.OBJECTION_DECISION);
    refused(() -> petitions.object(id, "也不归我们管"), "objection.ruled");
    petitions.accept(id);
    assertThat(clock(id, Terms.HANDLING).due().on()).isEqualTo("2026-05-06");
    // The unit that was right does not see the petition any more, and its objection still counts where it looks.
    assertThat(objections.figures(accounts.actor(Petitions.LEAD + ".leader")))
        .filteredOn(row -> row.unit().equals(Petitions.LEAD)).singleElement()
        .satisfies(row -> assertThat(row.upheld()).isPositive());
    assertThat(acts(id)).containsSubsequence("objection.made", "objection.agreed", "petition.reassigned",
        "case.put-to-ruling", "objection.made", "objection.upheld", "petition.accepted");
  }

  @Test
  void aRefusedObjectionIsRuledOnByTheMeetingAndTheRulingIsShownToTheNextDispatcher() {
    var id = petitions.screened();
    var before = figures();
    petitions.object(id, "油烟归城管部门管。");
    refused(() -> refuse(id, ""), "no-reason.refuse-objection");
    refuse(id, "三定规定写明由贵局牵头。");

    assertThat(petitions.items(id)).containsExactly(PetitionObjection.USER_RECORD_MEETING);
    assertThat(clock(id, Terms.OBJECTION_DECISION).unit()).isEqualTo(MEETING);
    assertThat(cases.worksOn(id, accounts.actor(ObjectedCases.CONVENER))).isTrue();
    assertThat(following.of(id)).satisfies(followed -> {
      assertThat(followed.turn()).isEqualTo(Turn.BODY);
      assertThat(followed.body()).isEqualTo(units.name(MEETING));
      assertThat(followed.ruling()).contains(units.name(MEETING));
    });
    assertThat(objections.waiting(petitions.officer())).extracting(Objection::caseId).contains(id);
    refused(() -> meet(id, ObjectionRuling.REFER, ""), "objection.no-further");
    refused(() -> meet(id, ObjectionRuling.DISMISS, "", "2026-03-03", "纪要.txt"), "objection.held-on");
    refused(() -> meet(id, ObjectionRuling.DISMISS, "", "2026-03-01", "纪要.txt"), "objection.held-on");
    refused(() -> meet(id, ObjectionRuling.DISMISS, "", "2026-03-02"), "objection.no-minutes");
    refused(() -> meet(id, ObjectionRuling.UPHOLD, ""), "no-lead");
    refused(() -> meet(id, ObjectionRuling.UPHOLD, "linjiang"), "unit-without-staff");
    assertThat(units.obstacles(MEETING)).extracting(Units.Obstacle::sentence).contains("inbox.open-items");

    meet(id, ObjectionRuling.DISMISS, "");

    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_ACCEPT);
    assertThat(cases.get(id).leadUnit()).contains(Petitions.LEAD);
    assertThat(objections.bar(id)).map(Refused::key).contains("petition.refused.objection.ruled");
    var ruling = objections.of(id).get(0).last();
    assertThat(ruling.meeting()).map(JointMeeting::participants).contains("双方单位、区委编办");
    petitions.accept(id);

    var next = petitions.registered();
    assertThat(objections.precedents(next, "environment", "", petitions.officer())).extracting(Objection::caseId)
        .contains(id);
    assertThat(objections.precedents(next, "education", "", petitions.officer())).extracting(Objection::caseId)
        .doesNotContain(id);
    assertThat(objections.rulings("environment", Petitions.LEAD, petitions.officer())).extracting(Objection::caseId)
        .contains(id);
    assertThat(objections.rulings("", "", accounts.actor("wanghu.leader"))).extracting(Objection::caseId)
        .doesNotContain(id);
    assertThat(figures()).isEqualTo(new ObjectionFigures(Petitions.LEAD, before.made() + 1, before.upheld(),
        before.refused() + 1, before.open()));
  }

  @Test
  void theCommonSuperiorRulesOrLeavesItToTheMeeting() {
    var boss = objected.superior();
    superior = Optional.of(boss);
    var id = petitions.screened();
    petitions.object(id, "油烟归城管部门管。");
    refuse(id, "由贵局牵头。");
    assertThat(petitions.items(id)).containsExactly(PetitionObjection.USER_RULE);
    var item = petitions.item(id, PetitionObjection.USER_RULE);
    var card = cards.stream().filter(each -> each.kind().equals(PetitionObjection.USER_RULE)).findFirst().orElseThrow()
        .card(id, item, boss);
    assertThat(card.page()).hasValueSatisfying(page -> assertThat(page).contains("/objection/ruling?item=" + item));
    assertThat(card.bar()).isEmpty();

    assertThatThrownBy(() -> rule(id, ObjectionRuling.DISMISS, "", accounts.actor(ObjectedCases.CONVENER)))
        .isInstanceOf(NotYourTask.class);
    assertThat(objections.rulingBar(id, accounts.actor(Petitions.LEAD + ".leader"))).map(Refused::key)
        .contains("petition.refused.objection.side");
    refused(() -> objections.rule(new RuleObjection(id, item, ObjectionRuling.DISMISS, "", "", "x"), boss),
        "no-reason.ruling");
    refused(() -> objections.rule(new RuleObjection(id, item, ObjectionRuling.DISMISS, "", "x", ""), boss),
        "no-basis.ruling");
    rule(id, ObjectionRuling.REFER, "", boss);

    assertThat(petitions.items(id)).containsExactly(PetitionObjection.USER_RECORD_MEETING);
    assertThatThrownBy(() -> objections.rule(new RuleObjection(id, item, ObjectionRuling.DISMISS, "", "x", "y"), boss))
        .isInstanceOf(NoOpenTask.class);
    meet(id, ObjectionRuling.UPHOLD, "urban_management");
    assertThat(cases.get(id).leadUnit()).contains("urban_management");

    var other = petitions.screened();
    petitions.object(other, "油烟归城管部门管。");
    refuse(other, "由贵局牵头。");
    rule(other, ObjectionRuling.UPHOLD, "urban_management", boss);
    assertThat(cases.get(other).leadUnit()).contains("urban_management");
    assertThat(petitions.items(other)).containsExactly(PetitionAssignment.USER_ACCEPT);
  }

  @Test
  void theOfficeCanNotGiveItBackToAUnitThatWasRightAndARulingCan() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).simple());
    petitions.sendBack(id, "油烟归城管部门管。");
    petitions.reassign(id, "urban_management");
    petitions.object(id, "油烟归生态环境部门管。");
    assertThat(recusing.mayBeAsked(id, petitions.officer())).extracting(Account::id)
        .contains(ObjectedCases.CONVENER);
    meet(id, ObjectionRuling.UPHOLD, Petitions.LEAD);

    assertThat(cases.get(id).leadUnit()).contains(Petitions.LEAD);
    petitions.accept(id);
    // A small matter stays one: its answer is due ten working days after the acceptance.
    assertThat(clock(id, Terms.SIMPLE_REPLY).due().on()).isEqualTo("2026-03-16");
  }

  @Test
  void afterFiveWorkingDaysItIsTooLate() {
    var id = petitions.screened();
    time.setTo(Instant.parse("2026-03-09T09:00:00Z"));
    assertThat(objections.bar(id)).isEmpty();
    time.setTo(Instant.parse("2026-03-10T02:00:00Z"));

    assertThatThrownBy(() -> petitions.object(id, "不归我们管")).isInstanceOfSatisfying(Refused.class, late -> {
      assertThat(late.key()).isEqualTo("petition.refused.objection.late");
      assertThat(late.arguments()).containsExactly(LocalDate.parse("2026-03-09"));
    });
    nights.end();
    assertThat(clock(id, Terms.OBJECTION)).satisfies(right -> {
      assertThat(right.stoppedOn()).contains(LocalDate.parse("2026-03-09"));
      assertThat(clocks.find(right.id()).orElseThrow().late(LocalDate.parse("2026-03-12").atStartOfDay())).isFalse();
    });
    refused(() -> petitions.object(id, "不归我们管"), "objection.late");
    assertThat(petitions.items(id)).containsExactly(PetitionAssignment.USER_ACCEPT);
    petitions.accept(id);
  }

  @Test
  void whereNobodyCanRuleTheOfficeCanNotRefuse() {
    var id = petitions.screened();
    petitions.object(id, "不归我们管");
    recusals.decide(recusals.ask(id, ObjectedCases.CONVENER, "与信访人是近亲属", petitions.officer()), true, "应当回避",
        accounts.actor("office.leader"));

    refused(() -> refuse(id, "由贵局牵头。"), "objection.nobody-rules");

    assertThat(petitions.items(id)).contains(PetitionObjection.USER_DECIDE);
    petitions.agree(id);
    assertThat(petitions.items(id)).contains(PetitionAssignment.USER_REASSIGN);
  }

  @Test
  void aPetitionThatIsOverOrGoesAnotherWayEndsTheObjection() {
    var withdrawn = petitions.screened();
    petitions.object(withdrawn, "不归我们管");
    refuse(withdrawn, "由贵局牵头。");
    petitioners.withdraw(withdrawn, "已经和餐馆谈好了", petitions.officer());

    assertThat(objections.of(withdrawn).get(0).last()).satisfies(last -> {
      assertThat(last.state()).isEqualTo(ObjectionState.ENDED);
      assertThat(last.ending()).contains(ObjectionEnding.CLOSED);
    });
    assertThat(petitions.items(withdrawn)).isEmpty();
    assertThat(clocks.of(withdrawn)).noneMatch(ClockState::running);
    assertThat(objections.waiting(petitions.officer())).extracting(Objection::caseId).doesNotContain(withdrawn);

    var moved = petitions.screened();
    petitions.object(moved, "不归我们管");
    measures.moveTo(moved, "market", "先由市场监管部门办理", accounts.actor("office.leader"));
    assertThat(objections.of(moved).get(0).last().ending()).contains(ObjectionEnding.MOVED);
    assertThat(petitions.items(moved)).containsExactly(PetitionAssignment.USER_ACCEPT);
    assertThat(clocks.of(moved)).filteredOn(ClockState::running).extracting(ClockState::kind)
        .contains(Terms.OBJECTION, Terms.HANDLING).doesNotContain(Terms.OBJECTION_DECISION);
  }

  @Test
  void twoOfTheOfficeAtOnceHaveOneEffect() throws Exception {
    var id = petitions.screened();
    petitions.object(id, "不归我们管");
    var item = petitions.item(id, PetitionObjection.USER_DECIDE);

    var told = Race.between(() -> objections.decide(id, item, true, "", accounts.actor("officer")),
        () -> objections.decide(id, item, false, "由贵局牵头。", accounts.actor("officer2")));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(objections.of(id).get(0).steps()).hasSize(2);
    assertThat(petitions.items(id)).hasSize(1);
  }

  @Test
  void acceptingAndObjectingAtOnceHaveOneEffect() throws Exception {
    var id = petitions.screened();
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);

    var told = Race.between(
        () -> assignment.accept(new AcceptPetition(id, item, Petitions.LEAD + ".leader"),
            accounts.actor(Petitions.LEAD + ".handler")),
        () -> objections.object(new ObjectToAssignment(id, item, "不归我们管", "三定规定"),
            accounts.actor(Petitions.LEAD + ".handler2")));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(petitions.items(id)).hasSize(1).first().isEqualTo(
        objections.of(id).isEmpty() ? PetitionHandling.USER_HANDLE : PetitionObjection.USER_DECIDE);
  }

  private void object(CaseId id, String reason, String basis) {
    objections.object(new ObjectToAssignment(id, petitions.item(id, PetitionAssignment.USER_ACCEPT), reason, basis),
        petitions.handler(id));
  }

  private void refuse(CaseId id, String reason) {
    objected.refuse(id, reason);
  }

  private void rule(CaseId id, ObjectionRuling ruling, String unit, Actor actor) {
    objections.rule(new RuleObjection(id, petitions.item(id, PetitionObjection.USER_RULE), ruling, unit,
        "油烟由区城管局牵头。", "《临江区餐饮油烟治理分工方案》第三条"), actor);
  }

  private void meet(CaseId id, ObjectionRuling ruling, String unit) {
    meet(id, ruling, unit, "2026-03-02", "纪要.txt");
  }

  private void meet(CaseId id, ObjectionRuling ruling, String unit, String day, String... files) {
    var minutes = List.of(files).stream().map(name -> new Upload(name, "会议纪要".getBytes(StandardCharsets.UTF_8)))
        .toList();
    objections.recordMeeting(new RecordJointMeeting(new RuleObjection(id,
        petitions.item(id, PetitionObjection.USER_RECORD_MEETING), ruling, unit, "油烟由牵头单位办理。",
        "《临江区餐饮油烟治理分工方案》第三条"), LocalDate.parse(day), "双方单位、区委编办", minutes),
        accounts.actor(ObjectedCases.CONVENER));
  }

  private ObjectionFigures figures() {
    return objections.figures(accounts.actor("office.leader")).stream()
        .filter(row -> row.unit().equals(Petitions.LEAD)).findFirst()
        .orElseGet(() -> new ObjectionFigures(Petitions.LEAD, 0, 0, 0, 0));
  }

  private ClockState clock(CaseId id, String kind) {
    return clocks.of(id).stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.key()).isEqualTo("petition.refused." + key));
  }
}
