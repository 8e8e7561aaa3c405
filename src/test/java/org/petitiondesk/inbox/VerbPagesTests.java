package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** The verbs as pages: what they ask, what they refuse with which sentence, and that a refusal changes nothing. */
@DeskTest
class VerbPagesTests {

  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";
  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private WorkItems items;
  @Autowired
  private WordRequests requests;
  @Autowired
  private ItemVerbs verbs;
  private Petitions petitions;

  @BeforeEach
  void petitions(@Autowired AutowireCapableBeanFactory beans) {
    petitions = beans.createBean(Petitions.class);
  }

  @Test
  void returningAsksToWhichStepAndWhy() {
    var id = petitions.drafted();
    var approval = open(id, "user_approve_reply");

    var page = get(approval, "return", LEADER);
    assertThat(page).hasStatus(HttpStatus.OK);
    assertThat(text(page)).contains("退回到哪一步", "调查办理", "退回理由").doesNotContain("??");
    assertThat(text(mvc.get().uri("/inbox/items/{id}/return?lang=en", approval.id()), LEADER))
        .contains("To which step", "Investigation").doesNotContain("??").doesNotContain("退回");

    var unsaid = post(approval, "return", LEADER, "choice", step(id, "user_handle").id(), "words", " ");
    assertThat(unsaid).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(text(unsaid)).contains("请写明理由");
    assertThat(post(approval, "return", LEADER, "words", "证据不足")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(petitions.items(id)).containsExactly("user_approve_reply");

    var done = post(approval, "return", LEADER, "choice", step(id, "user_handle").id(), "words", "证据不足");
    assertThat(done).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(petitions.items(id)).containsExactly("user_handle");
    assertThat(text(mvc.get().uri("/inbox").param("q", cases.get(id).code()), HANDLER)).contains("退回：证据不足");
    var again = post(approval, "return", LEADER, "choice", step(id, "user_handle").id(), "words", "证据不足");
    assertThat(again).hasStatus(HttpStatus.CONFLICT);
    assertThat(text(again)).contains("这项工作已由 " + petitions.leader(id).name());
  }

  @Test
  void whereNoStepIsLeftToReturnToThePageSaysWhyAndHasNothingToSend() {
    var id = petitions.accepted();
    var handling = open(id, "user_handle");

    var page = text(get(handling, "return", HANDLER));
    assertThat(page).contains("甄别分类", "“受理并告知”已经办完并产生效力", "disabled").doesNotContain("<textarea");
    assertThat(text(mvc.get().uri("/inbox/items/{id}/return?lang=en", handling.id()), HANDLER))
        .contains("has taken effect").doesNotContain("受理并告知");

    var refused = post(handling, "return", HANDLER, "choice", step(id, "user_screen").id(), "words", "不归我们");
    assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(petitions.items(id)).containsExactly("user_handle");
  }

  @Test
  void whatWasSentOnIsTakenBackFromTheListOfWhatIsDone() {
    var id = petitions.screened();
    var screening = step(id, "user_screen");
    assertThat(text(mvc.get().uri("/inbox?tab=done"), "officer"))
        .contains("/inbox/items/" + screening.id() + "/withdraw");

    var page = text(get(screening, "withdraw", "officer"));
    assertThat(page).contains("将一并收回", "签收受理", "撤回").doesNotContain("??");
    assertThat(get(screening, "withdraw", "officer2")).hasStatus(HttpStatus.FORBIDDEN);

    assertThat(post(screening, "withdraw", "officer")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(petitions.items(id)).containsExactly("user_screen");
    var second = post(screening, "withdraw", "officer");
    assertThat(second).hasStatus(HttpStatus.CONFLICT);
    assertThat(text(second)).contains("已经撤回过了");
  }

  @Test
  void whatSomebodyHasClaimedIsNotTakenBackAndThePageSaysWho() {
    var id = petitions.screened();
    var sent = open(id, "user_accept");
    verbs.claim(sent.id(), sent.version(), petitions.handler(id));

    var late = post(step(id, "user_screen"), "withdraw", "officer");

    assertThat(late).hasStatus(HttpStatus.CONFLICT);
    assertThat(text(late)).contains(petitions.handler(id).name() + " 着手办理");
    assertThat(text(mvc.get().uri("/inbox?tab=done"), "officer"))
        .doesNotContain("/inbox/items/" + step(id, "user_screen").id() + "/withdraw");
  }

  @Test
  void delegatingNeedsAColleagueAndAWord() {
    var id = petitions.accepted();
    var handling = open(id, "user_handle");
    assertThat(text(get(handling, "delegate", HANDLER))).contains("委派给谁", "value=\"" + COLLEAGUE + "\"");
    assertThat(text(mvc.get().uri("/inbox/items/{id}/delegate?lang=en", handling.id()), HANDLER))
        .contains("To whom").doesNotContain("??");

    assertThat(post(handling, "delegate", HANDLER, "words", "请去现场")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(handling, "delegate", HANDLER, "to", COLLEAGUE)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(handling, "delegate", COLLEAGUE, "to", HANDLER, "words", "请去现场"))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(requests.waiting(handling.id())).isEmpty();

    assertThat(post(handling, "delegate", HANDLER, "to", COLLEAGUE, "words", "请去现场")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(requests.waiting(handling.id())).singleElement()
        .satisfies(request -> assertThat(request.kind()).isEqualTo(WordRequest.Kind.HELP));
  }

  @Test
  void whoIsAskedFindsTheQuestionAndAnswersOnce() {
    var id = petitions.accepted();
    var handling = open(id, "user_handle");
    assertThat(text(get(handling, "ask", HANDLER))).contains("请谁发表意见", "办结之前", "办结之后");
    assertThat(post(handling, "ask", HANDLER, "to", "education.handler", "choice", "BEFORE", "words", "是否妥当？"))
        .as("who may not see the case").hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(handling, "ask", HANDLER, "to", LEADER, "choice", "HELP", "words", "是否妥当？"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(requests.waiting(handling.id())).isEmpty();

    assertThat(post(handling, "ask", HANDLER, "to", LEADER, "choice", "BEFORE", "words", "是否妥当？"))
        .hasStatus(HttpStatus.SEE_OTHER);
    var request = requests.waiting(handling.id()).get(0);
    assertThat(text(mvc.get().uri("/inbox/requests/{id}", request.id()), LEADER)).contains("是否妥当？", "您的意见");
    assertThat(text(mvc.get().uri("/inbox/requests/{id}?lang=en", request.id()), LEADER)).contains("Your word")
        .doesNotContain("??");
    assertThat(send(mvc.get().uri("/inbox/requests/{id}", request.id()), "education.handler"))
        .hasStatus4xxClientError();

    assertThat(answer(request, LEADER, " ")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(answer(request, LEADER, "妥当。")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(answer(request, LEADER, "再说一次。")).as("a second click").hasStatus(HttpStatus.CONFLICT);
    assertThat(requests.find(request.id()).orElseThrow().answer()).contains("妥当。");
  }

  @Test
  void whoAskedTakesTheQuestionBackOnce() {
    var id = petitions.accepted();
    var handling = open(id, "user_handle");
    post(handling, "ask", HANDLER, "to", LEADER, "choice", "BEFORE", "words", "是否妥当？");
    var request = requests.waiting(handling.id()).get(0);
    var back = "/inbox/requests/" + request.id() + "/take-back";

    assertThat(text(get(handling, "ask", HANDLER))).contains("正在等待", back);
    assertThat(send(mvc.post().uri(back).with(csrf()), COLLEAGUE)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(send(mvc.post().uri(back).with(csrf()), HANDLER)).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(send(mvc.post().uri(back).with(csrf()), HANDLER)).hasStatus(HttpStatus.CONFLICT);
    assertThat(requests.waiting(handling.id())).isEmpty();
  }

  @Test
  void copyingGoesToThoseWhoMaySeeTheCase() {
    var id = petitions.accepted();
    var handling = open(id, "user_handle");
    assertThat(text(get(handling, "copy", HANDLER))).contains("抄送给谁", "value=\"" + LEADER + "\"")
        .doesNotContain("education.handler");

    assertThat(post(handling, "copy", HANDLER)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(handling, "copy", HANDLER, "to", "education.handler")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(handling, "copy", HANDLER, "to", LEADER, "words", "供参考")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(text(mvc.get().uri("/inbox?tab=copied"), LEADER)).contains("供参考");
  }

  @Test
  void remindingIsLimitedAndThePageSaysSo() {
    var id = petitions.accepted();
    assertThat(text(get(open(id, "user_handle"), "urge", LEADER))).contains("催办", "附言");
    assertThat(get(open(id, "user_handle"), "urge", COLLEAGUE)).hasStatus(HttpStatus.FORBIDDEN);

    assertThat(post(open(id, "user_handle"), "urge", LEADER, "words", "请抓紧")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(post(open(id, "user_handle"), "urge", LEADER)).hasStatus(HttpStatus.SEE_OTHER);
    var enough = post(open(id, "user_handle"), "urge", LEADER);
    assertThat(enough).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(text(enough)).contains("您今天已经催办 2 次");
    assertThat(open(id, "user_handle").marks().urged()).isEqualTo(2);
  }

  @Test
  void anUnknownVerbIsNoPage() {
    var id = petitions.screened();
    assertThat(get(open(id, "user_accept"), "explode", HANDLER)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void aDraftThatGoesWithTheReturnIsMentioned(@Autowired Drafts drafts) {
    var id = petitions.screened();
    petitions.object(id, "不在管辖范围");
    var answer = open(id, "user_decide_objection");
    assertThat(text(get(answer, "return", "officer"))).doesNotContain("草稿会一并删除");
    drafts.save(answer.id(), new SaveDraft(Map.of("reason", List.of("由贵局牵头")), "one", Optional.empty()),
        petitions.officer());

    assertThat(text(get(answer, "return", "officer"))).contains("草稿会一并删除");
  }

  private MvcTestResult answer(WordRequest request, String account, String words) {
    return send(mvc.post().uri("/inbox/requests/{id}", request.id()).with(csrf()).param("words", words), account);
  }

  private MvcTestResult get(WorkItem item, String verb, String account) {
    return send(mvc.get().uri("/inbox/items/{id}/{verb}", item.id(), verb), account);
  }

  /** As the form sends it. */
  private MvcTestResult post(WorkItem item, String verb, String account, String... fields) {
    var request = mvc.post().uri("/inbox/items/{id}/{verb}", item.id(), verb).with(csrf())
        .param("version", String.valueOf(item.version())).param("back", "/inbox");
    for (var i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, account);
  }

  private MvcTestResult send(MockMvcRequestBuilder request, String account) {
    return request.with(user(users.loadUserByUsername(account))).exchange();
  }

  private String text(MockMvcRequestBuilder request, String account) {
    return text(send(request, account));
  }

  private static String text(MvcTestResult result) {
    assertThat(result).bodyText().isNotEmpty();
    return HtmlUtils.htmlUnescape(new String(result.getResponse().getContentAsByteArray(),
        StandardCharsets.UTF_8));
  }

  private WorkItem open(CaseId id, String key) {
    return items.find(petitions.item(id, key)).orElseThrow();
  }

  private WorkItem step(CaseId id, String key) {
    return items.passed(id, Set.of(key)).get(0);
  }
}
