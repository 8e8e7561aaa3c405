package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.inbox.Matters;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.beans.factory.annotation.Autowired;

/** A lesson from the note to the last reader, and whom it never reaches. */
@DeskTest
class LessonsTests {

  private static final String UNIT = SupervisedCases.UNIT;

  @Autowired
  Lessons lessons;
  @Autowired
  ReviewedCases reviewed;
  @Autowired
  SupervisedCases led;
  @Autowired
  CaseFiles cases;
  @Autowired
  Processes processes;
  @Autowired
  AuditTrail audit;
  @Autowired
  Clocks clocks;
  @Autowired
  LessonEvidence evidence;
  @Autowired
  Accounts accounts;
  @Autowired
  Passwords passwords;
  @Autowired
  WorkList workList;
  @Autowired
  Matters matters;

  @Test
  void itIsWrittenCheckedElsewhereReadByThoseNamedAndFoundAgainForACaseThatLooksAlike() {
    var caseId = led(UNIT);
    led("housing");
    var officer = led.actor("officer");
    var id = lessons.write(caseId, "校门口要有护栏", "没有护栏，占道反复。", "没有护栏", "贵单位门口有护栏吗？", officer);
    var place = lessons.get(id, officer).places().stream().filter(each -> each.unit().equals("housing")).findFirst()
        .orElseThrow();
    assertThatThrownBy(() -> lessons.get(id, led.actor("housing.handler"))).isInstanceOf(NotFound.class);
    refused("result", () -> lessons.check(id, place.number(), null, "去过", officer));
    lessons.check(id, place.number(), Lesson.Result.MENDED, "去看过", officer);
    assertThatThrownBy(() -> lessons.check(id, place.number(), Lesson.Result.THERE, "再去", officer))
        .isInstanceOf(Conflict.class);

    refused("people", () -> lessons.circulate(id, List.of("nobody"), List.of(), officer));
    lessons.circulate(id, List.of("housing.handler"), List.of(), officer);
    var item = reviewed.reading(id);
    assertThat(processes.task(item).orElseThrow().dueOn()).isPresent();
    assertThatThrownBy(() -> lessons.acknowledge(item, "有", led.actor("environment.handler")))
        .isInstanceOf(DeskException.class);
    processes.transfer(item, "housing.handler2", "", Actor.SYSTEM);
    assertThatThrownBy(() -> lessons.acknowledge(item, "有", led.actor("housing.handler2")))
        .isInstanceOf(Forbidden.class);
    processes.transfer(item, "housing.handler", "", Actor.SYSTEM);
    refused("answer", () -> lessons.acknowledge(item, " ", led.actor("housing.handler")));
    lessons.acknowledge(item, "有护栏", led.actor("housing.handler"));

    assertThat(lessons.get(id, officer).readers()).singleElement()
        .satisfies(reader -> assertThat(reader.answer()).isEqualTo("有护栏"));
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).contains("lesson.written", "lesson.checked",
        "lesson.circulated");
    assertThat(lessons.library(Optional.of("护栏"), Optional.empty(), led.actor("environment.handler")))
        .extracting(Lesson::id).contains(id);
    var alike = led("housing");
    assertThat(lessons.hints(cases.get(alike), led.actor("housing.handler"))).extracting(Lesson::id).contains(id);
  }

  @Test
  void theLessonOfAReportReachesNobodyWhoIsNotNamedOnTheReport() {
    var report = led.report(UNIT, Optional.of(UNIT + ".handler"));
    cases.screened(report, "education", Urgency.NORMAL, false, DemandClass.REPORT, Actor.SYSTEM);
    var leader = led.actor("office.leader");
    var id = lessons.write(report, "收费要公示", "没有公示，家长不知情。", "没有公示", "收费公示了吗？", leader);

    refused("people", () -> lessons.circulate(id, List.of("housing.handler"), List.of("environment"), leader));
    lessons.circulate(id, List.of("housing.handler", UNIT + ".handler"), List.of(), leader);

    assertThat(lessons.get(id, leader).readers()).extracting(Lesson.Reader::account)
        .containsExactly(UNIT + ".handler");
    assertThatThrownBy(() -> lessons.get(id, led.actor("housing.handler"))).isInstanceOf(NotFound.class);
    assertThat(lessons.library(Optional.of("公示"), Optional.empty(), led.actor("officer"))).isEmpty();
    assertThat(lessons.hints(cases.get(led("housing")), led.actor("housing.handler"))).extracting(Lesson::id)
        .doesNotContain(id);
  }

  @Test
  void theItemOfAReaderIsAcknowledgedByNobodyElseNotEvenByAnotherReaderOrASubstitute() {
    var handler = led.actor("housing.handler");
    var colleague = led.actor("housing.handler2");
    var id = circulated(led(UNIT), handler.id(), colleague.id());
    var item = item(id, handler.id());
    var other = item(id, colleague.id());

    processes.transfer(item, colleague.id(), "", Actor.SYSTEM);
    notTheReader(() -> lessons.forItem(id, item, colleague));
    notTheReader(() -> lessons.acknowledge(item, "有", colleague));
    processes.putBack(item, Actor.SYSTEM);
    notTheReader(() -> lessons.acknowledge(item, "有", colleague));
    notTheReader(() -> lessons.close(id, item, colleague));
    processes.transfer(item, handler.id(), "", Actor.SYSTEM);
    notTheReader(() -> lessons.acknowledge(item, "有", colleague.onBehalfOf(handler)));
    assertThat(lessons.get(id, handler).unread()).isEqualTo(2);
    assertThatThrownBy(() -> lessons.close(id, item, handler)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> lessons.forItem(LessonId.next(), item, handler)).isInstanceOf(NotFound.class);

    lessons.acknowledge(item, "有护栏", handler);
    lessons.acknowledge(other, "没有", colleague);
    assertThat(lessons.get(id, handler).unread()).isZero();
  }

  @Test
  void whoLeavesTheOrganisationIsWaitedForNoMoreAndWhoeverHasTheItemOnlyClosesIt() {
    var review = reviewed.opened();
    var leaver = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
    accounts.create(new CreateAccount(leaver, "将要离开" + leaver, "housing", Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("a-long-password-1")), Actor.SYSTEM);
    var handler = led.actor("housing.handler");
    var id = circulated(review.caseId(), leaver, handler.id());
    var item = item(id, leaver);
    lessons.acknowledge(item(id, handler.id()), "有人值守。", handler);
    assertThat(evidence.missing(review.id())).extracting(Sentence::key).contains("accountability.missing.unread");

    accounts.disable(leaver, accounts.get(leaver).version(), Optional.empty(), led.actor("admin"));

    assertThat(evidence.missing(review.id())).extracting(Sentence::key)
        .doesNotContain("accountability.missing.unread");
    assertThat(lessons.get(id, handler).readers()).extracting(Lesson.Reader::account).containsExactly(handler.id());
    assertThat(lessons.forItem(id, item, handler)).isEmpty();
    assertThatThrownBy(() -> lessons.acknowledge(item, "有", handler)).isInstanceOf(Conflict.class);
    lessons.close(id, item, handler);
    assertThat(processes.openTasks(id.chain())).isEmpty();
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).containsSubsequence("lesson.reader-left",
        "lesson.item-closed");
  }

  @Test
  void aLessonIsTakenBackFromItsReadersWhenItsCaseBecomesAReport() {
    var caseId = led(UNIT);
    var reader = led.actor("housing.handler");
    var id = circulated(caseId, reader.id());
    var item = item(id, reader.id());
    assertThat(lessons.get(id, reader).waitsFor(reader.id())).isTrue();
    assertThat(lessons.forItem(id, item, reader)).isPresent();
    assertThat(reading(caseId)).singleElement().satisfies(clock -> {
      assertThat(clock.unit()).isEqualTo(UNIT);
      assertThat(clock.due().on()).isEqualTo(lessons.get(id, reader).readers().get(0).dueOn());
    });

    cases.screened(caseId, "education", Urgency.NORMAL, false, DemandClass.REPORT, Actor.SYSTEM);

    assertThatThrownBy(() -> lessons.get(id, reader)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> lessons.acknowledge(item, "有", reader)).isInstanceOf(DeskException.class);
    assertThat(processes.task(item)).isEmpty();
    assertThat(workList.get(item, reader).title()).isEmpty();
    assertThat(reading(caseId)).isEmpty();
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).contains("lesson.taken-back");
    cases.grant(caseId, reader.id(), Actor.SYSTEM);
    cases.grant(caseId, UNIT + ".handler", Actor.SYSTEM);
    lessons.circulate(id, List.of(reader.id()), List.of(), led.actor(UNIT + ".handler"));
    lessons.acknowledge(item(id, reader.id()), "有", reader);
  }

  /** A clock of the case runs to the day of the first who has not read it, in the hands of the unit it comes from. */
  private List<ClockState> reading(CaseId caseId) {
    return clocks.of(caseId).stream().filter(clock -> clock.running() && clock.kind().equals(ReviewClocks.READING))
        .toList();
  }

  @Test
  void theWorkListNamesTheLessonButNotThatOfAReport() {
    var reader = led.actor(UNIT + ".handler");
    var id = circulated(led(UNIT), reader.id());
    assertThat(workList.get(item(id, reader.id()), reader)).satisfies(item -> {
      assertThat(item.title()).isEqualTo("校门口要有护栏");
      assertThat(item.caseCode()).isEmpty();
      assertThat(matters.page(item)).contains("/lessons/" + id);
    });

    var report = led.report(UNIT, Optional.of(reader.id()));
    var ofReport = lessons.write(report, "收费要公示", "没有公示。", "没有公示", "公示了吗？", led.actor("office.leader"));
    lessons.circulate(ofReport, List.of(reader.id()), List.of(), led.actor("office.leader"));
    assertThat(workList.get(item(ofReport, reader.id()), reader).title()).isEmpty();
  }

  @Test
  void onlyThoseWhoWorkOnTheCaseWriteAndNothingIsLeftOut() {
    var caseId = led(UNIT);
    var officer = led.actor("officer");

    refused("title", () -> lessons.write(caseId, "", "内容", "原因", "问题", officer));
    refused("text", () -> lessons.write(caseId, "标题", "", "原因", "问题", officer));
    refused("cause", () -> lessons.write(caseId, "标题", "内容", " ", "问题", officer));
    refused("question", () -> lessons.write(caseId, "标题", "内容", "原因", "", officer));
    assertThatThrownBy(() -> lessons.write(caseId, "标题", "内容", "原因", "问题", led.actor("housing.handler")))
        .isInstanceOf(NotFound.class);
    assertThat(lessons.of(caseId, officer)).isEmpty();
  }

  private LessonId circulated(CaseId caseId, String... readers) {
    var officer = led.actor("officer");
    var id = lessons.write(caseId, "校门口要有护栏", "没有护栏，占道反复。", "没有护栏", "贵单位门口有护栏吗？", officer);
    lessons.circulate(id, List.of(readers), List.of(), officer);
    return id;
  }

  private String item(LessonId id, String reader) {
    return processes.openTasks(id.chain()).stream().filter(task -> task.assignee().equals(Optional.of(reader)))
        .findFirst().orElseThrow().id();
  }

  private static void notTheReader(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Forbidden.class,
        refused -> assertThat(refused.key()).isEqualTo("accountability.lesson.forbidden.not-reader"));
  }

  private CaseId led(String unit) {
    var id = led.led(unit);
    cases.screened(id, "education", Urgency.NORMAL, false, DemandClass.CLAIM, Actor.SYSTEM);
    return id;
  }

  private static void refused(String field, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
