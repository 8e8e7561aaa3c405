package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.accountability.ReturnVisit.Way;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Looking back at what was mended, and what follows when it has not lasted. */
@DeskTest
class ReturnVisitsTests {

  private static final String UNIT = SupervisedCases.UNIT;

  @Autowired
  ReturnVisits visits;
  @Autowired
  RectifiedCases desk;
  @Autowired
  ReviewedCases reviewed;
  @Autowired
  Reviews reviews;
  @Autowired
  TrackStandings standings;
  @Autowired
  SupervisedCases led;
  @Autowired
  CaseFiles cases;
  @Autowired
  CaseLinks links;
  @Autowired
  Clocks clocks;
  @Autowired
  Processes processes;
  @Autowired
  Jobs jobs;
  @Autowired
  MovableClock clock;

  @AfterEach
  void backToNow() {
    jobs.backToNow();
  }

  @Test
  void twoVisitsArePlannedAtTheClosingAndWhatHasLastedIsKept() {
    clock.setTo(Instant.parse("2026-03-02T02:00:00Z"));
    var caseId = mended();
    assertThat(visits.of(caseId, officer())).isEmpty();
    cases.close(caseId, ClosingState.SOLVED, Actor.SYSTEM);
    assertThat(visits.of(caseId, officer())).extracting(ReturnVisit::dueOn)
        .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 1));

    clock.setTo(Instant.parse("2026-04-01T02:00:00Z"));
    var item = due(caseId);
    assertThat(clocks.of(caseId)).filteredOn(ClockState::running).extracting(ClockState::kind)
        .containsExactly(ReturnVisits.CLOCK);
    var photo = RectifiedCases.file("照片.txt");
    var today = desk.today();
    refused("held", () -> visits.record(item, null, Way.PHONE, "信访人", "没有再犯", today, List.of(), officer()));
    refused("way", () -> visits.record(item, true, null, "信访人", "没有再犯", today, List.of(), officer()));
    refused("spokenWith", () -> visits.record(item, true, Way.PHONE, "", "没有再犯", today, List.of(), officer()));
    refused("words", () -> visits.record(item, true, Way.PHONE, "信访人", "", today, List.of(), officer()));
    refused("files", () -> visits.record(item, true, Way.ON_SITE, "信访人", "没有再犯", today, List.of(), officer()));
    refused("on", () -> visits.record(item, true, Way.PHONE, "信访人", "没有再犯", today.plusDays(1), photo, officer()));
    visits.record(item, true, Way.ON_SITE, "信访人", "没有再犯", today, photo, officer());

    assertThat(visits.of(caseId, officer()).get(0).result().orElseThrow().held()).isTrue();
    assertThat(clocks.of(caseId)).noneMatch(ClockState::running);
    assertThat(reviews.latest(caseId)).isEmpty();
  }

  @Test
  void whatHasNotLastedFailsTheRectificationAndOpensAReview() {
    var caseId = mended();
    cases.close(caseId, ClosingState.SOLVED, Actor.SYSTEM);
    var done = desk.ofCase(caseId);
    clock.setTo(clock.instant().plus(Duration.ofDays(40)));

    visits.record(due(caseId), false, Way.PHONE, "信访人", "又占道了", desk.today(), List.of(), officer());

    assertThat(desk.get(done.id()).state()).isEqualTo(RectificationState.FAILED);
    assertThat(desk.get(done.id()).failure().orElseThrow().reason()).isEqualTo("又占道了");
    var review = reviews.latest(caseId).orElseThrow();
    assertThat(standings.missing(review.id(), Track.RECTIFICATION)).extracting(Sentence::key)
        .contains("accountability.missing.rectification");
    var again = desk.order(caseId, 5);
    assertThat(desk.get(again).review()).contains(review.id());
    assertThat(standings.missing(review.id(), Track.RECTIFICATION)).extracting(Sentence::key)
        .containsExactly("accountability.missing.measures");
    desk.accept(again, 1);
    assertThat(standings.missing(review.id(), Track.RECTIFICATION)).isEmpty();
    assertThat(standings.claimed(review.id(), Track.RECTIFICATION)).hasSize(1);
  }

  @Test
  void aNewPetitionAboutTheSamePlaceCategoryAndUnitIsLinkedAndReopensTheReviewsTrack() {
    var review = reviewed.signed();
    var before = desk.ofCase(review.caseId());
    assertThat(before.state()).isEqualTo(RectificationState.DONE);
    var file = cases.get(review.caseId());

    var other = led.led(UNIT, "同类的别处");
    assertThat(desk.get(before.id()).state()).isEqualTo(RectificationState.DONE);
    var same = again(file.territory(), file.category().orElseThrow(), file.leadUnit().orElseThrow());

    assertThat(desk.get(before.id()).state()).isEqualTo(RectificationState.FAILED);
    assertThat(reviews.tracks(review.id())).filteredOn(ReviewTrack::isOpen).extracting(ReviewTrack::track)
        .containsExactly(Track.RECTIFICATION);
    assertThat(links.of(same, officer())).extracting(link -> link.other().id()).contains(review.caseId());
    assertThat(links.of(other, officer())).isEmpty();
  }

  private CaseId again(String territory, String category, String unit) {
    var id = cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, DemandClass.CLAIM, desk.today(), "xfj",
        territory, "又来了", "正文", true, List.of(), List.of(), List.of()), officer()).id();
    cases.screened(id, category, Urgency.NORMAL, false, DemandClass.CLAIM, Actor.SYSTEM);
    cases.assigned(id, unit, List.of(), Actor.SYSTEM);
    return id;
  }

  private CaseId mended() {
    var caseId = led.led(UNIT);
    desk.accept(desk.order(caseId, 3), 1);
    return caseId;
  }

  private String due(CaseId caseId) {
    jobs.moveTo(clock.instant());
    jobs.runDue(caseId);
    return processes.openTasks(caseId).stream()
        .filter(task -> task.key().equals(AccountabilityReturnVisit.USER_VISIT)).findFirst().orElseThrow().id();
  }

  private Actor officer() {
    return desk.actor("officer");
  }

  private static void refused(String field, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
