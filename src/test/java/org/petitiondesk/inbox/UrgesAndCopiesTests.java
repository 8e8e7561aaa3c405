package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reminders and copies: no right and no work comes with them. */
@DeskTest
class UrgesAndCopiesTests {

  Errands errands;
  @Autowired
  CaseFiles cases;
  @Autowired
  Urges urges;
  @Autowired
  Copies copies;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkItems items;
  @Autowired
  AuditTrail audit;
  @Autowired
  MovableClock clock;
  @Autowired
  MockMvcTester mvc;
  @Autowired
  UserDetailsService users;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void aReminderIsCountedAndTwoADayAreEnough() {
    var item = errands.open("education", "催一催");
    var leader = actor("education.leader");

    urges.urge(item.id(), 0, "请抓紧", FormToken.fresh(), leader);
    urges.urge(item.id(), 0, "", FormToken.fresh(), leader);

    var urged = items.find(item.id()).orElseThrow();
    assertThat(urged.marks().urged()).isEqualTo(2);
    assertThat(urged.marks().urgedAt()).isPresent();
    assertThat(urged.version()).as("it has not changed hands").isZero();
    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", FormToken.fresh(), leader)).isInstanceOfSatisfying(
        Refused.class,
        refused -> assertThat(refused.arguments()).containsExactly(2));
    urges.urge(item.id(), 0, "", FormToken.fresh(), actor("officer"));
    clock.forward(Duration.ofDays(1));
    urges.urge(item.id(), 0, "", FormToken.fresh(), leader);
    assertThat(acts(item)).filteredOn("item.urged"::equals).hasSize(4);
  }

  @Test
  void whoHasTheWorkOrHasNothingToDoWithItRemindsNobody() {
    var item = errands.open("education", "谁能催");

    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", FormToken.fresh(), actor("education.handler")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", FormToken.fresh(), actor("health.leader")))
        .isInstanceOf(NotFound.class);
    assertThat(items.find(item.id()).orElseThrow().marks().urged()).isZero();
  }

  @Test
  void aCopyGoesOnlyToThoseWhoMaySeeTheCase() {
    var item = errands.led("education", "抄送");
    verbs.claim(item.id(), 0, actor("education.handler"));

    assertThatThrownBy(
        () -> copies.send(item.id(), 1, Set.of("officer", "health.handler"), "", FormToken.fresh(),
            actor("education.handler")))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("inbox.refused.not-an-insider"));
    assertThat(acts(item)).doesNotContain("item.copied");
    copies.send(item.id(), 1, Set.of("officer", "education.leader"), "供参考", FormToken.fresh(),
        actor("education.handler"));
    assertThat(acts(item)).filteredOn("item.copied"::equals).hasSize(2);
  }

  @Test
  void aReportIsCopiedToNobodyWhoIsNotNamedOnIt() {
    var report = errands.report("education", "检举某人");
    cases.grant(report.caseId(), "education.handler", Actor.SYSTEM);

    assertThat(verbs.insiders(report, actor("education.handler"))).extracting(account -> account.id())
        .doesNotContain("education.leader", "education.handler2", "officer2");
    assertThatThrownBy(
        () -> copies.send(report.id(), 0, Set.of("education.leader"), "", FormToken.fresh(),
            actor("education.handler")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theSameFormSentTwiceHasOneEffect() throws Exception {
    var item = errands.led("education", "重复发送");
    verbs.claim(item.id(), 0, actor("education.handler"));
    var form = FormToken.fresh();

    assertThat(Race.between(() -> copies.send(item.id(), 1, Set.of("officer"), "", form, actor("education.handler")),
        () -> copies.send(item.id(), 1, Set.of("officer"), "", form, actor("education.handler")))).isEmpty();
    assertThat(Race.between(() -> urges.urge(item.id(), 1, "请抓紧", form, actor("education.leader")),
        () -> urges.urge(item.id(), 1, "请抓紧", form, actor("education.leader")))).isEmpty();

    assertThat(acts(item)).containsOnlyOnce("item.copied", "item.urged");
    assertThat(items.find(item.id()).orElseThrow().marks().urged()).isEqualTo(1);
    urges.urge(item.id(), 1, "请抓紧", form, actor("officer"));
    assertThat(items.find(item.id()).orElseThrow().marks().urged()).as("another person's form").isEqualTo(2);
  }

  @Test
  void theLastWordsOfAReminderAreShownToWhoeverHasTheItem() {
    var item = errands.open("education", "催办的话");
    urges.urge(item.id(), 0, "请本周内答复", FormToken.fresh(), actor("education.leader"));
    clock.forward(Duration.ofMinutes(1));
    urges.urge(item.id(), 0, "群众又来电了", FormToken.fresh(), actor("officer"));
    clock.forward(Duration.ofMinutes(1));
    urges.urge(item.id(), 0, "", FormToken.fresh(), actor("officer"));

    assertThat(mvc.get().uri("/inbox?q=" + item.caseCode()).with(user(users.loadUserByUsername("education.handler"))))
        .bodyText().contains(actor("officer").name() + " 催办：群众又来电了", "已催办 3 次").doesNotContain("请本周内答复");
    assertThat(mvc.get().uri("/inbox?tab=all&q=" + item.caseCode())
        .with(user(users.loadUserByUsername("education.leader")))).bodyText().contains("已催办 3 次")
        .doesNotContain("群众又来电了");
  }

  private Actor actor(String account) {
    return errands.actor(account);
  }

  private List<String> acts(WorkItem item) {
    return audit.of(item.caseId()).stream().map(entry -> entry.act()).toList();
  }
}
