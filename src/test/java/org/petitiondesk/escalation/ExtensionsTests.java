package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.escalation.Overdue.at;

import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.escalation.Extension.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;

/** More time for a case: asked for, decided on, told to the petitioner. */
@DeskTest
class ExtensionsTests {

  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private Overdue overdue;
  @Autowired
  private Extensions extensions;
  @Autowired
  private CaseMeasures measures;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Jobs jobs;

  @Test
  void aGrantedExtensionMovesTheDateAndThePetitionerIsToldWithProof() {
    var id = asked(30);

    decide(id, true, "");
    petitions.sendLetters(id);

    assertThat(overdue.handling(id).due().on()).isEqualTo("2026-06-01");
    assertThat(petitions.letter(id, Extensions.LETTER).body()).contains("情况复杂", "30日", "2026年6月1日");
    assertThat(extensions.of(id)).singleElement().satisfies(granted -> {
      assertThat(granted.state()).isEqualTo(State.GRANTED);
      assertThat(granted.answer()).hasValueSatisfying(answer -> assertThat(answer.by()).isEqualTo(LEADER));
      assertThat(granted.toldOn()).contains(petitions.today());
      assertThat(granted.proof()).isPresent();
    });
    assertThat(extensions.possible(id, handler(id))).isEmpty();
    assertThatThrownBy(() -> ask(id, 1, "再延", handler(id))).isInstanceOf(Refused.class);
  }

  @Test
  void aRefusedExtensionNeedsAReasonAndLeavesTheDate() {
    var id = asked(20);

    assertThatThrownBy(() -> decide(id, false, " ")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> decide(id, false, "长".repeat(1001))).isInstanceOf(Refused.class)
        .hasMessageContaining("long-reason");
    decide(id, false, "可以按期办结");

    assertThat(overdue.handling(id).due().on()).isEqualTo("2026-05-06");
    assertThat(extensions.of(id)).singleElement().satisfies(refused -> assertThat(refused.answer())
        .hasValueSatisfying(answer -> assertThat(answer.words()).isEqualTo("可以按期办结")));
    assertThat(extensions.possible(id, handler(id))).isPresent();
  }

  @Test
  void onlyWhoHandlesTheCaseAsksAndNotForMoreThanTheLawAllows() {
    var id = overdue.accepted();
    var handler = handler(id);

    assertThatThrownBy(() -> ask(id, 30, "情况复杂", accounts.actor(LEADER))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> ask(id, 31, "情况复杂", handler)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, 0, "情况复杂", handler)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ask(id, 30, " ", handler)).isInstanceOf(Refused.class);
    assertThat(extensions.of(id)).isEmpty();
  }

  @Test
  void aSecondRequestBesideAnOpenOneIsRefused() {
    var id = asked(30);

    assertThatThrownBy(() -> ask(id, 10, "再要十天", handler(id))).isInstanceOf(Refused.class);
    assertThat(extensions.of(id)).hasSize(1);
  }

  @Test
  void whoAskedDecidesNothingAlsoAfterSomebodyElseHasTakenTheCaseOver() {
    var id = asked(30);
    var asker = handler(id);
    measures.handOver(id, Petitions.LEAD + ".handler2", "休假", accounts.actor(LEADER));

    assertThat(extensions.bar(id, asker)).isPresent();
    assertThat(extensions.bar(id, accounts.actor(LEADER).onBehalfOf(asker))).isPresent();
    assertThat(extensions.bar(id, handler(id))).isPresent();
    assertThat(extensions.bar(id, accounts.actor(LEADER))).isEmpty();
  }

  @Test
  void aRequestThatNobodyDecidesLapsesWithTheDate() {
    var id = asked(30);

    jobs.liveUntil(id, at("2026-05-07", "08:00"));

    assertThat(extensions.of(id)).singleElement()
        .satisfies(lapsed -> assertThat(lapsed.state()).isEqualTo(State.LAPSED));
    assertThat(petitions.items(id)).doesNotContain(EscalationExtension.USER_APPROVE);
    assertThat(extensions.possible(id, handler(id))).isEmpty();
  }

  @Test
  void anAnsweredMatterNeedsNoExtension() {
    var id = asked(30);

    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(extensions.of(id)).singleElement()
        .satisfies(moot -> assertThat(moot.state()).isEqualTo(State.MOOT));
    assertThat(jobs.processes(id)).doesNotContain(EscalationExtension.KEY);
  }

  private CaseId asked(int days) {
    var id = overdue.accepted();
    jobs.liveUntil(id, at("2026-04-28", "10:00"));
    ask(id, days, "情况复杂，需要第三方鉴定", handler(id));
    return id;
  }

  private void ask(CaseId id, int days, String reason, Actor actor) {
    extensions.ask(id, days, reason, actor);
  }

  private void decide(CaseId id, boolean approved, String words) {
    extensions.decide(id, petitions.item(id, EscalationExtension.USER_APPROVE), approved, words,
        accounts.actor(LEADER));
  }

  private Actor handler(CaseId id) {
    return petitions.handler(id);
  }
}
