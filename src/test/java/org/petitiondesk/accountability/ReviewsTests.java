package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.accountability.ReviewedCases.CHAIR;
import static org.petitiondesk.accountability.ReviewedCases.OTHER_REVIEWER;
import static org.petitiondesk.accountability.ReviewedCases.REVIEWER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.accountability.ReviewTrack.Phase;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.engine.NotYourTask;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.escalation.LooseEnds;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.kernel.CaseRestart;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.petitiondesk.petition.PetitionRecusal;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.RecusalService;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;

/** The review from its opening to its signature, and whatever people try in between. */
@DeskTest
class ReviewsTests {

  @Autowired
  private ReviewedCases reviewed;
  @Autowired
  private Reviews reviews;
  @Autowired
  private ReviewService service;
  @Autowired
  private ReviewTable table;
  @Autowired
  private Petitions petitions;
  @Autowired
  private PetitionerService petitioners;
  @Autowired
  private RecusalService recusals;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Documents documents;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private CaseRestart restart;
  @Autowired
  private Reconcile reconcile;
  @Autowired
  private LooseEnds looseEnds;
  @Autowired
  private SupervisedCases supervised;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Units units;

  @Test
  void aReasonOpensAReviewWhenTheTableSaysSoAndEveryReasonIsKept() {
    var id = petitions.accepted();

    assertThat(reviews.propose(id, Trigger.OVERDUE, "超期 3 天", Actor.SYSTEM)).isFalse();
    assertThat(reviews.isOpen(id)).isFalse();
    assertThat(reviews.propose(id, Trigger.OVERDUE, "再次超期", Actor.SYSTEM)).isTrue();
    assertThat(reviews.propose(id, Trigger.UNSATISFIED, "不满意", Actor.PUBLIC)).isTrue();

    assertThat(reviews.of(id, actor("officer"))).singleElement().satisfies(review -> {
      assertThat(review.trigger()).isEqualTo(Trigger.OVERDUE);
      assertThat(review.unit()).isEqualTo("environment");
      assertThat(review.desk()).isEqualTo("leader@xfj");
      assertThat(review.rule()).isEqualTo("同一事项再次超过法定期限");
      assertThat(review.notice().body()).contains("再次超期");
      assertThat(review.number()).contains("审〔");
    });
    assertThat(acts(id)).containsSubsequence("review.proposed", "review.proposed", "review.opened", "review.proposed");
  }

  @Test
  void aLeaderOpensOneForAReasonAndNeverForTheOwnUnit() {
    var id = petitions.accepted();

    assertThat(reviews.mayOpen(id, actor("office.leader"))).isTrue();
    assertThat(reviews.mayOpen(id, actor("environment.leader"))).isFalse();
    assertThat(reviews.mayOpen(id, actor("officer"))).isFalse();
    assertThatThrownBy(() -> reviews.open(id, " ", actor("office.leader"))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> reviews.open(id, "拖延", actor("environment.leader"))).isInstanceOf(Forbidden.class);

    reviews.open(id, "拖延", actor("office.leader"));

    assertThatThrownBy(() -> reviews.open(id, "再来", actor("office.leader"))).isInstanceOf(Conflict.class);
    assertThat(reviews.mayOpen(id, actor("office.leader"))).isFalse();
  }

  @Test
  void twoReasonsAtOnceOpenOneReview() throws Exception {
    var id = petitions.accepted();

    Race.between(() -> reviews.propose(id, Trigger.MAJOR, "重大", Actor.SYSTEM),
        () -> reviews.propose(id, Trigger.GROUP, "集体", Actor.SYSTEM));

    assertThat(reviews.of(id, actor("officer"))).hasSize(1);
  }

  @Test
  void aClosedCaseIsFiledWhenTheChairHasSignedAndNotBefore() {
    var review = reviewed.named();
    var id = review.caseId();
    cases.close(id, ClosingState.WITHDRAWN, actor("officer"));
    assertThat(cases.get(id).isHeld()).isTrue();
    assertThat(cases.holds(cases.get(id))).singleElement()
        .satisfies(hold -> assertThat(hold.page()).isEqualTo("/reviews/" + review.id()));

    for (var track : Track.values()) {
      reviewed.claim(review, track);
      assertThat(cases.file(id, actor("admin"))).isFalse();
      reviewed.pass(review, track);
    }
    assertThat(cases.get(id).isHeld()).isTrue();
    reviewed.sign(review);

    assertThat(cases.get(id).filed()).isTrue();
    assertThat(reviews.isOpen(id)).isFalse();
    assertThat(acts(id)).containsSubsequence("case.closed", "review.passed", "review.signed", "case.filed");
  }

  @Test
  void aFiledCaseIsTakenOutAgainWhenItIsReviewed() {
    var id = petitions.accepted();
    cases.close(id, ClosingState.EXPLAINED, actor("officer"));
    assertThat(cases.get(id).filed()).isTrue();

    reviewed.opened(id);

    assertThat(cases.get(id).isHeld()).isTrue();
  }

  @Test
  void whatIsNotLetGoIsClaimedAgainAndEveryVerdictIsARowOfItsOwn() {
    var review = reviewed.named();
    for (var track : Track.values()) {
      reviewed.claim(review, track);
      reviewed.sendBack(review, track, "说得不够清楚");
      reviewed.claim(review, track);
      reviewed.pass(review, track);
    }

    assertThat(table.steps(review.id())).filteredOn(step -> step.track().equals(Optional.of(Track.CAUSE)))
        .extracting(ReviewStep::kind).containsExactly(ReviewStep.Kind.CLAIMED, ReviewStep.Kind.SENT_BACK,
            ReviewStep.Kind.CLAIMED, ReviewStep.Kind.PASSED);
    assertThat(reviews.get(review.id(), actor("officer")).state()).isEqualTo(ReviewState.SIGNING);

    service.reopen(reviewed.item(review, AccountabilityReview.USER_SIGN), Track.LESSON, "没有通报到街道",
        reviewed.today(), actor(CHAIR));
    assertThat(phases(review)).containsExactly(Phase.PASSED, Phase.PASSED, Phase.PASSED, Phase.CLAIM);
    reviewed.claim(review, Track.LESSON);
    reviewed.pass(review, Track.LESSON);
    reviewed.sign(review);
    assertThat(table.steps(review.id())).filteredOn(step -> step.track().equals(Optional.of(Track.LESSON)))
        .extracting(ReviewStep::kind).endsWith(ReviewStep.Kind.PASSED, ReviewStep.Kind.REOPENED,
            ReviewStep.Kind.CLAIMED, ReviewStep.Kind.PASSED);
  }

  @Test
  void aFailedReturnVisitOpensOneTrackOfASignedReviewAgain() {
    var review = reviewed.signed();
    cases.close(review.caseId(), ClosingState.EXPLAINED, actor("officer"));
    assertThat(cases.get(review.caseId()).filed()).isTrue();

    reviews.reopen(review.id(), Track.RECTIFICATION, "回头看：油烟仍然直排", Actor.SYSTEM);

    assertThat(cases.get(review.caseId()).isHeld()).isTrue();
    assertThat(phases(review)).containsExactly(Phase.PASSED, Phase.CLAIM, Phase.PASSED, Phase.PASSED);
    assertThatThrownBy(() -> reviews.reopen(review.id(), Track.RECTIFICATION, "再来", Actor.SYSTEM))
        .isInstanceOf(Conflict.class);
    reviewed.claim(review, Track.RECTIFICATION);
    reviewed.pass(review, Track.RECTIFICATION);
    reviews.reopen(review.id(), Track.LESSON, "教训没有传达", Actor.SYSTEM);
    assertThat(reviewed.find(review, AccountabilityReview.USER_SIGN, Optional.empty())).isEmpty();
    reviewed.claim(review, Track.LESSON);
    reviewed.pass(review, Track.LESSON);
    reviewed.sign(review);
    assertThat(cases.get(review.caseId()).filed()).isTrue();
  }

  @Test
  void aLimitationNeedsARuleAReasonAndASecondSignature() {
    var leftOut = Set.of(Track.RESPONSIBILITY, Track.LESSON);
    var major = reviewed.opened();
    var item = reviewed.item(major, AccountabilityReview.USER_NAME_PANEL);
    var until = reviewed.today();
    var reviewers = ReviewedCases.reviewers(REVIEWER);

    assertRefused(() -> service.namePanel(item, new NamePanel(CHAIR, reviewers, until, leftOut, ""), office()),
        "accountability.refused.limitation");
    assertRefused(() -> service.namePanel(item,
        new NamePanel(CHAIR, reviewers, until, Set.of(Track.CAUSE), "小事"), office()), "accountability.refused.scope");
    assertRefused(() -> service.namePanel(item,
        new NamePanel("office.leader", reviewers, until, leftOut, "小事"), office()),
        "accountability.refused.same-signature");

    service.namePanel(item, new NamePanel(CHAIR, reviewers, until, leftOut, "事情小，已当面解决"), office());
    assertThat(reviewed.find(major, AccountabilityReview.USER_CLAIM, Optional.empty())).isEmpty();
    service.signLimitation(reviewed.item(major, AccountabilityReview.USER_SIGN_LIMITATION), true, "", actor(CHAIR));

    assertThat(reviews.tracks(major.id())).filteredOn(ReviewTrack::isOpen).extracting(ReviewTrack::track)
        .containsExactly(Track.CAUSE, Track.RECTIFICATION);
    reviewed.claim(major, Track.CAUSE);
    reviewed.pass(major, Track.CAUSE);
    reviewed.claim(major, Track.RECTIFICATION);
    reviewed.pass(major, Track.RECTIFICATION);
    reviewed.sign(major);
  }

  @Test
  void aRefusedLimitationLeavesTheScopeWhole() {
    var review = reviewed.opened();
    service.namePanel(reviewed.item(review, AccountabilityReview.USER_NAME_PANEL),
        new NamePanel(CHAIR, ReviewedCases.reviewers(REVIEWER), reviewed.today(), Set.of(Track.LESSON), "事情小"),
        office());

    service.signLimitation(reviewed.item(review, AccountabilityReview.USER_SIGN_LIMITATION), false, "教训要汲取",
        actor(CHAIR));

    assertThat(phases(review)).containsOnly(Phase.CLAIM);
    assertThat(reviews.tracks(review.id())).allSatisfy(track -> assertThat(track.inScope()).isTrue());
  }

  @Test
  void thePanelComesFromOutsideTheUnitAndItsLine() {
    var review = reviewed.opened();
    var item = reviewed.item(review, AccountabilityReview.USER_NAME_PANEL);

    assertRefused(() -> name(item, CHAIR, "environment.leader"), "accountability.refused.member-line");
    assertRefused(() -> name(item, "environment.leader", REVIEWER), "accountability.refused.member-line");
    assertRefused(() -> name(item, CHAIR, "liuyin.handler"), "accountability.refused.member-role");
    assertRefused(() -> name(item, CHAIR, CHAIR), "accountability.refused.chair-judges");
    assertRefused(() -> name(item, CHAIR, ""), "accountability.refused.member-unknown");
    assertRefused(() -> service.namePanel(item, new NamePanel(CHAIR, ReviewedCases.reviewers(REVIEWER),
        reviewed.today().minusDays(1), Set.of(), ""), office()), "accountability.refused.past");
    assertThat(service.candidates(review)).extracting(account -> account.unit()).doesNotContain("environment");
    assertThat(reviews.members(review.id())).isEmpty();
  }

  @Test
  void theCauseNeedsBothSidesARootAndAFile() {
    var review = reviewed.named();
    var item = reviewed.item(review, AccountabilityReview.USER_CLAIM, Track.CAUSE);
    var good = reviewed.cause();
    var unit = actor("environment.leader");

    assertRefused(() -> service.claimCause(item, new ClaimCause(good.statements().subList(0, 1), good.causes(),
        good.evidence()), unit), "accountability.refused.statement");
    assertRefused(() -> service.claimCause(item, new ClaimCause(good.statements(),
        List.of(new Cause(1, 1, " ", Cause.Kind.DIRECT, true)), good.evidence()), unit),
        "accountability.refused.cause");
    assertRefused(() -> service.claimCause(item, new ClaimCause(good.statements(),
        List.of(new Cause(1, 2, "跳层", Cause.Kind.DIRECT, true)), good.evidence()), unit),
        "accountability.refused.depth");
    assertRefused(() -> service.claimCause(item, new ClaimCause(good.statements(),
        List.of(new Cause(1, 1, "没有根本原因", Cause.Kind.DIRECT, false)), good.evidence()), unit),
        "accountability.missing.root");
    assertRefused(() -> service.claimCause(item, new ClaimCause(good.statements(), good.causes(), Map.of()), unit),
        "accountability.missing.evidence");
    assertThat(table.steps(review.id())).extracting(ReviewStep::kind).containsExactly(ReviewStep.Kind.PANEL_NAMED);

    service.claimCause(item, good, unit);

    var files = table.steps(review.id()).get(1).files();
    assertThat(files).extracting(ReviewStep.Evidence::cause).containsExactlyInAnyOrder(Optional.empty(),
        Optional.of(2));
    assertThat(documents.of(review.caseId())).extracting(StoredDocument::id)
        .doesNotContainAnyElementsOf(files.stream().map(ReviewStep.Evidence::document).toList());
    assertThatThrownBy(() -> documents.of(review.caseId(), files.get(0).document())).isInstanceOf(DeskException.class);
  }

  @Test
  void nobodyIsFoundResponsibleBeforeTheyWereHeard() {
    var review = reviewed.named();
    var leader = actor("environment.leader");
    var handler = finding("environment.handler");
    assertRefused(() -> service.claimResponsibility(claim(review), List.of(handler), "", List.of(), leader),
        "accountability.refused.not-heard");
    assertRefused(() -> service.claimResponsibility(claim(review), List.of(), " ", List.of(), leader),
        "accountability.refused.nobody");
    assertRefused(() -> service.hear(claim(review), List.of("land.handler"), leader),
        "accountability.refused.not-concerned");

    service.hear(claim(review), List.of("environment.handler"), leader);
    assertThat(phases(review).get(Track.RESPONSIBILITY.ordinal())).isEqualTo(Phase.HEARING);
    var statement = reviewed.item(review, AccountabilityReview.USER_STATE);
    assertThatThrownBy(() -> service.state(statement, "我替他说", leader)).isInstanceOf(NotYourTask.class);
    service.state(statement, "当晚我在处理另一起警情。", actor("environment.handler"));

    service.claimResponsibility(claim(review), List.of(handler, role()), "", List.of(), leader);
    reviewed.pass(review, Track.RESPONSIBILITY);
    assertThat(audit.of(review.caseId()).toString()).doesNotContain("警情", "记过", "批评教育");
  }

  @Test
  void theVerdictIsTheReviewersAloneAndNeedsADeclaration() {
    var review = reviewed.named();
    reviewed.claim(review, Track.CAUSE);
    var item = reviewed.item(review, AccountabilityReview.USER_JUDGE, Track.CAUSE);

    assertThatThrownBy(() -> service.pass(item, "", true, actor("environment.leader"))).isInstanceOf(NotYourTask.class);
    assertThatThrownBy(() -> service.pass(item, "", true, actor(CHAIR))).isInstanceOf(NotYourTask.class);
    assertRefused(() -> service.pass(item, "", false, actor(REVIEWER)), "accountability.refused.declared");
    assertRefused(() -> service.sendBack(item, "", reviewed.today(), true, actor(REVIEWER)),
        "accountability.refused.reason");
    assertRefused(() -> service.sendBack(item, "不清楚", reviewed.today().minusDays(1), true, actor(REVIEWER)),
        "accountability.refused.past");

    service.pass(item, "", true, actor(REVIEWER));
    assertThatThrownBy(() -> service.pass(item, "", true, actor(REVIEWER))).isInstanceOf(Conflict.class);
    assertThat(reviews.members(review.id())).filteredOn(member -> member.account().equals(REVIEWER)).singleElement()
        .satisfies(member -> assertThat(member.declaredAt()).isPresent());
  }

  @Test
  void aMemberWhoStepsDownIsReplacedByWhoNamedThePanel() {
    var review = reviewed.named();
    reviewed.claim(review, Track.CAUSE);

    service.stepDown(review.id(), "与承办人是亲属", actor(REVIEWER));

    var item = reviewed.item(review, AccountabilityReview.USER_JUDGE, Track.CAUSE);
    assertThatThrownBy(() -> service.pass(item, "", true, office())).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> service.replace(review.id(), Optional.of(Track.CAUSE), OTHER_REVIEWER, "回避",
        actor(CHAIR))).isInstanceOf(Forbidden.class);
    assertRefused(() -> service.replace(review.id(), Optional.of(Track.CAUSE), "environment.leader", "回避", office()),
        "accountability.refused.member-line");
    assertRefused(() -> service.replace(review.id(), Optional.of(Track.CAUSE), CHAIR, "回避", office()),
        "accountability.refused.chair-judges");

    service.replace(review.id(), Optional.of(Track.CAUSE), OTHER_REVIEWER, "回避", office());
    service.pass(item, "", true, actor(OTHER_REVIEWER));
    assertThat(cases.sees(review.caseId(), actor(OTHER_REVIEWER))).isTrue();
  }

  @Test
  void aMemberWhomTheOfficeKeepsFromTheCaseSitsNoLonger() {
    var review = reviewed.opened();
    name(reviewed.item(review, AccountabilityReview.USER_NAME_PANEL), CHAIR, OTHER_REVIEWER);
    reviewed.claim(review, Track.CAUSE);
    var id = review.caseId();
    recusals.ask(id, OTHER_REVIEWER, "与被反映的餐馆有往来", actor("environment.leader"));

    recusals.decide(id, petitions.item(id, PetitionRecusal.USER_DECIDE), true, "应当回避", office());

    assertThat(cases.sees(id, actor(OTHER_REVIEWER))).isFalse();
    assertThat(reviews.panel(id)).containsExactly(CHAIR);
    assertThat(reviews.tracks(review.id())).allSatisfy(track -> assertThat(track.reviewer()).isEmpty());
    service.replace(review.id(), Optional.of(Track.CAUSE), REVIEWER, "原审查员回避", office());
    reviewed.pass(review, Track.CAUSE);
  }

  /** Acts one after the other until nothing is left; between any two of them the case stays out of the archive. */
  @Test
  void withoutASignatureNobodyGetsTheCaseIntoTheArchive() {
    var id = petitions.accepted();
    var other = petitions.accepted();
    var review = reviewed.named(reviewed.opened(id));

    petitioners.withdraw(id, "家里有事", actor("officer"));
    assertThat(cases.get(id).isHeld()).isTrue();
    assertThatThrownBy(() -> cases.close(id, ClosingState.SOLVED, actor("office.leader")))
        .isInstanceOf(DeskException.class);
    assertThat(cases.file(id, actor("admin"))).isFalse();

    reviewed.opened(other);
    cases.mergeInto(other, petitions.accepted(), actor("officer"));
    assertThat(cases.get(other).isHeld()).isTrue();

    assertThatThrownBy(() -> reviewed.sign(review)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> restart.restart(id, actor("admin"))).isInstanceOf(Conflict.class);
    reconcile.run(true, actor("admin"));
    looseEnds.look(actor("admin"));
    assertThat(cases.get(id).filed()).isFalse();
    assertThat(cases.get(other).filed()).isFalse();
  }

  @Test
  void whoIsDisabledSitsNoLongerAndTheUnitCanNotBeDissolvedBeforeTheReviewIsOver() {
    var unit = supervised.unitBelow("education");
    var review = reviewed.opened(supervised.led(unit));
    var member = supervised.officerOf("transport");
    var seats = ReviewedCases.reviewers(REVIEWER);
    seats.put(Track.CAUSE, member);
    service.namePanel(reviewed.item(review, AccountabilityReview.USER_NAME_PANEL),
        new NamePanel(CHAIR, seats, reviewed.today().plusDays(10), Set.of(), ""), office());

    accounts.disable(member, accounts.get(member).version(), Optional.empty(), actor("admin"));

    assertThat(table.members(review.id())).filteredOn(seat -> seat.account().equals(member)).isNotEmpty()
        .noneMatch(ReviewMember::stands);
    service.replace(review.id(), Optional.of(Track.CAUSE), OTHER_REVIEWER, "原审查员离职", office());
    assertThat(reviews.tracks(review.id())).filteredOn(track -> track.track() == Track.CAUSE).singleElement()
        .satisfies(track -> assertThat(track.reviewer()).contains(OTHER_REVIEWER));
    assertThatThrownBy(() -> units.dissolve(unit, units.get(unit).version(), actor("admin")))
        .isInstanceOf(Refused.class);
    assertThat(units.get(unit).dissolved()).isFalse();
  }

  private Finding finding(String account) {
    return new Finding(Optional.of(account), "承办人", Finding.Share.DIRECT, "首问负责制第三条", "", "批评教育", "环发〔2026〕3号",
        reviewed.today());
  }

  private Finding role() {
    return new Finding(Optional.empty(), "值班科长", Finding.Share.LEADING, "值班制度第二条", "没有安排好值班", "记过",
        "环发〔2026〕4号", reviewed.today());
  }

  private String claim(Review review) {
    return reviewed.item(review, AccountabilityReview.USER_CLAIM, Track.RESPONSIBILITY);
  }

  private void name(String item, String chair, String reviewer) {
    service.namePanel(item, new NamePanel(chair, ReviewedCases.reviewers(reviewer), reviewed.today(), Set.of(), ""),
        office());
  }

  private List<Phase> phases(Review review) {
    return reviews.tracks(review.id()).stream().map(ReviewTrack::phase).toList();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private Actor office() {
    return actor("office.leader");
  }

  private Actor actor(String account) {
    return reviewed.actor(account);
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(key);
  }
}
