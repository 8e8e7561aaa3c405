package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Official days are proposed, rehearsed and approved, and no date that was issued moves without a line in its ledger.
 * Each test has a year of its own, far away, so that no other clock is met.
 */
@DeskTest
class CalendarChangesTests {

  private static final AtomicInteger YEAR = new AtomicInteger(2061);
  private static final Term THREE_DAYS = new Term(3, TermUnit.WORKING_DAY, "规则");

  @Autowired
  private CalendarChanges changes;
  @Autowired
  private OfficialYears years;
  @Autowired
  private Clocks clocks;
  @Autowired
  private WorkingDays workingDays;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;

  // No neighbours, whose notices could name the same days.
  private final int year = YEAR.getAndAdd(3);
  private final CaseId caseId = new CaseId(UUID.randomUUID());

  @Test
  void aNoticeHoldsOnlyWhenASecondPersonHasApprovedIt() {
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    assertThat(years.of(year).known()).isFalse();
    assertThat(workingDays.isKnown(year)).isFalse();
    assertThat(changes.waiting()).extracting(CalendarChange::id).contains(change);
    assertThatThrownBy(() -> changes.approve(change, 0, "", accounts.actor("admin"))).isInstanceOf(Forbidden.class)
        .hasMessageContaining("own-change");

    changes.approve(change, 0, "同意", accounts.actor("office.leader"));

    assertThat(workingDays.isKnown(year)).isTrue();
    assertThat(years.of(year)).satisfies(known -> {
      assertThat(known.known()).isTrue();
      assertThat(known.source()).isEqualTo("国办发明电〔2060〕7号");
      assertThat(known.days()).extracting(OfficialDay::nameEn).containsOnly("New Year", "National Day");
    });
    assertThat(changes.waiting()).extracting(CalendarChange::id).doesNotContain(change);
    assertThat(changes.get(change).decision()).hasValueSatisfying(decision -> {
      assertThat(decision.approved()).isTrue();
      assertThat(decision.byName()).isEqualTo(accounts.actor("office.leader").name());
    });
    assertThat(audit.of(AuditTrail.HOUSE)).extracting(AuditEntry::act).contains("calendar.change-proposed",
        "calendar.change-approved");
  }

  @Test
  void theNextYearIsListedThoughNobodyKnowsIt() {
    assertThat(years.all()).extracting(OfficialYears.Year::year).isSortedAccordingTo((a, b) -> b - a).contains(2026);
    assertThat(years.all()).filteredOn(each -> !each.known()).isNotEmpty()
        .allSatisfy(each -> assertThat(each.days()).isEmpty());
  }

  @Test
  void aRehearsalSaysWhatWouldMoveAndMovesNothing() {
    var seen = register();
    var clock = clocks.start(seen.id(), "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    clocks.start(caseId, "notice", THREE_DAYS, LocalDate.of(year, 11, 1), "xfj", Actor.SYSTEM);
    var before = clocks.story(seen.id(), clock).clock().due();
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    var rehearsal = changes.rehearse(change, accounts.actor("officer"));

    assertThat(rehearsal.moved()).isEqualTo(2);
    assertThat(rehearsal.certain()).isEqualTo(1);
    assertThat(rehearsal.overdue()).isZero();
    assertThat(rehearsal.lines()).hasSize(2).extracting(line -> line.code().orElse("hidden"))
        .containsExactlyInAnyOrder(seen.code(), "hidden");
    assertThat(changes.rehearse(change, accounts.actor("education.handler")).lines()).hasSize(2)
        .allSatisfy(line -> assertThat(line.code()).isEmpty());
    assertThat(clocks.story(seen.id(), clock).clock().due()).isEqualTo(before);
    assertThat(clocks.story(seen.id(), clock).ledger()).hasSize(1);
  }

  @Test
  void anApprovalMovesADateByAnEntryOfItsLedger() {
    var clock = clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    var before = clocks.story(caseId, clock).clock().due();
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    changes.approve(change, 1, "", accounts.actor("office.leader"));

    var story = clocks.story(caseId, clock);
    assertThat(story.clock().due().on()).isAfter(before.on());
    assertThat(story.clock().due().provisional()).isFalse();
    assertThat(story.explanation().due()).isEqualTo(story.clock().due());
    assertThat(story.ledger()).extracting(line -> line.entry().kind()).containsExactly(LedgerEntry.Kind.START,
        LedgerEntry.Kind.CALENDAR);
    assertThat(story.ledger().get(1)).satisfies(line -> {
      assertThat(line.entry().text()).isEqualTo("国办发明电〔2060〕7号");
      assertThat(line.actorName()).isEqualTo(accounts.actor("office.leader").name());
    });
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsExactly("clock.started", "clock.recalculated");
  }

  @Test
  void aDateThatStaysIsNoLongerProvisionalAndItsLedgerSaysWhy() {
    var clock = clocks.start(caseId, "handling", THREE_DAYS, LocalDate.of(year, 11, 1), "xfj", Actor.SYSTEM);
    var before = clocks.story(caseId, clock).clock().due();
    assertThat(before.provisional()).isTrue();

    changes.approve(changes.propose(notice(1, 3, 4), accounts.actor("admin")), 0, "", accounts.actor("office.leader"));

    assertThat(clocks.story(caseId, clock).clock().due()).isEqualTo(new Due(before.on(), false));
    assertThat(clocks.story(caseId, clock).ledger()).hasSize(2);
  }

  @Test
  void aClockThatIsStoppedKeepsItsDateAndItsReasons() {
    var clock = clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    clocks.stop(caseId, "handling", october(2), Actor.SYSTEM);
    var before = clocks.story(caseId, clock);

    changes.approve(changes.propose(notice(1, 3, 4), accounts.actor("admin")), 0, "", accounts.actor("office.leader"));

    assertThat(clocks.story(caseId, clock)).isEqualTo(before);
  }

  @Test
  void aYearThatIsKnownCanBeChangedInTheSameWay() {
    changes.approve(changes.propose(notice(1, 3, 4), accounts.actor("admin")), 0, "", accounts.actor("office.leader"));
    var clock = clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    var before = clocks.story(caseId, clock).clock().due().on();

    changes.approve(changes.propose(notice(1, 3, 4, 5, 6, 7), accounts.actor("admin")), 1, "",
        accounts.actor("office.leader"));

    assertThat(clocks.story(caseId, clock).clock().due().on()).isAfter(before);
    assertThatThrownBy(() -> changes.propose(notice(1, 3, 4, 5, 6, 7), accounts.actor("admin")))
        .hasMessageContaining("nothing-new");
  }

  @Test
  void anApprovalOfSomethingElseThanWasShownIsAConflict() {
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));
    var clock = clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);

    assertThatThrownBy(() -> changes.approve(change, 0, "", accounts.actor("office.leader")))
        .isInstanceOf(Conflict.class).hasMessageContaining("rehearsed-otherwise");

    assertThat(changes.get(change).waits()).isTrue();
    assertThat(clocks.story(caseId, clock).ledger()).hasSize(1);
    assertThat(workingDays.isKnown(year)).isFalse();
  }

  @Test
  void aChangeThatIsGivenBackNeedsAReasonAndChangesNothing() {
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    assertThatThrownBy(() -> changes.refuse(change, " ", accounts.actor("office.leader"))).isInstanceOf(Refused.class);
    changes.refuse(change, "少了中秋节", accounts.actor("office.leader"));

    assertThat(workingDays.isKnown(year)).isFalse();
    assertThatThrownBy(() -> changes.approve(change, 0, "", accounts.actor("office.leader")))
        .isInstanceOf(Conflict.class).hasMessageContaining("decided");
  }

  @Test
  void oneChangeOfAYearWaitsAtATime() {
    changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    assertThatThrownBy(() -> changes.propose(notice(1, 3), accounts.actor("admin"))).isInstanceOf(Refused.class)
        .hasMessageContaining("change-waits");
  }

  @Test
  void twoPeopleApprovingAtOnceApproveOnce() throws Exception {
    clocks.start(caseId, "handling", THREE_DAYS, october(0), "xfj", Actor.SYSTEM);
    var change = changes.propose(notice(1, 3, 4), accounts.actor("admin"));

    var outcomes = Race.between(() -> changes.approve(change, 1, "", accounts.actor("office.leader")),
        () -> changes.approve(change, 1, "", new Actor("admin2", "值班员", "xfj", Set.of(Role.ADMINISTRATOR))));

    assertThat(outcomes).hasSize(1).allSatisfy(late -> assertThat(late).isInstanceOf(Conflict.class));
    assertThat(audit.of(caseId)).extracting(AuditEntry::act).containsExactly("clock.started", "clock.recalculated");
  }

  @Test
  void whatCanNotBeTheNoticeOfAYearIsRefusedWithTheDay() {
    refused("nonsense", "no-json");
    refused("{}", "calendar.refused.year");
    refused(json(""), "not-a-year");
    refused(json(day(year + "-10-01", "true") + "," + day(year + "-10-01", "true")), "day-twice");
    refused(json(day(year + "-10-01", "true") + "," + day(weekday() + "", "false")), "no-weekend");
    refused(json(day(year - 1 + "-10-01", "true")), "other-year");
    refused(json(day("1. Oktober", "true")), "no-day");
    refused(json(day(year + "-10-01", "\"ja\"")), "no-day");
    refused("{\"year\": " + year + ", \"papers\": [], \"days\": [" + day(year + "-10-01", "true") + "]}",
        "refused.source");
    assertThat(changes.waiting()).noneMatch(change -> change.year() == year);
  }

  private void refused(String file, String sentence) {
    assertThatThrownBy(
        () -> changes.propose(OfficialNotice.read(file.getBytes(StandardCharsets.UTF_8)), accounts.actor("admin")))
        .as(file).isInstanceOf(Refused.class).hasMessageContaining(sentence);
  }

  private String json(String days) {
    return "{\"year\": " + year + ", \"papers\": [\"https://www.gov.cn/1\"], \"days\": [" + days + "]}";
  }

  private static String day(String date, String off) {
    return "{\"name\": \"国庆节\", \"date\": \"" + date + "\", \"isOffDay\": " + off + "}";
  }

  private LocalDate weekday() {
    return Stream.iterate(LocalDate.of(year, 3, 1), day -> day.plusDays(1))
        .filter(day -> !OfficialCalendar.isWeekend(day)).findFirst().orElseThrow();
  }

  /** The last working day before October, and some days later. */
  private LocalDate october(int later) {
    return Stream.iterate(LocalDate.of(year, 9, 30), day -> day.minusDays(1))
        .filter(day -> !OfficialCalendar.isWeekend(day)).findFirst().orElseThrow().plusDays(later);
  }

  /** New Year and these days of October, all off. */
  private OfficialNotice notice(int... october) {
    return new OfficialNotice(year, "国办发明电〔2060〕7号",
        Stream.concat(Stream.of(OfficialNotice.day(LocalDate.of(year, 1, 1), true, "元旦")),
            IntStream.of(october).mapToObj(day -> OfficialNotice.day(LocalDate.of(year, 10, day), true, "国庆节")))
            .toList());
  }

  private Receipt register() {
    return cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, DemandClass.CLAIM,
        LocalDate.parse("2026-02-10"), "xfj", "liuyin", "楼上漏水", "楼上漏水三个月,协商不成。", false,
        List.of(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "李明")), List.of(), List.of()),
        accounts.actor("officer"));
  }
}
