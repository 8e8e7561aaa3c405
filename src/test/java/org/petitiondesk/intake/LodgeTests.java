package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.intake.IntakeDesk.flash;
import static org.petitiondesk.intake.IntakeDesk.lodge;
import static org.petitiondesk.intake.IntakeDesk.registered;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DeskTest
class LodgeTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private CaseFiles files;
  @Autowired
  private MovableClock clock;
  @Autowired
  private JdbcClient jdbc;

  private IntakeDesk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new IntakeDesk(mvc, users);
  }

  @Test
  void theFormIsOpenToEverybodyInBothLanguages() {
    assertThat(mvc.get().uri("/lodge")).hasStatusOk().bodyText().contains("您想做什么", "data-keep=\"lodge\"")
        .doesNotContain("??", "selected=\"selected\"");
    assertThat(mvc.get().uri("/lodge?lang=en")).hasStatusOk().bodyText().contains("What is it?").doesNotContain("??");
  }

  @Test
  void theBrowserKeepsNothingByWhichSomebodyCouldBeFound() {
    assertThat(mvc.get().uri("/lodge")).bodyText().satisfies(page -> {
      for (var name : List.of("identityNumber", "phone", "email", "address")) {
        assertThat(page).containsPattern("<input [^>]*name=\"" + name + "\"[^>]*data-no-keep");
      }
    });
  }

  @Test
  void whatIsHandedInIsRegisteredAtTheOfficeForThePlace() {
    var form = lodge();
    form.put("demand", "尽快修好, 谢谢");
    form.put("respondent", "区城市管理局");

    var result = desk.lodge(form, new MockMultipartFile("attachments", "说明.txt", null,
        "路灯位置".getBytes(StandardCharsets.UTF_8)));

    assertThat(result).hasStatus(303).hasHeader("Location", "/receipt");
    var id = registered(result);
    var file = files.get(id);
    assertThat(file.channel()).isEqualTo(Channel.WEB);
    assertThat(file.registeringUnit()).isEqualTo("xfj");
    assertThat(file.registeredBy()).isEqualTo("public");
    assertThat(file.receivedOn()).isEqualTo(Dates.today(clock));
    assertThat(files.points(id)).extracting(DemandPoint::text).containsExactly("尽快修好, 谢谢");
    assertThat(files.parties(id)).hasSize(2).first().matches(party -> party.representative());
    assertThat(files.track(flash(result, "trackingCode"), flash(result, "secret"), Actor.PUBLIC)).contains(id);
    assertThat(mvc.get().uri("/receipt").cookie(result.getResponse().getCookies())).hasStatusOk().bodyText()
        .contains(flash(result, "trackingCode"), "data-secret>" + flash(result, "secret")).doesNotContain("??");
    assertThat(mvc.get().uri("/receipt").cookie(result.getResponse().getCookies())).hasStatusOk().bodyText()
        .contains("只显示一次")
        .doesNotContain("data-secret", "data-tracking-code", "??");
  }

  @Test
  void beforeSendingOthersAnswersAreShownAndNothingIsKept() {
    var before = count();
    var form = lodge();
    form.put("title", "没有人问过的怪事");

    assertThat(desk.ask(form)).hasStatusOk().bodyText().contains("没有找到类似的公开答复", "没有人问过的怪事",
        "桂花路的路灯一个月不亮了。", form.get("token")).doesNotContain("??", "data-problems");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsSaidAtTheTopWithALinkToItsField() {
    var form = lodge();
    form.put("title", "");
    form.put("territory", "");

    assertThat(desk.lodge(form)).hasStatus(422).bodyText().contains("href=\"#title\"", "href=\"#territory\"",
        "aria-invalid=\"true\"", "id=\"title\"", "id=\"territory\"");
  }

  private long count() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  @Test
  void nobodyHasToGiveAName() {
    var form = lodge();
    form.put("name", "");
    assertThat(desk.lodge(form)).hasStatus(422).bodyText().contains("请填写每一位信访人的姓名", "value=\"13900139000\"",
        "路灯一个月不亮");

    form.put("anonymous", "true");

    var id = registered(desk.lodge(form));
    assertThat(files.get(id).anonymous()).isTrue();
    assertThat(files.parties(id)).noneMatch(party -> party.role() == PartyRole.PETITIONER);
  }

  @Test
  void whatIsNotAcceptableShowsTheSameFormAgain() {
    var form = lodge();
    form.put("territory", "nowhere");
    assertThat(desk.lodge(form)).hasStatus(422).bodyText().contains("没有这个属地", "桂花路的路灯一个月不亮了。",
        form.get("token"));
    form.put("territory", "liuyin");
    form.put("demandClass", "NONSENSE");
    assertThat(desk.lodge(form)).hasStatus(422).bodyText().contains("请从列表中选择");
  }

  @Test
  void aFieldThatNobodySeesStopsProgramsAndTellsPeople() {
    var form = lodge();
    form.put("website", "https://spam.example");

    assertThat(desk.lodge(form)).hasStatus(422).bodyText().contains("请把这一栏清空后再提交", "路灯不亮");
  }

  @Test
  void aSecondClickIsTheFirstOneAgain() {
    var form = lodge();

    assertThat(registered(desk.lodge(form))).isEqualTo(registered(desk.lodge(form)));
  }

  @Test
  void withoutATokenOfThePageTheFormIsNotTaken() {
    assertThat(mvc.post().uri("/lodge").param("title", "x")).hasStatus(403);
  }
}
