package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.intake.IntakeDesk.counter;
import static org.petitiondesk.intake.IntakeDesk.flash;
import static org.petitiondesk.intake.IntakeDesk.registered;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class CounterTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private CaseFiles files;
  @Autowired
  private Documents documents;
  @Autowired
  private JdbcClient jdbc;

  private IntakeDesk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new IntakeDesk(mvc, users);
  }

  @Test
  void onlyOfficersGetTheForm() {
    assertThat(mvc.get().uri("/petitions/new").with(as("officer"))).hasStatusOk().bodyText()
        .contains("name=\"petitioners[0].name\"", "name=\"petitioners[__index__].name\"", "桂花社区", "data-keep")
        .doesNotContain("??");
    assertThat(mvc.get().uri("/petitions/new").with(as("housing.handler"))).hasStatus(403);
    assertThat(mvc.get().uri("/petitions/new")).hasStatus3xxRedirection();
    assertThat(desk.register("auditor", counter())).hasStatus(403);
  }

  @Test
  void theBrowserKeepsNothingByWhichSomebodyCouldBeFound() {
    assertThat(mvc.get().uri("/petitions/new").with(as("officer"))).bodyText().satisfies(page -> {
      for (var name : List.of("identityNumber", "phone", "email", "address")) {
        assertThat(page).containsPattern(
            "<input (?=[^>]*data-no-keep)[^>]*name=\"petitioners\\[__index__]\\." + name + "\"");
      }
    });
  }

  @Test
  void whatTheOfficerWritesDownIsRegisteredForTheOwnOffice() {
    var form = counter();
    form.put("channel", "PHONE");
    form.put("petitioners[1].name", "某某公司");
    form.put("petitioners[1].kind", "ORGANISATION");
    form.put("petitioners[1].representative", "true");
    form.put("petitioners[2].name", "");
    form.put("respondents[0].unit", "urban_management");
    form.put("respondents[1].name", "餐馆老板");
    form.put("demandPoints[1].text", "");
    form.put("demandPoints[2].text", "十点后停业");

    var result = desk.register("officer", form, file("照片说明.txt", "油烟"));

    var id = registered(result);
    assertThat(result).hasStatus(303).hasHeader("Location", "/petitions/" + id + "/receipt");
    var file = files.get(id);
    assertThat(file.channel()).isEqualTo(Channel.PHONE);
    assertThat(file.registeringUnit()).isEqualTo("xfj");
    assertThat(file.registeredBy()).isEqualTo("officer");
    assertThat(files.points(id)).extracting(DemandPoint::text).containsExactly("加装净化设备, 并且定期清洗", "十点后停业");
    assertThat(files.parties(id)).extracting(Party::name).containsExactly("张秋月", "某某公司", "区城市管理局", "餐馆老板");
    assertThat(files.parties(id).get(1)).matches(Party::representative)
        .matches(party -> party.kind() == PartyKind.ORGANISATION);
    assertThat(files.parties(id).get(3).role()).isEqualTo(PartyRole.RESPONDENT);
    assertThat(documents.of(id)).extracting(StoredDocument::name).containsExactly("照片说明.txt");
  }

  @Test
  void theReceiptShowsTheSecretOnce() {
    var result = desk.register("officer", counter());
    var id = registered(result);

    assertThat(files.track(flash(result, "trackingCode"), flash(result, "secret"), Actor.PUBLIC)).contains(id);
    assertThat(mvc.get().uri("/petitions/" + id + "/receipt").with(as("officer"))
        .cookie(result.getResponse().getCookies())).hasStatusOk().bodyText()
        .contains("data-secret>" + flash(result, "secret"), flash(result, "code"), flash(result, "trackingCode"))
        .doesNotContain("??");
    assertThat(mvc.get().uri("/petitions/" + id + "/receipt").with(as("officer"))
        .cookie(result.getResponse().getCookies())).hasStatusOk().bodyText()
        .contains(flash(result, "code"), flash(result, "trackingCode")).doesNotContain("data-secret");
    assertThat(mvc.get().uri("/petitions/" + id + "/receipt").with(as("housing.handler"))).hasStatus(403);
  }

  @Test
  void whatIsNotAcceptableShowsTheSameFormWithEverythingInIt() {
    var before = count();
    var form = counter();
    form.put("title", "");
    form.put("text", "第一行\n<b>第二行</b>");
    form.put("petitioners[1].name", "李四");
    form.put("petitioners[1].electronicConsent", "true");
    form.put("respondents[0].unit", "housing");

    assertThat(desk.register("officer", form)).hasStatus(422).bodyText()
        .contains("请填写标题", "\n第一行\n&lt;b&gt;第二行", "value=\"李四\"", "value=\"13800138000\"", "加装净化设备, 并且定期清洗",
            "name=\"petitioners[1].electronicConsent\" checked=\"checked\"", "value=\"housing\" selected",
            form.get("token"))
        .doesNotContain("<b>第二行", "??");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void everyRefusalIsAClearSentenceAndChangesNothing() {
    var before = count();

    refused("receivedOn", "2999-01-01", "收到日期 2999-01-01 在今天之后");
    refused("receivedOn", "31.02.2026", "请填写正确的日期");
    refused("territory", "nowhere", "没有这个属地");
    refused("channel", "WEB", "请从列表中选择");
    refused("channel", "PIGEON", "请从列表中选择");
    refused("demandClass", "", "请选择诉求类别");
    refused("respondents[0].unit", "nowhere", "没有这个单位");
    refused("petitioners[0].name", "", "请填写每一位信访人的姓名");
    refused("title", "a\0b", "无法保存的字符");
    refused("title", "长".repeat(301), "最多 300 个字");
    refused("petitioners[0].email", "x".repeat(301), "最多 300 个字");
    refused("petitioners[0].kind", "ROBOT", "请从列表中选择");
    var six = counter();
    for (var i = 0; i < 6; i++) {
      six.put("petitioners[" + i + "].name", "代表" + i);
      six.put("petitioners[" + i + "].representative", "true");
    }
    assertThat(desk.register("officer", six)).hasStatus(422).bodyText().contains("代表最多 5 人，现在选了 6 人");

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void aFileThatIsEmptyOrLiesIsRefusedAndNothingIsRegistered() {
    var before = count();

    assertThat(desk.register("officer", counter(), file("空.txt", ""))).hasStatus(422).bodyText().contains("空.txt");
    assertThat(desk.register("officer", counter(), file("照片.png", "not a picture"))).hasStatus(422).bodyText()
        .contains("照片.png");
    assertThat(desk.register("officer", counter(), file("x.html", "<script>alert(1)</script>"))).hasStatus(422);
    assertThat(count()).isEqualTo(before);

    assertThat(desk.register("officer", counter(), new MockMultipartFile("attachments", "", null, new byte[0])))
        .hasStatus(303);
  }

  @Test
  void anAnonymousPetitionHasNoPetitionerEvenWhenOneWasTyped() {
    var form = counter();
    form.put("anonymous", "true");

    assertThat(files.parties(registered(desk.register("officer", form)))).isEmpty();
  }

  @Test
  void aSecondClickIsTheFirstOneAgain() {
    var form = counter();

    var first = desk.register("officer", form);
    var second = desk.register("officer", form);
    form.put("title", "另一件事");
    var corrected = desk.register("officer", form);

    assertThat(registered(second)).isEqualTo(registered(first));
    assertThat(flash(second, "secret")).isEqualTo(flash(first, "secret"));
    assertThat(registered(corrected)).isNotEqualTo(registered(first));
  }

  @Test
  void theOfficerIsToldOfWhatIsOnTheRegisterAlready() {
    var form = counter();
    form.put("territory", "songling-qingshi");
    form.put("title", "青石社区的健身器材坏了很久");
    form.put("petitioners[0].phone", "");
    var id = registered(desk.register("officer", form));

    var hint = mvc.post().uri("/petitions/new/similar").with(as("officer")).with(csrf())
        .param("territory", "songling-qingshi").param("title", "青石社区健身器材坏了").header("HX-Request", "true");

    assertThat(hint).hasStatusOk().bodyText().contains("/petitions/" + id).doesNotContain("<html", "??");
    assertThat(mvc.post().uri("/petitions/new/similar").with(as("officer")).with(csrf())
        .param("territory", "songling-qingshi").param("title", "完全不同")).hasStatusOk().bodyText()
        .doesNotContain("/petitions/" + id);
  }

  private void refused(String field, String value, String sentence) {
    var form = counter();
    form.put(field, value);
    assertThat(desk.register("officer", form)).as(field + "=" + value).hasStatus(422).bodyText().contains(sentence);
  }

  private static MockMultipartFile file(String name, String content) {
    return new MockMultipartFile("attachments", name, "application/octet-stream",
        content.getBytes(StandardCharsets.UTF_8));
  }

  private long count() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  private RequestPostProcessor as(String account) {
    return user(users.loadUserByUsername(account));
  }
}
