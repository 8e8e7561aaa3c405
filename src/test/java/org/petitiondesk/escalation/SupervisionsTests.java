package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_ANSWER_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_INSTRUCTION_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.USER_ANSWER;
import static org.petitiondesk.escalation.EscalationSupervision.USER_INSTRUCT;
import static org.petitiondesk.escalation.EscalationSupervision.USER_REVIEW;
import static org.petitiondesk.escalation.SupervisedCases.UNIT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervision from the notice to the closing, and what is refused on the way. */
@DeskTest
class SupervisionsTests {

  @Autowired
  Supervisions supervisions;
  @Autowired
  SupervisionService service;
  @Autowired
  SupervisionRegister register;
  @Autowired
  SupervisedCases desk;
  @Autowired
  CaseFiles cases;
  @Autowired
  Clocks clocks;
  @Autowired
  ClockTerms terms;
  @Autowired
  Units units;
  @Autowired
  Accounts accounts;
  @Autowired
  Processes processes;
  @Autowired
  AuditTrail audit;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  MovableClock clock;

  @Test
  void theUnitGetsANumberedNoticeAnswersAndTheOpenerClosesIt() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.WRITTEN);
    var opened = supervisions.get(id, desk.actor("education.handler"));
    assertThat(opened.number()).matches("临信督〔20\\d\\d〕\\d+号");
    assertThat(opened.notice().body()).startsWith("区教育局：").contains("书面催办", "请于期限内清理并书面反馈", "超过内部期限没有进展");

    var item = desk.item(id, caseId, USER_ANSWER);
    assertThat(item.group()).isEqualTo("handler@education");
    assertThat(item.dueOn()).contains(opened.answerOn());
    service.acknowledge(item.id(), desk.actor("education.handler"));
    service.answer(item.id(), "已清理，附照片。", List.of(photo()), desk.actor("education.handler"));

    var verdict = desk.item(id, caseId, USER_REVIEW);
    assertThat(verdict.assignee()).contains("officer");
    service.close(verdict.id(), SupervisionResult.DONE, "", desk.actor("officer"));

    var closed = supervisions.get(id, desk.actor("officer"));
    assertThat(closed.state()).isEqualTo(SupervisionState.CLOSED);
    assertThat(closed.closing().orElseThrow().by()).isEqualTo("officer");
    assertThat(supervisions.steps(id)).singleElement().satisfies(step -> {
      assertThat(step.words()).isEqualTo("已清理，附照片。");
      assertThat(step.files()).hasSize(1);
    });
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("supervision.opened",
        "supervision.acknowledged", "supervision.answered", "supervision.closed");
    assertThat(desk.items(id, caseId)).isEmpty();
  }

  @Test
  void theNumbersOfAnOfficeHaveNoGaps() {
    var first = number(desk.open(desk.led(UNIT), SupervisionKind.PHONE));
    assertThatThrownBy(() -> supervisions.open(desk.led(UNIT), UNIT, SupervisionKind.PHONE, "", desk.today(), "原因",
        desk.actor("officer"))).isInstanceOf(Refused.class);

    assertThat(number(desk.open(desk.led(UNIT), SupervisionKind.PHONE))).isEqualTo(first + 1);
  }

  @Test
  void anAnswerIsSentBackWithAReasonAndANewDayAndAnsweredAgain() {
    var caseId = desk.led(UNIT);
    var id = answered(caseId);
    var verdict = desk.item(id, caseId, USER_REVIEW).id();
    var officer = desk.actor("officer");

    assertThatThrownBy(() -> service.sendBack(verdict, "", desk.today(), officer)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> service.sendBack(verdict, "没有照片", desk.today().minusDays(1), officer))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("answerOn"));
    var day = desk.today().plusDays(10);
    service.sendBack(verdict, "没有照片", day, officer);

    var again = desk.item(id, caseId, USER_ANSWER);
    assertThat(again.dueOn()).contains(day);
    assertThat(supervisions.get(id, officer).answerOn()).isEqualTo(day);
    service.answer(again.id(), "补充照片", List.of(photo()), desk.actor("education.handler"));
    service.close(desk.item(id, caseId, USER_REVIEW).id(), SupervisionResult.NOT_DONE, "涉及规划调整，转长期跟踪", officer);

    assertThat(supervisions.steps(id)).extracting(SupervisionStep::kind).containsExactly(
        SupervisionStep.Kind.ANSWERED, SupervisionStep.Kind.SENT_BACK, SupervisionStep.Kind.ANSWERED);
  }

  @Test
  void whatIsNotDoneIsClosedOnlyWithAReason() {
    var caseId = desk.led(UNIT);
    var id = answered(caseId);
    var verdict = desk.item(id, caseId, USER_REVIEW).id();

    assertThatThrownBy(() -> service.close(verdict, SupervisionResult.NOT_DONE, " ", desk.actor("officer")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("words"));
    assertThat(supervisions.get(id, desk.actor("officer")).isOpen()).isTrue();
  }

  @Test
  void nobodyDecidesOnTheAnswerOfTheirOwnUnit() {
    var caseId = desk.led(UNIT);
    var id = answered(caseId);
    var verdict = desk.item(id, caseId, USER_REVIEW).id();

    assertThatThrownBy(() -> service.close(verdict, SupervisionResult.DONE, "", desk.actor("education.leader")))
        .isInstanceOf(Forbidden.class);
    processes.transfer(verdict, "education.leader", "", Actor.SYSTEM);
    assertThatThrownBy(() -> service.close(verdict, SupervisionResult.DONE, "", desk.actor("education.leader")))
        .isInstanceOfSatisfying(Forbidden.class,
            forbidden -> assertThat(forbidden.key()).isEqualTo("escalation.forbidden.own-answer"));
  }

  @Test
  void withoutAnAnswerTheLeaderAboveGetsItAndLastTheLeaderOfTheOpener() {
    var unit = desk.unitBelow("education");
    var caseId = desk.led(unit);
    var id = desk.open(caseId, unit, SupervisionKind.WRITTEN, desk.actor("officer"));

    desk.fire(caseId, TIMER_ANSWER_OVERDUE);
    var first = desk.item(id, caseId, USER_INSTRUCT);
    assertThat(first.group()).isEqualTo("leader@education");
    assertThatThrownBy(() -> service.instruct(first.id(), "", desk.actor("education.leader")))
        .isInstanceOf(Refused.class);
    service.instruct(first.id(), "今天内反馈，由分管负责人到场。", desk.actor("education.leader"));

    desk.fire(caseId, EscalationSupervision.TIMER_INSTRUCTED_UNIT_OVERDUE);
    assertThat(desk.item(id, caseId, USER_INSTRUCT).group()).isEqualTo("leader@xfj");
    desk.fire(caseId, TIMER_INSTRUCTION_OVERDUE);
    assertThat(desk.items(id, caseId)).extracting(task -> task.key()).containsExactly(USER_ANSWER);

    var raised = supervisions.get(id, desk.actor("officer"));
    assertThat(raised.level()).isEqualTo(2);
    assertThat(supervisions.steps(id)).extracting(SupervisionStep::unit).containsExactly("education", "education",
        "xfj");
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("supervision.raised", "supervision.instructed");
    service.answer(desk.item(id, caseId, USER_ANSWER).id(), "已到场处理", List.of(), desk.actor(unit + ".handler"));
    assertThat(desk.item(id, caseId, USER_REVIEW).group()).isEqualTo("officer@xfj");
  }

  @Test
  void itGoesUpWhenTheOfficeOpensAndNeverOnADayOff() {
    // The last day is the Wednesday before the spring festival's make-up Saturday; the festival begins on Sunday.
    clock.setTo(Instant.parse("2026-02-10T02:00:00Z"));
    var caseId = desk.led(UNIT);
    var id = supervisions.open(caseId, UNIT, SupervisionKind.PHONE, "请反馈", LocalDate.of(2026, 2, 14), "没有进展",
        desk.actor("officer"));

    assertThat(dueOfTimer(id)).isEqualTo(Instant.parse("2026-02-24T00:30:00Z"));
  }

  @Test
  void theLightTurnsWithTheWorkingDays() {
    clock.setTo(Instant.parse("2026-11-16T02:00:00Z"));
    var caseId = desk.led(UNIT);
    var id = supervisions.open(caseId, UNIT, SupervisionKind.PHONE, "请反馈", LocalDate.of(2026, 11, 20), "没有进展",
        desk.actor("officer"));

    assertThat(light(id)).isEqualTo(SupervisionLight.IN_TIME);
    clock.setTo(Instant.parse("2026-11-18T02:00:00Z"));
    assertThat(light(id)).isEqualTo(SupervisionLight.SOON);
    assertThat(found(SupervisionLight.SOON)).contains(id);
    clock.setTo(Instant.parse("2026-11-21T02:00:00Z"));
    assertThat(light(id)).isEqualTo(SupervisionLight.LATE);
    assertThat(found(SupervisionLight.LATE)).contains(id);
    assertThat(found(SupervisionLight.SOON)).doesNotContain(id);
  }

  @Test
  void theItemKeepsItsOwnDayWhateverTheClocksOfTheCaseDo() {
    var caseId = desk.led(UNIT);
    clocks.start(caseId, "handling", terms.of("handling").term(), desk.today(), UNIT, Actor.SYSTEM);
    var item = desk.item(desk.open(caseId, SupervisionKind.WRITTEN), caseId, USER_ANSWER);

    clocks.pause(caseId, desk.today(), "supplement", "等待材料", Actor.SYSTEM);
    clocks.stopAll(caseId, desk.today(), Actor.SYSTEM);

    assertThat(jdbc.sql("select due_on from work_item where id = ?").param(item.id()).query(LocalDate.class).single())
        .isEqualTo(item.dueOn().orElseThrow());
  }

  @Test
  void theClosedCaseLeavesItsSupervisionOpen() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.ON_SITE);

    cases.close(caseId, ClosingState.EXPLAINED, Actor.SYSTEM);

    assertThat(supervisions.get(id, desk.actor("officer")).isOpen()).isTrue();
    service.answer(desk.item(id, caseId, USER_ANSWER).id(), "已办结", List.of(), desk.actor("education.handler"));
    service.close(desk.item(id, caseId, USER_REVIEW).id(), SupervisionResult.DONE, "", desk.actor("officer"));
  }

  @Test
  void theOpenerEndsItBeforeAnAnswerAndNobodyElseDoes() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.PHONE);
    var other = desk.open(caseId, SupervisionKind.TALK);

    assertThatThrownBy(() -> service.end(id, SupervisionResult.DONE, "", desk.actor("education.leader")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> service.end(id, SupervisionResult.DONE, "", desk.actor("housing.leader")))
        .isInstanceOf(NotFound.class);
    service.end(id, SupervisionResult.DONE, "电话核实已办理", desk.actor("officer"));

    assertThat(desk.items(id, caseId)).isEmpty();
    assertThat(desk.items(other, caseId)).as("the other supervision of the case goes on").isNotEmpty();
    assertThatThrownBy(() -> service.end(id, SupervisionResult.DONE, "", desk.actor("officer")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void badInputIsRefusedAndNothingIsOpened() {
    var caseId = desk.led(UNIT);
    var officer = desk.actor("officer");
    var day = desk.today().plusDays(3);

    refused("demand", () -> supervisions.open(caseId, UNIT, SupervisionKind.PHONE, " ", day, "原因", officer));
    refused("demand",
        () -> supervisions.open(caseId, UNIT, SupervisionKind.PHONE, "长".repeat(4001), day, "原因", officer));
    refused("reason", () -> supervisions.open(caseId, UNIT, SupervisionKind.PHONE, "要求", day, "", officer));
    refused("until", () -> supervisions.open(caseId, UNIT, SupervisionKind.PHONE, "要求", desk.today().minusDays(1), "原因",
        officer));
    refused("unit", () -> supervisions.open(caseId, "nowhere", SupervisionKind.PHONE, "要求", day, "原因", officer));
    refused("unit", () -> supervisions.open(caseId, "housing", SupervisionKind.PHONE, "要求", day, "原因", officer));
    refused("kind", () -> supervisions.open(caseId, UNIT, SupervisionKind.LISTED, "要求", day, "原因", officer));

    assertThat(supervisions.of(caseId, officer)).isEmpty();
    assertThat(processes.openTasks(caseId)).isEmpty();
  }

  @Test
  void aSecondClickOpensNoSecondOne() throws Exception {
    var caseId = desk.led(UNIT);

    var told = Race.between(() -> desk.open(caseId, SupervisionKind.WRITTEN),
        () -> desk.open(caseId, SupervisionKind.WRITTEN));

    assertThat(told).hasOnlyElementsOfType(Conflict.class).hasSize(1);
    assertThat(supervisions.of(caseId, desk.actor("officer"))).hasSize(1);
  }

  @Test
  void twoAnswersAtOnceAreOne() throws Exception {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.WRITTEN);
    var item = desk.item(id, caseId, USER_ANSWER).id();

    var told = Race.between(() -> service.answer(item, "甲", List.of(), desk.actor("education.handler")),
        () -> service.answer(item, "乙", List.of(), desk.actor("education.handler2")));

    assertThat(told).hasSize(1);
    assertThat(supervisions.steps(id)).hasSize(1);
    assertThatThrownBy(() -> service.answer(item, "丙", List.of(), desk.actor("education.handler")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void theVerdictOfAnOpenerWhoHasLeftGoesToTheDesk() {
    var opener = desk.officerOf("xfj");
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, UNIT, SupervisionKind.WRITTEN, desk.actor(opener));
    accounts.disable(opener, accounts.get(opener).version(), Optional.empty(), Actor.SYSTEM);

    service.answer(desk.item(id, caseId, USER_ANSWER).id(), "已办", List.of(), desk.actor("education.handler"));

    var verdict = desk.item(id, caseId, USER_REVIEW);
    assertThat(verdict.assignee()).isEmpty();
    assertThat(verdict.group()).isEqualTo("officer@xfj");
    service.close(verdict.id(), SupervisionResult.DONE, "", desk.actor("officer2"));
  }

  @Test
  void aUnitUnderSupervisionIsNotDissolved() {
    var unit = desk.unitBelow("education");
    var caseId = desk.led(unit);
    var id = desk.open(caseId, unit, SupervisionKind.WRITTEN, desk.actor("officer"));
    service.answer(desk.item(id, caseId, USER_ANSWER).id(), "已办", List.of(), desk.actor(unit + ".handler"));

    assertThat(units.obstacles(unit)).extracting(Units.Obstacle::sentence).contains("escalation.open-supervisions");
  }

  @Test
  void aUnitWhosePeopleHaveLeftIsAnsweredForByTheUnitAbove() {
    var unit = desk.unitBelow("education");
    accounts.disable(unit + ".handler", accounts.get(unit + ".handler").version(), Optional.empty(), Actor.SYSTEM);
    var caseId = desk.led(unit);

    var id = desk.open(caseId, unit, SupervisionKind.WRITTEN, desk.actor("officer"));

    assertThat(desk.item(id, caseId, USER_ANSWER).group()).isEqualTo("handler@education");
  }

  @Test
  void aRuleOpensItForTheOfficeThatRegisteredTheCase() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, UNIT, SupervisionKind.LISTED, Actor.SYSTEM);

    assertThat(supervisions.get(id, desk.actor("officer")).desk()).isEqualTo("officer@xfj");
    assertThat(supervisions.open(caseId, UNIT)).map(Supervision::id).contains(id);
    service.answer(desk.item(id, caseId, USER_ANSWER).id(), "已办", List.of(), desk.actor("education.handler"));
    assertThat(desk.item(id, caseId, USER_REVIEW).assignee()).isEmpty();
  }

  @Test
  void aLeaderOfTheUnitItselfDoesNotDecideEither() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, UNIT, SupervisionKind.WRITTEN, desk.actor("education.leader"));

    assertThat(supervisions.get(id, desk.actor("officer")).desk()).isEqualTo("officer@xfj");
    assertThat(supervisions.mayOpen(cases.get(caseId), UNIT, desk.actor("education.leader"))).isFalse();
  }

  @Test
  void aReportIsChasedInPersonAndStaysOutOfOthersRegister() {
    var caseId = desk.report(UNIT, Optional.of("education.handler2"));
    var id = desk.open(caseId, UNIT, SupervisionKind.WRITTEN, desk.actor("office.leader"));

    var item = desk.item(id, caseId, USER_ANSWER);
    assertThat(item.assignee()).contains("education.handler2");
    assertThatThrownBy(() -> supervisions.get(id, desk.actor("education.handler"))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> supervisions.get(id, desk.actor("officer"))).isInstanceOf(NotFound.class);
    assertThat(ids(desk.actor("officer"))).doesNotContain(id);
    assertThat(ids(desk.actor("office.leader"))).contains(id);
    assertThat(jdbc.sql("select title from work_item where id = ?").param(item.id()).query(String.class).single())
        .isEmpty();
  }

  @Test
  void aReportThatNobodyInTheUnitIsNamedOnGoesToItsLeader() {
    var caseId = desk.report(UNIT, Optional.empty());
    var id = desk.open(caseId, UNIT, SupervisionKind.WRITTEN, desk.actor("office.leader"));

    assertThat(desk.item(id, caseId, USER_ANSWER).assignee()).contains("education.leader");
    assertThat(cases.named(caseId)).contains("education.leader");
  }

  @Test
  void aSuggestionHasThirtyDaysAndASeriesOfItsOwn() {
    clock.setTo(Instant.parse("2026-11-16T02:00:00Z"));
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.POLICY);

    assertThat(supervisions.proposedDay(true)).isEqualTo(LocalDate.of(2026, 12, 16));
    var made = supervisions.get(id, desk.actor("officer"));
    assertThat(made.number()).startsWith("临信建〔2026〕");
    assertThat(made.notice().title()).isEqualTo("信访工作建议书");
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("suggestion.made");
    refused("kind", () -> supervisions.open(desk.led("liuyin"), "liuyin", SupervisionKind.POLICY, "要求",
        desk.today().plusDays(30), "原因", linjiangLeader()));
  }

  @Test
  void theRegisterIsPagedInItsOrderAndTakenOutOnRecord() {
    var marker = "翻页" + System.nanoTime();
    for (var i = 0; i <= SupervisionRegister.PAGE_SIZE; i++) {
      desk.open(desk.led(UNIT, marker), SupervisionKind.PHONE);
    }
    var query = new SupervisionQuery(Optional.of(marker), Optional.of(UNIT), Optional.of(SupervisionKind.PHONE),
        Optional.of(SupervisionLight.IN_TIME), Optional.of(desk.today()), Optional.of(desk.today()));

    var first = register.find(query, desk.actor("officer"), Optional.empty());
    var second = register.find(query, desk.actor("officer"), first.next());

    assertThat(first.rows()).hasSize(SupervisionRegister.PAGE_SIZE);
    assertThat(second.rows()).singleElement().satisfies(row -> assertThat(first.rows()).doesNotContain(row));
    assertThat(second.next()).isEmpty();
    assertThat(register.find(query, desk.actor("officer"), Optional.of("rubbish")).rows())
        .hasSize(SupervisionRegister.PAGE_SIZE);
    assertThat(register.find(query, desk.actor("housing.leader"), Optional.empty()).rows()).isEmpty();
    assertThat(register.export(query, desk.actor("officer"), 1000)).hasSize(SupervisionRegister.PAGE_SIZE + 1);
    assertThat(audit.of(AuditTrail.HOUSE)).extracting(AuditEntry::act).contains("supervision.exported");
  }

  private Actor linjiangLeader() {
    return new Actor("liuyin.above", "区领导", "linjiang", Set.of(Role.LEADER));
  }

  private SupervisionId answered(CaseId caseId) {
    return desk.answered(caseId, UNIT, SupervisionKind.WRITTEN, desk.actor("officer"), desk.actor("education.handler"));
  }

  private int number(SupervisionId id) {
    return Integer.parseInt(supervisions.get(id, desk.actor("officer")).number().replaceAll(".*〕(\\d+)号", "$1"));
  }

  private SupervisionLight light(SupervisionId id) {
    return supervisions.light(supervisions.get(id, desk.actor("officer")));
  }

  private List<SupervisionId> found(SupervisionLight light) {
    return register.export(new SupervisionQuery(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(light), Optional.empty(), Optional.empty()), desk.actor("officer"), 10_000).stream()
        .map(row -> row.supervision().id()).toList();
  }

  private List<SupervisionId> ids(Actor actor) {
    return register.export(new SupervisionQuery(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty()), actor, 10_000).stream()
        .map(row -> row.supervision().id()).toList();
  }

  private Instant dueOfTimer(SupervisionId id) {
    return jdbc
        .sql("select duedate_ from act_ru_job j join supervision s on s.run = j.process_instance_id_ where s.id = ?")
        .param(id.value()).query((rs, row) -> rs.getTimestamp(1).toInstant()).single();
  }

  private static Upload photo() {
    return new Upload("现场说明.txt", "现场已经清理完毕。".getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String field, Runnable act) {
    assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
