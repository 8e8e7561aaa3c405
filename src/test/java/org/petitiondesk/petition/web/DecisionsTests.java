package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.LEADER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A leader's page: what waits for a yes or no, with what must be known for it. */
@DeskTest
class DecisionsTests {

  @Autowired
  private ApplicationContext context;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AuditTrail audit;

  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void aCardSaysWhatMustBeKnownAndWhatChangedSinceItWasReturned() {
    var id = clerks.drafted(Registrations.ordinary().title("油烟<b>扰民</b>"));
    assertThat(card(LEADER, id)).contains("油烟&lt;b&gt;扰民", "餐馆加装油烟净化设备", "予以支持", "第 1 稿", "餐馆未安装油烟净化设备",
        "为什么是这一天", "办理期限继续计算").doesNotContain("上一稿");

    decide(LEADER, id, "false", "请写明整改期限");
    clerks.does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY,
        form -> form.type("answers[0].facts", "限十日内安装").type("answers[1].outcome", "SUPPORTED"));

    assertThat(card(LEADER, id)).contains("第 2 稿", "请写明整改期限", "退回以后改了 2 处", "<ins class=\"written\">限十日内安装</ins>",
        "解释说明 → 予以支持");
    assertThat(Clerks.whole(clerks.get(LEADER, "/decisions?lang=en"))).contains("2 changes since it was returned");
  }

  @Test
  void approvingAndReturningNeedNoFurtherPage() {
    var id = clerks.drafted(Registrations.ordinary());

    assertThat(decide(LEADER, id, "false", " ")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请写明");
    assertThat(history.approvals(id)).isEmpty();
    var item = clerks.item(id, PetitionReply.USER_APPROVE_REPLY);
    assertThat(decide(LEADER, id, "true", "")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/decisions");
    assertThat(history.approvals(id)).singleElement().matches(approval -> approval.approved());
    assertThat(post(LEADER, "/decisions/" + item, "approved", "true")).hasStatus(HttpStatus.CONFLICT);
    assertThat(history.approvals(id)).hasSize(1);
  }

  @Test
  void whoHandledTheMatterIsToldThatHeMayNotDecideIt() {
    var id = clerks.drafted(Registrations.ordinary());
    var item = clerks.item(id, PetitionReply.USER_APPROVE_REPLY);

    assertThat(post(HANDLER, "/decisions/" + item, "approved", "true")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("health.leader", "/decisions/" + item, "approved", "true").getResponse().getStatus())
        .isIn(403, 404);
    assertThat(Clerks.text(clerks.get("health.leader", "/decisions"))).doesNotContain(item);
    assertThat(history.approvals(id)).isEmpty();
  }

  @Test
  void severalAreApprovedAtOnceWithAResultForEachButNoReport() {
    var one = clerks.drafted(Registrations.ordinary().title("第一件"));
    var other = clerks.drafted(Registrations.ordinary().title("第二件"));
    var report = reportForTheLeader();
    var items = List.of(one, other, report).stream()
        .map(id -> clerks.item(id, PetitionReply.USER_APPROVE_REPLY)).toArray(String[]::new);
    assertThat(card(LEADER, report)).doesNotContain("name=\"items\"");

    assertThat(mvc.post().uri("/decisions").param("items", items).with(csrf())
        .with(user(users.loadUserByUsername(LEADER))).exchange()).hasRedirectedUrl("/decisions")
        .satisfies(answer -> assertThat(answer.getMvcResult().getFlashMap().get("results")).asInstanceOf(
            InstanceOfAssertFactories.LIST).hasSize(3).first().asString().contains("done=false", "不能一并同意"));

    assertThat(history.approvals(one)).hasSize(1);
    assertThat(history.approvals(other)).hasSize(1);
    assertThat(history.approvals(report)).isEmpty();
    assertThat(audit.of(report)).extracting(AuditEntry::act).contains("report.viewed");
  }

  @Test
  void whatWasDecidedMeanwhileIsNamedAmongTheResultsAndNothingChosenIsSaid() {
    var one = clerks.drafted(Registrations.ordinary().title("别人先批的"));
    var other = clerks.drafted(Registrations.ordinary().title("还在等的"));
    var items = List.of(one, other).stream()
        .map(id -> clerks.item(id, PetitionReply.USER_APPROVE_REPLY)).toArray(String[]::new);
    decide(LEADER, one, "true", "");

    assertThat(mvc.post().uri("/decisions").param("items", items).param("items", "no-such-item").with(csrf())
        .with(user(users.loadUserByUsername(LEADER))).exchange()).hasRedirectedUrl("/decisions")
        .satisfies(answer -> assertThat(answer.getMvcResult().getFlashMap().get("results").toString())
            .contains("别人先批的", "办结", "还在等的", "done=true").matches("(?s)(.*done=false){2}.*done=true.*"));
    assertThat(history.approvals(one)).hasSize(1);
    assertThat(history.approvals(other)).hasSize(1);
    assertThat(mvc.post().uri("/decisions").with(csrf()).with(user(users.loadUserByUsername(LEADER))))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请先勾选").doesNotContain("data-results");
  }

  /** Found to be a report only late: the officer and the leader who have it are named on it. */
  private CaseId reportForTheLeader() {
    var id = clerks.drafted(Registrations.ordinary().title("第三件"));
    var officer = context.getBean(Accounts.class).actor(Clerks.OFFICER);
    cases.screened(id, "discipline", Urgency.NORMAL, false, DemandClass.REPORT, officer);
    cases.grant(id, LEADER, officer);
    return id;
  }

  private String card(String account, CaseId id) {
    var page = Clerks.whole(clerks.get(account, "/decisions"));
    var start = page.indexOf("data-decision=\"" + clerks.item(id, PetitionReply.USER_APPROVE_REPLY) + "\"");
    assertThat(start).isPositive();
    return page.substring(start, page.indexOf("</article>", start));
  }

  private MvcTestResult decide(String account, CaseId id, String approved, String reason) {
    return post(account, "/decisions/" + clerks.item(id, PetitionReply.USER_APPROVE_REPLY), "approved", approved,
        "reason", reason);
  }

  private MvcTestResult post(String account, String path, String... parameters) {
    var request = mvc.post().uri(path);
    for (var i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.with(csrf()).with(user(users.loadUserByUsername(account))).exchange();
  }
}
