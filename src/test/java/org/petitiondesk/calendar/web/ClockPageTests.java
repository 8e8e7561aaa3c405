package org.petitiondesk.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DeskTest
class ClockPageTests {

  private static final Term REPLY = new Term(10, TermUnit.WORKING_DAY, "简易办理规定<第十条>");

  @Autowired
  private MockMvcTester mvc;

  @Autowired
  private CaseFiles cases;

  @Autowired
  private Clocks clocks;

  @Autowired
  private Accounts accounts;

  @Autowired
  private MovableClock time;

  private Actor officer;
  private CaseId caseId;

  @BeforeEach
  void aCaseWithAClockAcrossTheSpringFestival() {
    time.setTo(Instant.parse("2026-03-01T02:00:00Z"));
    officer = accounts.actor("officer");
    // A dispute starts no clock of its own.
    caseId = cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, DemandClass.CLAIM,
        LocalDate.parse("2026-02-10"), "xfj", "liuyin", "楼上漏水", "楼上漏水三个月,协商不成。", false,
        List.of(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "李明")), List.of(), List.of()), officer).id();
  }

  @Test
  void thePageSaysWhyEveryDayCountsOrNot() {
    var clock = clocks.start(caseId, "simple_reply", REPLY, LocalDate.parse("2026-02-11"), "xfj", officer);
    clocks.pause(caseId, LocalDate.parse("2026-02-25"), "supplement", "等待<b>材料</b>", officer);
    clocks.resume(caseId, "supplement", LocalDate.parse("2026-02-27"), officer);

    var page = page("officer", clock.toString(), "zh");

    assertThat(days(page)).contains("2026-02-11 START", "2026-02-12 COUNTED", "2026-02-14 COUNTED",
        "2026-02-15 DAY_OFF", "2026-02-25 COUNTED", "2026-02-26 PAUSED", "2026-02-27 PAUSED", "2026-02-28 COUNTED",
        "2026-03-01 DAY_OFF").endsWith("2026-03-05 COUNTED");
    assertThat(page).contains("datetime=\"2026-03-05\"", "春节", "等待&lt;b&gt;材料&lt;/b&gt;", "简易办理规定&lt;第十条&gt;",
        "2026 年 2 月", "2026 年 3 月", "暂停期间的 2 天没有计入").doesNotContain("??");
  }

  @Test
  void thePageIsCompleteInEnglish() {
    var clock = clocks.start(caseId, "simple_reply", REPLY, LocalDate.parse("2026-02-11"), "xfj", officer);

    assertThat(page("officer", clock.toString(), "en")).contains("Simple procedure: reply: why this date",
        "Spring Festival", "made-up working day", "By 简易办理规定&lt;第十条&gt; the term is 10 working days.", "2026-02")
        .doesNotContain("??");
  }

  @Test
  void aPausedClockHasAnEarliestDateOnly() {
    var clock = clocks.start(caseId, "simple_reply", REPLY, LocalDate.parse("2026-02-11"), "xfj", officer);
    clocks.pause(caseId, LocalDate.parse("2026-02-13"), "supplement", "等待材料", officer);

    var page = page("officer", clock.toString(), "zh");

    assertThat(page).contains("最早届满日期", "尚余 8 个工作日").doesNotContain("data-mark=\"LAST\"");
    assertThat(days(page)).endsWith("2026-02-13 COUNTED");
  }

  @Test
  void aDateThatReachesIntoAnUnknownYearIsCalledProvisional() {
    time.setTo(Instant.parse("2026-12-20T02:00:00Z"));
    var clock = clocks.start(caseId, "handling", new Term(60, TermUnit.DAY, "《信访工作条例》第三十四条"),
        LocalDate.parse("2026-12-18"), "xfj", officer);

    assertThat(page("officer", clock.toString(), "zh")).contains("放假调休安排尚未公布");
  }

  @Test
  void whoMayNotSeeTheCaseLearnsNothingOfItsClocks() {
    var clock = clocks.start(caseId, "simple_reply", REPLY, LocalDate.parse("2026-02-11"), "xfj", officer);

    assertThat(mvc.get().uri("/cases/{case}/clocks/{clock}", caseId, clock).cookie(session("education.handler")))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/cases/{case}/clocks/{clock}", caseId, clock)).hasRedirectedUrl("/login");
  }

  @Test
  void aClockOfAnotherCaseIsNotFound() {
    var other = clocks.start(CaseId.next(), "simple_reply", REPLY, LocalDate.parse("2026-02-11"), "xfj", officer);

    assertThat(mvc.get().uri("/cases/{case}/clocks/{clock}", caseId, other).cookie(session("officer")))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/cases/{case}/clocks/{clock}", caseId, "nonsense").cookie(session("officer")))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  private String page(String account, String clock, String language) {
    var response = mvc.get().uri("/cases/{case}/clocks/{clock}?lang={language}", caseId, clock, language)
        .cookie(session(account)).exchange();
    assertThat(response).hasStatusOk();
    return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static List<String> days(String page) {
    return Pattern.compile("data-day=\"([^\"]+)\" data-verdict=\"([^\"]+)\"").matcher(page).results()
        .map(day -> day.group(1) + " " + day.group(2)).toList();
  }

  private Cookie session(String account) {
    return mvc.post().uri("/login").with(csrf()).param("username", account).param("password", "petition-desk")
        .exchange().getResponse().getCookie("SESSION");
  }
}
