package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** The pages of the work list, as a browser gets them. */
@DeskTest
class InboxPageTests {

  @Autowired
  MockMvc mvc;
  @Autowired
  UserDetailsService users;
  Errands errands;
  @Autowired
  WorkItems items;
  @Autowired
  Processes processes;
  @Autowired
  Clocks clocks;
  @Autowired
  MovableClock clock;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void theListSaysWhatItIsAndWhyItIsUrgent() throws Exception {
    var item = errands.open("housing", "楼顶漏水三个月");
    clocks.start(item.caseId(), "handling", new Term(10, TermUnit.DAY, "测试"), Dates.today(clock).minusDays(60), "xfj",
        errands.actor("officer"));

    var chinese = article(page("/inbox?q=" + item.caseCode(), "housing.handler"), item.id());
    assertThat(chinese).contains("楼顶漏水三个月", item.caseCode(), "跑腿办事", "办理时限已逾期", "个工作日", "桂花社区", ">签收<",
        "href=\"/inbox/items/" + item.id() + "\"");

    var english = article(page("/inbox?lang=en&q=" + item.caseCode(), "housing.handler"), item.id());
    assertThat(english).contains("楼顶漏水三个月", "overdue by", "working days", ">Claim<").doesNotContain("签收", "逾期");
  }

  @Test
  void everyTabOpensInBothLanguagesForEveryone() throws Exception {
    errands.open("housing", "每个人的列表");
    for (var account : List.of("officer", "office.leader", "housing.handler", "housing.leader", "admin", "auditor",
        "designer", "mediator", "reviewer", "grid")) {
      for (var address : List.of("/inbox", "/inbox?tab=all", "/inbox?tab=done", "/inbox?tab=started",
          "/inbox?tab=copied", "/inbox?tab=todo&severity=overdue",
          "/inbox?tab=nonsense&severity=nonsense&after=")) {
        assertThat(page(address, account)).as(account + " " + address).contains("工作台").doesNotContain("??");
        assertThat(page(address + (address.contains("?") ? "&" : "?") + "lang=en", account)).contains("Work list")
            .doesNotContain("??");
      }
    }
  }

  @Test
  void anEmptyListSaysWhatToExpect() throws Exception {
    assertThat(page("/inbox", "designer")).contains("没有待办", "分给您或您所在岗位的工作会出现在这里");
    assertThat(page("/inbox?q=no-such-thing", "housing.handler")).contains("没有符合筛选条件的工作");
  }

  @Test
  void openingLeadsToThePageOfTheWork() throws Exception {
    var item = errands.open("housing", "打开");

    assertThat(send(get("/inbox/items/{id}", item.id()), "housing.handler").getRedirectedUrl())
        .isEqualTo("/petitions/" + item.caseId() + "/handling?item=" + item.id());
    assertThat(send(get("/inbox/items/{id}", item.id()), "housing.leader").getRedirectedUrl())
        .as("who can only look is shown the case").isEqualTo("/disputes/" + item.caseId());
  }

  @Test
  void openingWhatIsDoneSaysByWhomAndWhen() throws Exception {
    var item = errands.open("housing", "已经办完");
    processes.complete(item.id(), errands.actor("housing.handler"), Facts.none());

    var response = send(get("/inbox/items/{id}", item.id()), "housing.handler2");

    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(response.getContentAsString()).contains("已由 " + errands.actor("housing.handler").name() + " 于 ")
        .containsPattern("于 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 办结");
  }

  @Test
  void whatNobodyMayKnowIsNotFound() throws Exception {
    var item = errands.open("housing", "看不到");

    assertThat(send(get("/inbox/items/{id}", item.id()), "health.handler").getStatus()).isEqualTo(404);
    assertThat(send(get("/inbox/items/{id}", "no-such-item"), "health.handler").getStatus()).isEqualTo(404);
  }

  @Test
  void claimingAndPuttingBackAreButtons() throws Exception {
    var item = errands.open("housing", "按钮");

    var claimed = send(post("/inbox/items/{id}/claim", item.id()).param("version", "0").with(csrf()),
        "housing.handler");
    assertThat(claimed.getRedirectedUrl()).isEqualTo("/inbox");
    assertThat(article(page("/inbox?q=" + item.caseCode(), "housing.handler"), item.id())).contains(">退签<")
        .doesNotContain(">签收<");

    assertThat(send(post("/inbox/items/{id}/claim", item.id()).param("version", "0").with(csrf()), "housing.handler2")
        .getStatus()).isEqualTo(409);
    send(post("/inbox/items/{id}/release", item.id()).param("version", "1").with(csrf()), "housing.handler");
    assertThat(items.find(item.id()).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void aRequestWithoutItsTokenChangesNothing() throws Exception {
    var item = errands.open("housing", "没有令牌");

    assertThat(send(post("/inbox/items/{id}/claim", item.id()).param("version", "0"), "housing.handler").getStatus())
        .isNotEqualTo(200);
    assertThat(items.find(item.id()).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void theLeaderSeesTheLoadAndTransfers() throws Exception {
    var item = errands.open("housing", "分派给同事");
    assertThat(page("/inbox/load", "housing.leader")).contains(errands.actor("housing.handler").name());
    var form = page("/inbox/items/" + item.id() + "/transfer", "housing.leader");
    assertThat(form).contains("分派给同事", "value=\"housing.handler2\"", "name=\"back\" value=\"/inbox\"");

    var none = send(post("/inbox/items/{id}/transfer", item.id()).param("version", "0").param("words", "出差")
        .with(csrf()), "housing.leader");
    assertThat(none.getStatus()).isEqualTo(422);
    assertThat(none.getContentAsString()).contains("请在列出的同事中选择", "出差");
    var silent = send(post("/inbox/items/{id}/transfer", item.id()).param("version", "0")
        .param("to", "housing.handler2").with(csrf()), "housing.leader");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(silent.getContentAsString()).contains("请写明理由").containsPattern("housing.handler2\" checked");

    var given = send(post("/inbox/items/{id}/transfer", item.id()).param("version", "0").param("words", "出差")
        .param("to", "housing.handler2").param("back", "/inbox?tab=all&q={x}").with(csrf()), "housing.leader");
    assertThat(given.getRedirectedUrl()).isEqualTo("/inbox?tab=all&q={x}");
    assertThat(items.find(item.id()).orElseThrow().assignee()).contains("housing.handler2");
  }

  @Test
  void theWayBackNeverLeavesTheDesk() throws Exception {
    var item = errands.open("housing", "外面的地址");

    var claimed = send(post("/inbox/items/{id}/claim", item.id()).param("version", "0")
        .param("back", "//elsewhere.example/").with(csrf()), "housing.handler");

    assertThat(claimed.getRedirectedUrl()).isEqualTo("/inbox");
  }

  /** A script can not read where a redirect leads: it is told, and the sentence waits for the page that it opens. */
  @Test
  void aDialogIsToldWhereToGo() throws Exception {
    var item = errands.open("housing", "对话框");

    var claimed = send(post("/inbox/items/{id}/claim", item.id()).param("version", "0").param("back", "/inbox?tab=all")
        .header("Dialog", "true").with(csrf()), "housing.handler");

    assertThat(claimed.getStatus()).isEqualTo(204);
    assertThat(claimed.getHeader("Dialog-Next")).isEqualTo("/inbox?tab=all");
    assertThat(claimed.getHeader("Location")).isNull();
  }

  @Test
  void onlyLeadersDispatch() throws Exception {
    var item = errands.open("housing", "不是负责人");

    assertThat(send(get("/inbox/load"), "housing.handler").getStatus()).isEqualTo(403);
    assertThat(send(get("/inbox/items/{id}/transfer", item.id()), "housing.handler").getStatus()).isEqualTo(403);
    assertThat(send(get("/inbox/items/{id}/transfer", item.id()), "office.leader").getStatus())
        .as("the leader of another unit").isEqualTo(403);
  }

  @Test
  void whateverPeopleWriteIsShownAndNeverRun() throws Exception {
    for (var nasty : List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
        "[[${7*7}]] __${7*7}__ #{web.name}", "<svg/onload=alert(1)>", "Ω≈ç√∫˜µ≤≥÷ 田中さん ﷽ 🏳0🌈",
        "{{7*7}} ${jndi:ldap://x}", "\u202etest\u202e")) {
      var item = errands.open("housing", nasty);
      var page = page("/inbox?q=" + item.caseCode(), "housing.handler");
      var shown = Pattern.compile("<a class=\"item-title\"[^>]*>([^<]*)</a>").matcher(article(page, item.id()));
      assertThat(shown.find()).as(nasty).isTrue();
      assertThat(HtmlUtils.htmlUnescape(shown.group(1))).isEqualTo(nasty);
      assertThat(page).doesNotContain("<script>alert", "<img src=x", "<svg/onload", "' onclick=");
    }
  }

  @Test
  void whateverIsSearchedIsShownAndNeverRun() throws Exception {
    for (var nasty : List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "%", "_", "!", "'", "\\",
        "x".repeat(5000))) {
      var response = send(get("/inbox").param("q", nasty), "housing.handler");
      assertThat(response.getStatus()).as(nasty).isEqualTo(200);
      assertThat(response.getContentAsString()).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void aStoppedStepIsTheOperatorsWork() throws Exception {
    var id = errands.fault();
    var item = open(id);

    assertThat(page("/inbox", "admin")).contains("系统步骤停住了");
    assertThat(page("/inbox", "officer")).doesNotContain(item.id());
    assertThat(send(get("/inbox/items/{id}", item.id()), "admin").getRedirectedUrl())
        .isEqualTo("/operations/incidents/" + item.id());
    var shown = page("/operations/incidents/" + item.id(), "admin");
    assertThat(shown).contains("desk_fault / user_later", "unit", "再试一次", item.caseCode())
        .doesNotContain("停住的案件").doesNotContain("href=\"/disputes/");
    assertThat(page("/operations/incidents/" + item.id() + "?lang=en", "admin")).contains("Try again");
    assertThat(send(get("/operations/incidents/{id}", item.id()), "officer").getStatus()).isEqualTo(403);
    assertThat(send(post("/operations/incidents/{id}/retry", item.id()).with(csrf()), "officer").getStatus())
        .isEqualTo(403);
  }

  @Test
  void tryingAgainAfterTheRepairLetsTheCaseGoOn() throws Exception {
    var id = errands.fault();
    var item = open(id);
    errands.repair(id, "housing");

    var retried = send(post("/operations/incidents/{id}/retry", item.id()).with(csrf()), "admin");
    assertThat(retried.getRedirectedUrl()).isEqualTo("/inbox");
    errands.run(id);

    assertThat(items.find(item.id()).orElseThrow().finish().orElseThrow().by()).isEqualTo("admin");
    assertThat(processes.openTasks(id)).hasSize(1);
    assertThat(send(post("/operations/incidents/{id}/retry", item.id()).with(csrf()), "admin").getStatus())
        .as("a second click").isEqualTo(409);
    assertThat(page("/operations/incidents/" + item.id(), "admin")).doesNotContain("再试一次");
  }

  @Test
  void aStepThatFailsAgainIsANewItem() throws Exception {
    var id = errands.fault();
    var first = open(id);
    send(post("/operations/incidents/{id}/retry", first.id()).with(csrf()), "admin");

    errands.fail(id);

    assertThat(open(id).id()).isNotEqualTo(first.id());
  }

  private WorkItem open(CaseId id) {
    return items.openOf(List.of(id)).stream().filter(item -> item.source() == ItemSource.INCIDENT).findFirst()
        .orElseThrow();
  }

  private String page(String address, String account) throws Exception {
    var response = send(get(address), account);
    assertThat(response.getStatus()).as(address).isEqualTo(200);
    return response.getContentAsString();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String account) throws Exception {
    return mvc.perform(request.with(user(users.loadUserByUsername(account)))).andReturn().getResponse();
  }

  /** The one line of the list that shows this item. */
  private static String article(String page, String id) {
    var line = Pattern.compile("<article[^>]*data-item=\"" + id + "\".*?</article>", Pattern.DOTALL).matcher(page);
    assertThat(line.find()).as("item " + id).isTrue();
    return line.group();
  }
}
