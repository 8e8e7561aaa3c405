package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.UnsatisfiedCases;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/** "Not solved": somebody outside the unit calls back, and a rating leaves the figures only with two signatures. */
@DeskTest
class DissatisfactionTests {

  private static final List<Upload> PROOF = List.of(new Upload("误评说明.txt", "信访人说明：点错了。".getBytes()));

  @Autowired
  private DissatisfactionService dissatisfaction;
  @Autowired
  private RatingExclusions exclusions;
  @Autowired
  private UnsatisfiedCases unsatisfied;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Clocks clocks;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;

  @Test
  void whatIsNotSolvedGoesBackToTheUnitUntilThePetitionerIsAnsweredInWriting() {
    var id = petitions.unhappy();
    assertThat(task(id, PetitionDissatisfaction.USER_CALL_BACK).group()).isEqualTo("officer@xfj");
    assertThat(running(id)).contains(Terms.DISSATISFACTION);
    assertThat(cases.get(id).filed()).isFalse();

    callBack(id, CallBackDecision.BACK, "净化设备还没有装，请装好后报来");
    var redress = task(id, PetitionDissatisfaction.USER_REDRESS);
    assertThat(redress.group()).isEqualTo("handler@" + Petitions.LEAD);
    assertThatThrownBy(() -> dissatisfaction.redress(id, redress.id(), "", List.of(), petitions.handler(id)))
        .isInstanceOf(Refused.class);
    dissatisfaction.redress(id, redress.id(), "设备已经安装并检测合格", PROOF, petitions.handler(id));
    callBack(id, CallBackDecision.EXPLAINED, "设备已于三月装好，检测合格");

    assertThat(running(id)).doesNotContain(Terms.DISSATISFACTION);
    assertThat(petitions.letter(id, PetitionLetters.DISSATISFACTION).body()).contains("设备已于三月装好，检测合格");
    assertThat(dissatisfaction.of(id)).singleElement().satisfies(known -> {
      assertThat(known.isOpen()).isFalse();
      assertThat(known.calls()).extracting(Dissatisfaction.Call::decision).containsExactly(CallBackDecision.BACK,
          CallBackDecision.EXPLAINED);
      assertThat(known.calls().get(0).redress()).isPresent();
    });
    assertThat(dissatisfaction.holds(id)).isEmpty();
  }

  @Test
  void theClosingIsDisputedOnceAndAReviewIsProposed() throws Exception {
    var id = petitions.delivered();
    petitions.rate(id, Solved.YES);
    assertRefused("words", () -> dissatisfaction.dispute(dispute(id, "")));

    var told = Race.between(() -> dissatisfaction.dispute(dispute(id, "夜里还在排烟")),
        () -> dissatisfaction.dispute(dispute(id, "夜里还在排烟")));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(dissatisfaction.mayDispute(id)).isFalse();
    assertThat(cases.get(id).filed()).isFalse();
    callBack(id, CallBackDecision.REVIEW, "现场核实没有解决，提请审查");
    assertThat(audit.of(id)).extracting(AuditEntry::act).anyMatch(act -> act.startsWith("review."))
        .contains("petition.dissatisfied", "petition.called-back");
  }

  @Test
  void whoIsContentOrNotAnsweredDisputesNothing() {
    var open = petitions.accepted();
    assertThatThrownBy(() -> dissatisfaction.dispute(dispute(open, "没有解决"))).isInstanceOf(Conflict.class);
    var content = petitions.delivered();
    petitions.rate(content, Solved.YES);
    assertThat(dissatisfaction.of(content)).isEmpty();
  }

  @Test
  void whoCallsBackIsNobodyOfTheUnitAndSaysWhy() {
    var id = petitions.unhappy();
    var item = task(id, PetitionDissatisfaction.USER_CALL_BACK).id();

    assertThatThrownBy(() -> dissatisfaction.callBack(call(id, item, CallBackDecision.EXPLAINED, "没问题"),
        petitions.handler(id))).isInstanceOf(Forbidden.class);
    assertRefused("reason",
        () -> dissatisfaction.callBack(call(id, item, CallBackDecision.EXPLAINED, " "), petitions.officer()));
    assertThat(dissatisfaction.open(id).orElseThrow().calls()).isEmpty();
  }

  @Test
  void aRatingLeavesTheFiguresWithEvidenceAndTwoSignaturesOutsideTheUnit() throws Exception {
    var id = petitions.unhappy();
    var before = figures();
    assertThatThrownBy(() -> exclusions.propose(id, "误评", PROOF, petitions.leader(id))).isInstanceOf(Forbidden.class);
    assertRefused("reason", () -> exclusions.propose(id, "", PROOF, petitions.officer()));
    assertRefused("files", () -> exclusions.propose(id, "误评", List.of(), petitions.officer()));
    var head = accounts.actor("office.leader");
    exclusions.propose(id, "信访人说明点错了", PROOF, head);
    var own = task(id, PetitionRatingExclusion.USER_COUNTERSIGN).id();
    assertRefused("", () -> exclusions.sign(id, own, true, "同意", head));
    assertThat(figures()).isEqualTo(before);
    assertRefused("", () -> exclusions.propose(id, "再来一次", PROOF, petitions.officer()));
  }

  @Test
  void theNumberOfExclusionsStandsBesideTheFigure() throws Exception {
    var id = petitions.unhappy();
    var before = figures();
    exclusions.propose(id, "信访人说明点错了", PROOF, petitions.officer());
    var item = task(id, PetitionRatingExclusion.USER_COUNTERSIGN).id();
    var head = accounts.actor("office.leader");
    assertThat(unsatisfiedToday()).contains(id);

    var told = Race.between(() -> exclusions.sign(id, item, true, "证明属实", head),
        () -> exclusions.sign(id, item, true, "证明属实", head));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(figures().excluded()).isEqualTo(before.excluded() + 1);
    assertThat(figures().rated()).isEqualTo(before.rated() - 1);
    assertThat(exclusions.figures(Actor.SYSTEM)).isEmpty();
    assertThat(unsatisfiedToday()).doesNotContain(id);
  }

  private List<CaseId> unsatisfiedToday() {
    var day = petitions.today().atStartOfDay(Dates.ZONE).toInstant();
    return unsatisfied.between(day, day.plus(Duration.ofDays(1)));
  }

  private static RaiseDissatisfaction dispute(CaseId id, String words) {
    return new RaiseDissatisfaction(id, Solved.NO, Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED, words);
  }

  private void callBack(CaseId id, CallBackDecision decision, String reason) {
    dissatisfaction.callBack(call(id, task(id, PetitionDissatisfaction.USER_CALL_BACK).id(), decision, reason),
        petitions.officer());
  }

  private static CallBack call(CaseId id, String item, CallBackDecision decision, String reason) {
    return new CallBack(id, item, Solved.NO, Satisfaction.SATISFIED, Satisfaction.BASICALLY_SATISFIED, decision,
        reason);
  }

  private OpenTask task(CaseId id, String key) {
    return processes.task(petitions.item(id, key)).orElseThrow();
  }

  private List<String> running(CaseId id) {
    return clocks.of(id).stream().filter(ClockState::running).map(ClockState::kind).toList();
  }

  private RatingFigures figures() {
    return exclusions.figures(petitions.officer()).stream().filter(row -> row.unit().equals(Petitions.LEAD)).findFirst()
        .orElseThrow();
  }

  private void assertRefused(String field, Runnable act) {
    assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
