package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.Race;
import org.petitiondesk.inbox.WordRequest.Kind;
import org.petitiondesk.inbox.WordRequest.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Asking colleagues for a word, before and after, and having them help. */
@DeskTest
class WordsTests {

  private static final String ME = "education.handler";
  private static final String COLLEAGUE = "education.handler2";

  Errands errands;
  @Autowired
  Words words;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkItems items;
  @Autowired
  WorkList workList;
  @Autowired
  Processes processes;
  @Autowired
  AuditTrail audit;
  @Autowired
  Accounts accounts;
  @Autowired
  Passwords passwords;
  @Autowired
  MockMvcTester mvc;
  @Autowired
  UserDetailsService users;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void nothingIsFinishedBeforeTheWordIsGiven() {
    var item = mine("会签之前");
    words.ask(item.id(), 1, Kind.BEFORE, Set.of(COLLEAGUE, "officer"), "这样答复合适吗？", actor(ME));

    assertThatThrownBy(() -> processes.complete(item.id(), actor(ME), Facts.none()))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.key()).isEqualTo("inbox.refused.words-open");
          assertThat(refused.arguments().get(0).toString()).contains(actor(COLLEAGUE).name(), actor("officer").name());
        });
    assertThat(now(item).marks().asked()).isEqualTo(2);
    words.answer(requestOf(item, COLLEAGUE).id(), "合适", actor(COLLEAGUE));
    assertThatThrownBy(() -> processes.complete(item.id(), actor(ME), Facts.none())).isInstanceOf(Refused.class);
    words.answer(requestOf(item, "officer").id(), "建议补充依据", actor("officer"));
    processes.complete(item.id(), actor(ME), Facts.none());

    assertThat(words.of(item.caseId(), actor(ME))).extracting(word -> word.answer().orElse(""))
        .containsExactlyInAnyOrder("合适", "建议补充依据");
    assertThat(acts(item)).contains("word.asked", "word.given", "item.completed");
  }

  @Test
  void theRequestIsAnItemOfTheOneWhoIsAskedAndOfNobodyElse() {
    var item = mine("请求是一项工作");
    words.ask(item.id(), 1, Kind.BEFORE, Set.of("officer"), "请看", actor(ME));

    var request = workList.open(requestOf(item, "officer").id(), actor("officer"));
    assertThat(request.source()).isEqualTo(ItemSource.REQUEST);
    assertThat(request.route()).isEqualTo("/inbox/requests/" + request.id());
    assertThat(request.title()).isEqualTo("请求是一项工作");
    assertThat(request.isHeldBy(actor("officer"))).isTrue();
    assertThatThrownBy(() -> words.answer(request.id(), "我来答", actor("office.leader"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> words.answer(request.id(), "我来答", actor("health.handler"))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> words.answer(request.id(), "  ", actor("officer"))).isInstanceOf(Refused.class);
  }

  @Test
  void onlyWhoMaySeeTheCaseIsAskedAndNobodyTwice() {
    var item = mine("看得到的人");

    assertThat(verbs.insiders(item, actor(ME))).extracting(account -> account.id())
        .contains(COLLEAGUE, "education.leader", "officer").doesNotContain(ME, "health.handler", "admin", "auditor");
    assertThatThrownBy(
        () -> words.ask(item.id(), 1, Kind.BEFORE, Set.of(COLLEAGUE, "health.handler"), "请看", actor(ME)))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("inbox.refused.not-an-insider"));
    assertThat(words.waiting(item)).isEmpty();
    assertThatThrownBy(() -> words.ask(item.id(), 1, Kind.BEFORE, Set.of(), "请看", actor(ME)))
        .isInstanceOf(Refused.class);
    words.ask(item.id(), 1, Kind.BEFORE, Set.of(COLLEAGUE), "请看", actor(ME));
    assertThatThrownBy(() -> words.ask(item.id(), 1, Kind.AFTER, Set.of(COLLEAGUE), "请看", actor(ME)))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("inbox.refused.asked-already"));
  }

  @Test
  void onlyTheHolderAsks() {
    var item = mine("只有经办人");

    assertThatThrownBy(() -> words.ask(item.id(), 1, Kind.BEFORE, Set.of("officer"), "请看", actor(COLLEAGUE)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> words.delegate(item.id(), 1, COLLEAGUE, "请帮忙", actor("education.leader")))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aRequestThatIsTakenBackFreesTheItem() {
    var item = mine("收回");
    words.ask(item.id(), 1, Kind.BEFORE, Set.of("officer"), "请看", actor(ME));
    var request = requestOf(item, "officer").id();

    assertThatThrownBy(() -> words.takeBack(request, actor("education.leader"))).isInstanceOf(Forbidden.class);
    words.takeBack(request, actor(ME));

    assertThat(items.find(request).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThatThrownBy(() -> words.answer(request, "晚了", actor("officer"))).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> words.takeBack(request, actor(ME))).isInstanceOf(Conflict.class);
    processes.complete(item.id(), actor(ME), Facts.none());
    assertThat(acts(item)).contains("word.taken-back");
  }

  @Test
  void whoIsAskedAfterwardsIsAskedWhenTheItemIsDoneAndTheCaseGoesOn() {
    var item = mine("会后阅知");
    words.ask(item.id(), 1, Kind.AFTER, Set.of("education.leader"), "请知悉", actor(ME));
    var request = requestOf(item, "education.leader");
    assertThat(items.find(request.id())).isEmpty();

    processes.complete(item.id(), actor(ME), Facts.none());

    assertThat(items.find(request.id()).orElseThrow().isHeldBy(actor("education.leader"))).isTrue();
    words.answer(request.id(), "已阅", actor("education.leader"));
    assertThat(words.get(request.id()).state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void whatWasAskedAfterwardsIsTakenBackByWhoAskedAlsoWhenTheItemIsDone() throws Exception {
    var item = mine("办结后收回");
    words.ask(item.id(), 1, Kind.AFTER, Set.of("officer"), "请知悉", actor(ME));
    var request = requestOf(item, "officer").id();
    processes.complete(item.id(), actor(ME), Facts.none());

    assertThatThrownBy(() -> words.takeBack(request, actor(COLLEAGUE))).isInstanceOf(Forbidden.class);
    assertThat(said(item, ME)).contains("/inbox/requests/" + request + "/take-back");
    assertThat(said(item, "officer")).contains("请知悉").doesNotContain("take-back");
    words.takeBack(request, actor(ME));

    assertThat(items.find(request).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(items.find(item.id()).orElseThrow().marks().asked()).isZero();
    assertThatThrownBy(() -> words.takeBack(request, actor(ME))).isInstanceOf(Conflict.class);
  }

  @Test
  void whatWasAskedOfSomebodyWhoLeavesLapses() {
    var leaving = "leaving-" + UUID.randomUUID();
    accounts.create(new CreateAccount(leaving, "调离的人", "education", Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("correct horse battery")), Actor.SYSTEM);
    var item = mine("被问的人走了");
    words.ask(item.id(), 1, Kind.BEFORE, Set.of(leaving), "请看", actor(ME));
    var later = mine("以后问的人走了");
    words.ask(later.id(), 1, Kind.AFTER, Set.of(leaving), "请知悉", actor(ME));
    var planned = requestOf(later, leaving).id();
    var done = mine("已经办结");
    words.ask(done.id(), 1, Kind.AFTER, Set.of(leaving), "请知悉", actor(ME));
    processes.complete(done.id(), actor(ME), Facts.none());
    var asked = requestOf(done, leaving).id();

    accounts.disable(leaving, 0, Optional.empty(), Actor.SYSTEM);

    assertThat(items.find(asked).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(now(item).marks().asked()).isZero();
    processes.complete(item.id(), actor(ME), Facts.none());
    processes.complete(later.id(), actor(ME), Facts.none());
    assertThat(words.get(planned).state()).isEqualTo(State.DROPPED);
    assertThat(items.find(planned)).isEmpty();
    assertThat(acts(done)).contains("word.lapsed");
  }

  @Test
  void whoHelpsMayOpenTheWorkButNotFinishIt() {
    var item = mine("委派协助");
    assertThatThrownBy(() -> processes.require(item.id(), actor(COLLEAGUE))).isInstanceOf(NotYourTask.class);

    words.delegate(item.id(), 1, COLLEAGUE, "请先去现场看看", actor(ME));

    assertThat(processes.require(item.id(), actor(COLLEAGUE)).id()).isEqualTo(item.id());
    assertThatThrownBy(() -> processes.complete(item.id(), actor(COLLEAGUE), Facts.none()))
        .isInstanceOf(NotYourTask.class);
    assertThat(now(item).isHeldBy(actor(ME))).as("it stays mine").isTrue();
    assertThatThrownBy(() -> processes.complete(item.id(), actor(ME), Facts.none())).isInstanceOf(Refused.class);
    words.answer(requestOf(item, COLLEAGUE).id(), "看过了，属实", actor(COLLEAGUE));
    assertThatThrownBy(() -> processes.require(item.id(), actor(COLLEAGUE))).isInstanceOf(NotYourTask.class);
    processes.complete(item.id(), actor(ME), Facts.none());
    assertThat(acts(item)).contains("item.delegated", "word.given");
  }

  @Test
  void onlyAColleagueOfTheGroupHelps() {
    var item = mine("同岗位");

    assertThatThrownBy(() -> words.delegate(item.id(), 1, "officer", "请帮忙", actor(ME)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("to"));
    assertThatThrownBy(() -> words.delegate(item.id(), 1, COLLEAGUE, "", actor(ME)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("words"));
  }

  @Test
  void whenTheItemIsCalledOffNobodyNeedsToAnswer() {
    var item = mine("撤销");
    words.ask(item.id(), 1, Kind.BEFORE, Set.of("officer"), "请看", actor(ME));
    var request = requestOf(item, "officer").id();

    processes.correlate("ERRAND_CALLED_OFF", item.caseId(), Facts.none(), actor("officer"));

    assertThat(items.find(request).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(words.get(request).state()).isEqualTo(State.DROPPED);
  }

  @Test
  void anAnswerAndATakingBackAtOnceHaveOneEffect() throws Exception {
    for (var round = 0; round < 6; round++) {
      var item = mine("同时");
      words.ask(item.id(), 1, Kind.BEFORE, Set.of("officer"), "请看", actor(ME));
      var request = requestOf(item, "officer").id();

      var told = Race.between(() -> words.answer(request, "同意", actor("officer")),
          () -> words.takeBack(request, actor(ME)));

      assertThat(told).singleElement().isInstanceOf(Conflict.class);
      assertThat(now(item).marks().asked()).isZero();
    }
  }

  private WorkItem mine(String title) {
    var item = errands.led("education", title);
    verbs.claim(item.id(), 0, actor(ME));
    return item;
  }

  private WordRequest requestOf(WorkItem item, String account) {
    return words.waiting(item).stream().filter(request -> request.askedOf().equals(account)).findFirst().orElseThrow();
  }

  /** What the case page shows of the words on a case. */
  private String said(WorkItem item, String account) throws Exception {
    return mvc.get().uri("/inbox/cases/{id}/words", item.caseId()).header("HX-Request", "true")
        .with(user(users.loadUserByUsername(account))).exchange().getResponse().getContentAsString();
  }

  private WorkItem now(WorkItem item) {
    return items.find(item.id()).orElseThrow();
  }

  private Actor actor(String account) {
    return errands.actor(account);
  }

  private List<String> acts(WorkItem item) {
    return audit.of(item.caseId()).stream().map(entry -> entry.act()).toList();
  }
}
