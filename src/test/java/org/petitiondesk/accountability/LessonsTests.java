package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
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
