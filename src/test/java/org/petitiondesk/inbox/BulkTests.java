package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.inbox.web.RowResult;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One verb on several items: each for itself, and the list says what became of each. */
@DeskTest
class BulkTests {

  @Autowired
  MockMvc mvc;
  @Autowired
  UserDetailsService users;
  Errands errands;
  @Autowired
  WorkItems items;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  AuditTrail audit;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void theListOffersWhatCanBeDoneWithSeveral() throws Exception {
    var item = errands.open("housing", "一起处理");

    assertThat(page("/inbox?q=" + item.caseCode(), "housing.handler"))
        .contains("value=\"" + box(item) + "\"", "id=\"bulk\"", "formaction=\"/inbox/bulk/claim\"",
            "formaction=\"/inbox/bulk/copy\"")
        .doesNotContain("formaction=\"/inbox/bulk/urge\"", "formaction=\"/inbox/bulk/transfer\"");
    assertThat(page("/inbox?tab=all&q=" + item.caseCode(), "housing.leader"))
        .contains("formaction=\"/inbox/bulk/urge\"", "formaction=\"/inbox/bulk/transfer\"")
        .doesNotContain("formaction=\"/inbox/bulk/claim\"");
    assertThat(page("/inbox?tab=done", "housing.handler")).doesNotContain("id=\"bulk\"");
  }

  @Test
  void oneIsClaimedAndTheOtherSaysWhoWasQuicker() throws Exception {
    var free = errands.open("housing", "还没有人签收");
    var taken = errands.open("housing", "已经有人签收");
    verbs.claim(taken.id(), 0, errands.actor("housing.handler2"));

    var claimed = send(post("/inbox/bulk/claim").param("item", box(free), box(taken)).with(csrf()), "housing.handler");

    assertThat(claimed.getResponse().getRedirectedUrl()).isEqualTo("/inbox");
    assertThat(results(claimed)).containsExactly(
        new RowResult(taken.caseCode() + " 已经有人签收", false, "这项工作刚刚已由 " + errands.actor("housing.handler2").name()
            + " 签收。您的操作没有改变任何内容。"),
        new RowResult(free.caseCode() + " 还没有人签收", true, "已签收。"));
    assertThat(holder(free)).contains("housing.handler");
    assertThat(holder(taken)).contains("housing.handler2");
  }

  @Test
  void whatHasChangedHandsMeanwhileIsNotTransferred() throws Exception {
    var asSeen = errands.open("housing", "没有变化");
    var changed = errands.open("housing", "页面打开后换了人");
    verbs.claim(changed.id(), 0, errands.actor("housing.handler"));

    var transferred = send(post("/inbox/bulk/transfer").param("item", box(asSeen), box(changed))
        .param("to", "housing.handler2").param("words", "轮休").param("back", "/inbox?tab=all").with(csrf()),
        "housing.leader");

    assertThat(transferred.getResponse().getRedirectedUrl()).isEqualTo("/inbox?tab=all");
    assertThat(results(transferred)).extracting(RowResult::done).containsExactly(false, true);
    assertThat(holder(asSeen)).contains("housing.handler2");
    assertThat(holder(changed)).contains("housing.handler");
    assertThat(page("/inbox?q=" + asSeen.caseCode(), "housing.handler2"))
        .as("who has it now reads by whom and why").contains(errands.actor("housing.leader").name() + " 转办：轮休");
  }

  @Test
  void othersWorkIsNotFoundAndTheRestIsDone() throws Exception {
    var mine = errands.open("housing", "本单位的");
    var foreign = errands.open("health", "别的单位的");

    var claimed = send(post("/inbox/bulk/claim").param("item", box(foreign), box(mine), "no-such-item~0", "nonsense")
        .with(csrf()), "housing.handler");

    assertThat(results(claimed)).extracting(RowResult::name)
        .containsExactly("您看不到的工作", "您看不到的工作", "您看不到的工作", mine.caseCode() + " 本单位的");
    assertThat(results(claimed)).extracting(RowResult::done).containsExactly(false, false, false, true);
    assertThat(holder(foreign)).isEmpty();
    assertThat(items.find(foreign.id()).orElseThrow().version()).isZero();
  }

  @Test
  void nothingChosenOrTooMuchIsRefusedAsAWhole() throws Exception {
    var item = errands.open("housing", "太多了");
    var many = IntStream.rangeClosed(0, 100).mapToObj(nth -> nth == 0 ? box(item) : "item" + nth + "~0")
        .toArray(String[]::new);

    for (var verb : List.of("claim", "transfer", "urge", "copy")) {
      assertRefused(get("/inbox/bulk/" + verb), "请先在工作台上选择");
      assertRefused(post("/inbox/bulk/" + verb).with(csrf()), "请先在工作台上选择");
      assertRefused(post("/inbox/bulk/" + verb).param("item", many).with(csrf()), "一次最多处理 100 项");
    }
    assertThat(holder(item)).isEmpty();
  }

  @Test
  void whatTheVerbAsksForIsAskedOnceAndBeforeAnythingIsDone() throws Exception {
    var first = errands.open("housing", "第一项");
    var second = errands.open("housing", "第二项");
    var foreign = errands.open("health", "不该出现");

    var asked = send(get("/inbox/bulk/transfer").param("item", box(first), box(second), box(foreign)),
        "housing.leader").getResponse().getContentAsString();
    assertThat(asked).contains("第一项", "第二项", "value=\"housing.handler\"", "value=\"housing.handler2\"",
        "您看不到的工作").doesNotContain("不该出现", foreign.id());

    var silent = send(post("/inbox/bulk/transfer").param("item", box(first), box(second))
        .param("to", "housing.handler2").with(csrf()), "housing.leader").getResponse();
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(silent.getContentAsString()).contains("请写明理由").containsPattern("housing.handler2\" checked");
    assertThat(holder(first)).isEmpty();
  }

  @Test
  void onlyWhoMayTakeEachOfThemIsOffered() throws Exception {
    var first = errands.open("housing", "甲手里的");
    var second = errands.open("housing", "乙手里的");
    verbs.claim(first.id(), 0, errands.actor("housing.handler"));
    var ofOne = page("/inbox/bulk/transfer?item=" + first.id() + "~1&item=" + second.id() + "~0", "housing.leader");
    assertThat(ofOne).contains("value=\"housing.handler2\"").doesNotContain("value=\"housing.handler\"");

    verbs.claim(second.id(), 0, errands.actor("housing.handler2"));
    assertThat(page("/inbox/bulk/transfer?item=" + first.id() + "~1&item=" + second.id() + "~1", "housing.leader"))
        .contains("没有一位同事可以接手全部所选工作").doesNotContain("name=\"to\"");
  }

  @Test
  void remindersAndCopiesGoOutForEach() throws Exception {
    var first = errands.led("housing", "抄送甲");
    var second = errands.led("housing", "抄送乙");
    var both = List.of(first, second);

    send(post("/inbox/bulk/urge").param("item", box(first), box(second)).param("words", "请抓紧").with(csrf()),
        "housing.leader");
    assertThat(both).allSatisfy(item -> assertThat(items.find(item.id()).orElseThrow().marks().urged()).isEqualTo(1));

    assertThat(page("/inbox/bulk/copy?item=" + box(first) + "&item=" + box(second), "housing.leader"))
        .contains("value=\"officer\"");
    var copied = send(post("/inbox/bulk/copy").param("item", box(first), box(second)).param("to", "officer")
        .with(csrf()), "housing.leader");
    assertThat(results(copied)).extracting(RowResult::done).containsExactly(true, true);
    assertThat(both).allSatisfy(item -> assertThat(audit.of(item.caseId())).extracting(entry -> entry.act())
        .contains("item.urged", "item.copied"));
  }

  @Test
  void theListShowsOnceWhatBecameOfEach() throws Exception {
    var item = errands.open("housing", "看结果");
    var claimed = send(post("/inbox/bulk/claim").param("item", box(item), "no-such-item~0").with(csrf()),
        "housing.handler");
    var session = claimed.getResponse().getCookies();

    var shown = send(get("/inbox").cookie(session), "housing.handler").getResponse().getContentAsString();
    assertThat(shown).contains("1 项已办，1 项未办", "<details open", item.caseCode() + " 看结果", "已签收。", "您看不到的工作");
    assertThat(send(get("/inbox").cookie(session), "housing.handler").getResponse().getContentAsString())
        .doesNotContain("1 项已办");
  }

  @Test
  void verbsThatAskAboutTheOneItemAreNotForSeveral() throws Exception {
    var item = errands.open("housing", "加签只能一项");

    for (var verb : List.of("ask", "delegate", "release", "nonsense")) {
      assertThat(send(post("/inbox/bulk/" + verb).param("item", box(item)).with(csrf()), "housing.handler")
          .getResponse().getStatus()).as(verb).isEqualTo(404);
    }
    assertThat(send(post("/inbox/bulk/claim").param("item", box(item)), "housing.handler").getResponse().getStatus())
        .as("without its token").isEqualTo(403);
    assertThat(holder(item)).isEmpty();
  }

  private void assertRefused(MockHttpServletRequestBuilder request, String sentence) throws Exception {
    var answer = send(request, "housing.handler").getResponse();
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains(sentence);
  }

  private Optional<String> holder(WorkItem item) {
    return items.find(item.id()).orElseThrow().assignee();
  }

  private static String box(WorkItem item) {
    return item.id() + "~" + item.version();
  }

  @SuppressWarnings("unchecked")
  private static List<RowResult> results(MvcResult answer) {
    return (List<RowResult>) answer.getFlashMap().get("results");
  }

  private String page(String address, String account) throws Exception {
    var response = send(get(address), account).getResponse();
    assertThat(response.getStatus()).as(address).isEqualTo(200);
    return response.getContentAsString();
  }

  private MvcResult send(MockHttpServletRequestBuilder request, String account) throws Exception {
    return mvc.perform(request.with(user(users.loadUserByUsername(account)))).andReturn();
  }
}
