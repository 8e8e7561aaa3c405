package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Reminders and copies: no right and no work comes with them. */
@DeskTest
class UrgesAndCopiesTests {

  Errands errands;
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

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void aReminderIsCountedAndTwoADayAreEnough() {
    var item = errands.open("education", "催一催");
    var leader = actor("education.leader");

    urges.urge(item.id(), 0, "请抓紧", leader);
    urges.urge(item.id(), 0, "", leader);

    var urged = items.find(item.id()).orElseThrow();
    assertThat(urged.marks().urged()).isEqualTo(2);
    assertThat(urged.marks().urgedAt()).isPresent();
    assertThat(urged.version()).as("it has not changed hands").isZero();
    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", leader)).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.arguments()).containsExactly(2));
    urges.urge(item.id(), 0, "", actor("officer"));
    clock.forward(Duration.ofDays(1));
    urges.urge(item.id(), 0, "", leader);
    assertThat(acts(item)).filteredOn("item.urged"::equals).hasSize(4);
  }

  @Test
  void whoHasTheWorkOrHasNothingToDoWithItRemindsNobody() {
    var item = errands.open("education", "谁能催");

    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", actor("education.handler"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> urges.urge(item.id(), 0, "", actor("health.leader"))).isInstanceOf(NotFound.class);
    assertThat(items.find(item.id()).orElseThrow().marks().urged()).isZero();
  }

  @Test
  void aCopyGoesOnlyToThoseWhoMaySeeTheCase() {
    var item = errands.led("education", "抄送");
    verbs.claim(item.id(), 0, actor("education.handler"));

    assertThatThrownBy(
        () -> copies.send(item.id(), 1, Set.of("officer", "health.handler"), "", actor("education.handler")))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("inbox.refused.not-an-insider"));
    assertThat(acts(item)).doesNotContain("item.copied");
    copies.send(item.id(), 1, Set.of("officer", "education.leader"), "供参考", actor("education.handler"));
    assertThat(acts(item)).filteredOn("item.copied"::equals).hasSize(2);
  }

  @Test
  void aReportIsCopiedToNobodyWhoIsNotNamedOnIt() {
    var report = errands.report("education", "检举某人");

    assertThat(verbs.insiders(report, actor("education.handler"))).extracting(account -> account.id())
        .doesNotContain("education.leader", "education.handler2", "officer2");
    assertThatThrownBy(
        () -> copies.send(report.id(), 0, Set.of("education.leader"), "", actor("education.handler")))
        .isInstanceOf(Refused.class);
  }

  private Actor actor(String account) {
    return errands.actor(account);
  }

  private List<String> acts(WorkItem item) {
    return audit.of(item.caseId()).stream().map(entry -> entry.act()).toList();
  }
}
