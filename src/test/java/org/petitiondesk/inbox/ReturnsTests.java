package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LedgerEntry;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.Recusals;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.TimelineWords;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Returning and taking back on the real models: across calls, parallel branches and a multi-instance. Each test ends by
 * looking at what is open: no case without an item, no branch left behind.
 */
@DeskTest
class ReturnsTests {

  private static final int ROUNDS = 6;

  Petitions petitions;
  Soundness soundness;
  @Autowired
  Returns returns;
  @Autowired
  Recusals recusals;
  @Autowired
  Words words;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkItems items;
  @Autowired
  CaseFiles cases;
  @Autowired
  Clocks clocks;
  @Autowired
  Accounts accounts;
  @Autowired
  AuditTrail audit;
  @Autowired
  Drafts drafts;
  @Autowired
  TimelineWords timeline;
  @Autowired
  MessageSource messages;
  @Autowired
  MovableClock clock;
  private final Set<CaseId> over = new HashSet<>();

  @BeforeEach
  void petitions(@Autowired AutowireCapableBeanFactory beans) {
    petitions = beans.createBean(Petitions.class);
    soundness = beans.createBean(Soundness.class);
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @AfterEach
  void noCaseIsLeftWithoutAnOpenItem() {
    soundness.check(over);
  }

  @Test
  void theLeaderReturnsAReplyToTheInvestigation() {
    var id = soundness.watch(petitions.drafted());
    var approval = open(id, "user_approve_reply");
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REPLYING);

    sendBack(approval, "user_handle", "证据不足，请再到现场", petitions.leader(id));

    assertThat(petitions.items(id)).containsExactly("user_handle");
    var again = open(id, "user_handle");
    assertThat(again.assignee()).contains(petitions.handler(id).id());
    assertThat(again.marks().handed())
        .contains(new Handing(petitions.leader(id).id(), Handing.How.RETURNED, "证据不足，请再到现场"));
    assertThat(items.find(approval.id()).orElseThrow().state()).isEqualTo(ItemState.DONE);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
    assertThat(acts(id)).contains("item.returned");
    petitions.reply(id, Outcome.SUPPORTED);
    delivered(id);
  }

  @Test
  void oneContributionIsReturnedAndTheOthersStay() {
    var id = shared("police", "health");
    petitions.investigate(id);
    petitions.contribute(id, "police");
    petitions.contribute(id, "health");
    var draft = open(id, "user_draft_reply");
    assertThat(steps(draft)).extracting(step -> step.kind() + "@" + step.unit())
        .containsExactly("user_contribute@health", "user_contribute@police", "user_handle@environment");
    var health = steps(draft).get(0);

    returns.sendBack(draft.id(), draft.version(), health.id(), "请补充检测结果", petitions.handler(id));

    assertThat(petitions.items(id)).containsExactly("user_contribute");
    assertThat(open(id, "user_contribute").group()).isEqualTo("handler@health");
    assertThat(open(id, "user_contribute").assignee()).contains("health.handler");
    petitions.contribute(id, "health");
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.sendLetters(id);
    delivered(id);
  }

  @Test
  void theInvestigationIsReturnedToAndTheContributionsStay() {
    var id = shared("police");
    petitions.investigate(id);
    petitions.contribute(id, "police");

    sendBack(open(id, "user_draft_reply"), "user_handle", "还差一份笔录", petitions.handler(id));

    assertThat(petitions.items(id)).containsExactly("user_handle");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void theOfficeTakesWhatAUnitObjectsToBackToScreeningAndTheUnitCanNot() {
    var id = soundness.watch(petitions.screened());
    assertThat(returns.targets(open(id, "user_accept"))).isEmpty();
    petitions.object(id, "不属于信访事项");

    sendBack(open(id, "user_decide_objection"), "user_screen", "同意，重新甄别", petitions.officer());

    assertThat(petitions.items(id)).containsExactly("user_screen");
    assertThat(open(id, "user_screen").assignee()).contains("officer");
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(clocks.of(id)).filteredOn(clock -> clock.running()).isNotEmpty()
        .allMatch(clock -> clock.unit().equals("xfj"));
    assertThatThrownBy(() -> petitions.screen(id, Screenings.accept(Petitions.LEAD)))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("petition.refused.objection.objector"));
    petitions.screen(id, Screenings.accept("health"));
    assertThat(cases.get(id).leadUnit()).contains("health");
    assertThat(clocks.of(id)).filteredOn(clock -> clock.running()).allMatch(clock -> clock.unit().equals("health"));
    petitions.accept(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
  }

  @Test
  void nothingIsReturnedWhereTheModelDoesNotSaySo() {
    var id = soundness.watch(petitions.registered());
    var screening = open(id, "user_screen");

    assertThat(returns.targets(screening)).isEmpty();
    assertThatThrownBy(() -> returns.sendBack(screening.id(), screening.version(), "x", "退回", petitions.officer()))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aReturnNeedsAReasonAndAStepThatWasPassed() {
    var id = soundness.watch(petitions.drafted());
    var approval = open(id, "user_approve_reply");
    var target = steps(approval).get(0).id();

    assertThatThrownBy(() -> returns.sendBack(approval.id(), approval.version(), target, " ", petitions.leader(id)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("words"));
    assertThatThrownBy(
        () -> returns.sendBack(approval.id(), approval.version(), approval.id(), "退回", petitions.leader(id)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("choice"));
    assertThat(petitions.items(id)).containsExactly("user_approve_reply");
  }

  @Test
  void whoeverWasAskedForAWordNeedNotAnswerWhenTheItemIsReturned() {
    var id = soundness.watch(petitions.drafted());
    var approval = open(id, "user_approve_reply");
    words.ask(approval.id(), approval.version(), WordRequest.Kind.BEFORE, Set.of("officer"), "是否妥当？",
        petitions.leader(id));
    var request = words.waiting(approval).get(0);

    sendBack(approval, "user_handle", "先补证据", petitions.leader(id));

    assertThat(items.find(request.id()).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
  }

  @Test
  void whatNobodyHasTouchedIsTakenBack() {
    var id = soundness.watch(petitions.screened());
    var screening = done(id, "user_screen");
    var sent = open(id, "user_accept");

    returns.withdraw(screening.id(), petitions.officer());

    assertThat(petitions.items(id)).containsExactly("user_screen");
    assertThat(open(id, "user_screen").assignee()).contains("officer");
    assertThat(items.find(sent.id()).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(acts(id)).contains("item.withdrawn", "item.cancelled");
    assertThatThrownBy(() -> returns.withdraw(screening.id(), petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.key()).isEqualTo("inbox.conflict.taken-back"));
    petitions.screen(id, Screenings.accept(Petitions.LEAD));
    assertThat(petitions.items(id)).containsExactly("user_accept");
  }

  @Test
  void whatTheDeskHasHandedOnBecauseSomebodyIsKeptOutIsTakenBack() {
    var id = soundness.watch(petitions.registered());
    for (var handler : accounts.inUnit(Petitions.LEAD, Role.HANDLER)) {
      recusals.decide(recusals.ask(id, handler.id(), "参与过原来的处理", petitions.officer()), true, "应当回避",
          accounts.actor("office.leader"));
    }
    petitions.screen(id, Screenings.accept(Petitions.LEAD));
    assertThat(open(id, "user_accept").assignee()).isPresent();
    var screening = done(id, "user_screen");
    assertThat(returns.withdrawable(List.of(screening), petitions.officer())).containsExactly(screening.id());

    returns.withdraw(screening.id(), petitions.officer());

    assertThat(petitions.items(id)).containsExactly("user_screen");
  }

  @Test
  void whatSomebodyHasClaimedIsNotTakenBack() {
    var id = soundness.watch(petitions.screened());
    var sent = open(id, "user_accept");
    verbs.claim(sent.id(), sent.version(), petitions.handler(id));

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_screen").id(), petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.arguments()).contains(petitions.handler(id).name()));
    assertThat(petitions.items(id)).containsExactly("user_accept");
  }

  @Test
  void whatWentOutAsALetterIsNotTakenBack() {
    var id = soundness.watch(petitions.accepted());

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_accept").id(), petitions.handler(id)))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.key()).isEqualTo("inbox.refused.legal-effect");
          assertThat(said(refused)).startsWith("“受理并告知”");
        });
    assertThat(petitions.items(id)).containsExactly("user_handle");
  }

  @Test
  void onlyWhoSentItTakesItBack() {
    var id = soundness.watch(petitions.screened());

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_screen").id(), accounts.actor("officer2")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> returns.withdraw(open(id, "user_accept").id(), petitions.handler(id)))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void theDraftIsTakenBackFromTheLeader() {
    var id = soundness.watch(petitions.drafted());

    returns.withdraw(done(id, "user_draft_reply").id(), petitions.handler(id));

    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.sendLetters(id);
    delivered(id);
  }

  @Test
  void theInvestigationIsTakenBackAcrossTheCallOfTheReply() {
    var id = shared("police");
    petitions.contribute(id, "police");
    petitions.investigate(id);

    returns.withdraw(done(id, "user_handle").id(), petitions.handler(id));

    assertThat(petitions.items(id)).containsExactly("user_handle");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void aBranchThatWaitsForTheOthersIsTakenBack() {
    var id = shared("police", "health");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_contribute", "user_contribute");

    returns.withdraw(done(id, "user_handle").id(), petitions.handler(id));

    assertThat(petitions.items(id)).containsExactly("user_contribute", "user_contribute", "user_handle");
    assertThatThrownBy(() -> returns.withdraw(done(id, "user_handle").id(), petitions.handler(id)))
        .isInstanceOf(Conflict.class);
    petitions.contribute(id, "police");
    petitions.contribute(id, "health");
    assertThat(petitions.items(id)).containsExactly("user_handle");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void aContributionIsTakenBackWhileOtherUnitsStillWriteTheirs() {
    var id = shared("police", "health");
    petitions.contribute(id, "police");

    returns.withdraw(done(id, "user_contribute").id(), accounts.actor("police.handler"));

    assertThat(petitions.items(id)).containsExactly("user_contribute", "user_contribute", "user_handle");
    assertThatThrownBy(
        () -> returns.withdraw(done(id, "user_contribute").id(), accounts.actor("police.handler")))
        .isInstanceOf(Conflict.class);
    petitions.contribute(id, "health");
    petitions.contribute(id, "police");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void theLastContributionIsTakenBackWhileTheLeadUnitStillHandles() {
    var id = shared("police");
    petitions.contribute(id, "police");
    assertThat(petitions.items(id)).containsExactly("user_handle");

    returns.withdraw(done(id, "user_contribute").id(), accounts.actor("police.handler"));

    assertThat(petitions.items(id)).containsExactly("user_contribute", "user_handle");
    petitions.investigate(id);
    assertThat(petitions.items(id)).containsExactly("user_contribute");
    petitions.contribute(id, "police");
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void returningAndFinishingAtOnceHaveOneEffect() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var id = soundness.watch(petitions.drafted());
      var approval = open(id, "user_approve_reply");
      var target = steps(approval).get(0).id();

      var told = Race.between(
          () -> returns.sendBack(approval.id(), approval.version(), target, "退回", petitions.leader(id)),
          () -> petitions.returnDraft(id, "改一改"));

      assertThat(told).hasSize(1);
      assertThat(petitions.items(id)).hasSize(1);
      assertThat(items.find(approval.id()).orElseThrow().state()).isEqualTo(ItemState.DONE);
    }
  }

  @Test
  void takingBackAndFinishingAtOnceHaveOneEffect() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var id = soundness.watch(petitions.drafted());
      var draft = done(id, "user_draft_reply");

      var told = Race.between(() -> returns.withdraw(draft.id(), petitions.handler(id)),
          () -> petitions.returnDraft(id, "改一改"));

      assertThat(told).hasSize(1);
      assertThat(petitions.items(id)).containsExactly("user_draft_reply");
    }
  }

  @Test
  void takingBackAndClaimingAtOnceHaveOneEffect() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var id = soundness.watch(petitions.screened());
      var sent = open(id, "user_accept");

      var told = Race.between(() -> returns.withdraw(done(id, "user_screen").id(), petitions.officer()),
          () -> verbs.claim(sent.id(), sent.version(), petitions.handler(id)));

      assertThat(told).hasSize(1);
      assertThat(petitions.items(id)).hasSize(1);
    }
  }

  @Test
  void nobodyReturnsToBeforeTheAcceptanceAndIsToldWhy() {
    var id = shared("police");
    var handling = open(id, "user_handle");
    var contribution = open(id, "user_contribute");

    assertThat(returns.targets(handling)).singleElement().satisfies(target -> {
      assertThat(target.step().kind()).isEqualTo("user_screen");
      assertThat(target.isOpen()).isFalse();
    });
    assertThatThrownBy(() -> sendBack(handling, "user_screen", "不属于本单位", petitions.handler(id)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(said(refused))
            .isEqualTo("“受理并告知”已经办完并产生效力，不能退回或者撤回到它之前。"));
    assertThatThrownBy(() -> sendBack(contribution, "user_screen", "不属于本单位", accounts.actor("police.handler")))
        .isInstanceOf(Refused.class);
    assertThat(petitions.items(id)).containsExactly("user_contribute", "user_handle");
  }

  @Test
  void aLeadersDecisionIsNotTakenBack() {
    var id = soundness.watch(petitions.drafted());
    var approval = open(id, "user_approve_reply");
    petitions.returnDraft(id, "改一改");

    assertThat(returns.withdrawable(List.of(items.find(approval.id()).orElseThrow()), petitions.leader(id))).isEmpty();
    assertThatThrownBy(() -> returns.withdraw(approval.id(), petitions.leader(id)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(said(refused)).isEqualTo("“审批答复”办结之后不能撤回。"));
    assertThat(petitions.items(id)).containsExactly("user_draft_reply");
  }

  @Test
  void whatWasAskedOfThePetitionerIsNotTakenBack() {
    var id = soundness.watch(petitions.registered());
    petitions.screen(id, Screenings.supplement("请补充时间。"));

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_screen").id(), petitions.officer()))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(said(refused)).contains("要求补充"));
    assertThat(petitions.items(id)).containsExactly("user_record_supplement");
  }

  @Test
  void goingBackMovesNoLegalDateAndNoLetterNumber() {
    var id = soundness.watch(petitions.drafted());
    var dates = dates(id);
    var letters = petitions.letters(id);
    clock.forward(Duration.ofDays(3));

    sendBack(open(id, "user_approve_reply"), "user_handle", "证据不足", petitions.leader(id));
    petitions.investigate(id);
    returns.withdraw(done(id, "user_handle").id(), petitions.handler(id));

    assertThat(dates(id)).isEqualTo(dates);
    assertThat(petitions.letters(id)).isEqualTo(letters);
    assertThat(open(id, "user_handle").standing().dueOn()).isEqualTo(clocks.nextDue(id));
  }

  @Test
  void theOfficeHasTheClocksAgainAndTheLedgerSaysSo() {
    var id = soundness.watch(petitions.screened());
    var dates = dates(id);

    returns.withdraw(done(id, "user_screen").id(), petitions.officer());

    assertThat(dates(id)).isEqualTo(dates);
    assertThat(clocks.of(id)).filteredOn(state -> state.running()).isNotEmpty().allSatisfy(state -> {
      assertThat(state.unit()).isEqualTo("xfj");
      assertThat(clocks.story(id, state.id()).ledger()).extracting(line -> line.entry().kind())
          .endsWith(LedgerEntry.Kind.HAND_OVER);
    });
  }

  @Test
  void aSecondScreeningMayChooseTheSimpleTrackAndItsTermRunsFromTheFirst() {
    var id = soundness.watch(petitions.screened());
    var assigned = petitions.today();
    clock.forward(Duration.ofDays(2));
    returns.withdraw(done(id, "user_screen").id(), petitions.officer());

    petitions.screen(id, Screenings.accept(Petitions.LEAD).simple());

    assertThat(clocks.of(id)).filteredOn(state -> state.kind().equals("simple_acceptance")).singleElement()
        .satisfies(state -> assertThat(state.startedOn()).isEqualTo(assigned));

    returns.withdraw(done(id, "user_screen").id(), petitions.officer());
    petitions.screen(id, Screenings.accept(Petitions.LEAD));
    assertThat(clocks.of(id)).filteredOn(state -> state.kind().equals("simple_acceptance"))
        .noneMatch(state -> state.running());
  }

  @Test
  void whatSomebodyHasBegunToFillInIsNotTakenBack() {
    var id = soundness.watch(petitions.screened());
    var sent = open(id, "user_accept");
    drafts.save(sent.id(), new SaveDraft(Map.of("leader", List.of("environment.leader")), "one", Optional.empty()),
        petitions.handler(id));

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_screen").id(), petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class, conflict -> {
          assertThat(conflict.key()).isEqualTo("inbox.conflict.taken-up");
          assertThat(conflict.arguments()).containsExactly(petitions.handler(id).name());
        });
  }

  @Test
  void whoHasBegunTheNextStepIsToldToDropItFirst() {
    var id = soundness.watch(petitions.accepted());
    petitions.investigate(id);
    var draft = open(id, "user_draft_reply");
    drafts.save(draft.id(), new SaveDraft(Map.of("remedy", List.of("如不服")), "one", Optional.empty()),
        petitions.handler(id));
    var handling = done(id, "user_handle").id();

    assertThatThrownBy(() -> returns.withdraw(handling, petitions.handler(id))).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(said(refused)).contains("拟写答复"));
    drafts.discard(draft.id(), petitions.handler(id));
    returns.withdraw(handling, petitions.handler(id));
    assertThat(petitions.items(id)).containsExactly("user_handle");
  }

  @Test
  void whatWasHandledIsNotTakenBackAndTheSenderLearnsByWhomAndWhen() {
    var id = soundness.watch(petitions.screened());
    petitions.object(id, "不在管辖范围");

    assertThatThrownBy(() -> returns.withdraw(done(id, "user_screen").id(), petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class, conflict -> {
          assertThat(conflict.key()).isEqualTo("inbox.conflict.acted-on");
          assertThat(conflict.arguments().get(0)).isEqualTo(petitions.handler(id).name());
        });
    assertThat(petitions.items(id)).containsExactly("user_decide_objection");
  }

  @Test
  void theUnitTakesBackThatItIsNotTheirsAndTheOfficeTakesBackTheNextUnit() {
    var id = soundness.watch(petitions.screened());
    petitions.object(id, "不在管辖范围");
    returns.withdraw(done(id, "user_accept").id(), petitions.handler(id));
    assertThat(petitions.items(id)).containsExactly("user_accept");
    assertThat(clocks.of(id)).filteredOn(state -> state.running()).extracting(state -> state.kind())
        .contains("objection").doesNotContain("objection_decision");

    petitions.sendBack(id, "还是不在管辖范围");
    petitions.reassign(id, "health");
    returns.withdraw(done(id, "user_reassign").id(), petitions.officer());

    assertThat(petitions.items(id)).containsExactly("user_reassign");
    assertThat(clocks.of(id)).filteredOn(state -> state.running()).isNotEmpty()
        .allMatch(state -> state.unit().equals("xfj"));
    petitions.reassign(id, "police");
    petitions.accept(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.HANDLING);
  }

  @Test
  void aStalePageAndASecondClickReturnNothing() {
    var id = soundness.watch(petitions.screened());
    petitions.object(id, "不在管辖范围");
    var seen = open(id, "user_decide_objection");
    verbs.claim(seen.id(), seen.version(), petitions.officer());
    var target = steps(seen).get(0).id();

    assertThatThrownBy(() -> returns.sendBack(seen.id(), seen.version(), target, "退回", petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.key()).isEqualTo("inbox.conflict.changed"));
    assertThat(petitions.items(id)).containsExactly("user_decide_objection");

    returns.sendBack(seen.id(), seen.version() + 1, target, "退回", petitions.officer());
    assertThatThrownBy(() -> returns.sendBack(seen.id(), seen.version() + 1, target, "退回", petitions.officer()))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.arguments()).contains(petitions.officer().name()));
    assertThat(petitions.items(id)).containsExactly("user_screen");
  }

  @Test
  void theTimelineTellsWhoReturnedWhatToWhichStepAndWhy() {
    var id = soundness.watch(petitions.drafted());
    sendBack(open(id, "user_approve_reply"), "user_handle", "证据不足", petitions.leader(id));

    var entry = audit.of(id).stream().filter(act -> act.act().equals("item.returned")).findFirst().orElseThrow();
    assertThat(entry.actorId()).isEqualTo(petitions.leader(id).id());
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(timeline.lines(entry)).extracting(line -> line.name() + " " + line.value())
        .containsExactlyInAnyOrder("工作 审批答复", "退回到 调查办理", "理由 证据不足");
  }

  @Test
  void whatCanBeTakenBackSaysSoInTheListOfWhatIsDone() {
    var id = soundness.watch(petitions.screened());
    var screening = done(id, "user_screen");
    assertThat(returns.withdrawable(List.of(screening), petitions.officer())).containsExactly(screening.id());
    assertThat(returns.withdrawable(List.of(screening), accounts.actor("officer2"))).isEmpty();

    verbs.claim(open(id, "user_accept").id(), 0, petitions.handler(id));

    assertThat(returns.withdrawable(List.of(screening), petitions.officer())).isEmpty();
  }

  private String said(Refused refused) {
    return messages.getMessage(refused.key(), refused.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
  }

  /** When each clock of the case ends. */
  private Map<String, LocalDate> dates(CaseId id) {
    return clocks.of(id).stream().collect(Collectors.toMap(ClockState::kind, state -> state.due().on()));
  }

  private CaseId shared(String... coUnits) {
    var id = soundness.watch(petitions.registered());
    petitions.screen(id, Screenings.accept(Petitions.LEAD, coUnits));
    petitions.accept(id);
    return id;
  }

  private void sendBack(WorkItem item, String to, String reason, Actor actor) {
    var target = steps(item).stream().filter(step -> step.kind().equals(to)).findFirst().orElseThrow();
    returns.sendBack(item.id(), item.version(), target.id(), reason, actor);
  }

  private List<WorkItem> steps(WorkItem item) {
    return returns.targets(item).stream().map(Returns.Target::step).toList();
  }

  /** The reply has arrived: nobody in the house has anything open. */
  private void delivered(CaseId id) {
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    over.add(id);
  }

  private WorkItem open(CaseId id, String key) {
    return items.find(petitions.item(id, key)).orElseThrow();
  }

  private WorkItem done(CaseId id, String key) {
    return items.passed(id, Set.of(key)).get(0);
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(entry -> entry.act()).toList();
  }
}
