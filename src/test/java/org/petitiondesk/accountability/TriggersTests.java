package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.accountability.ReturnVisit.Way;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.LinkKind;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.Overdue;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.petition.CallBack;
import org.petitiondesk.petition.CallBackDecision;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.RaiseDissatisfaction;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Screenings;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;

/** Every reason for a review that the table knows is given by something that happens at this desk. */
@DeskTest
class TriggersTests {

  @Autowired
  private Petitions petitions;
  @Autowired
  private ReviewedCases reviewed;
  @Autowired
  private RectifiedCases rectified;
  @Autowired
  private ReturnVisits visits;
  @Autowired
  private SupervisedCases supervised;
  @Autowired
  private Overdue overdue;
  @Autowired
  private DissatisfactionService dissatisfaction;
  @Autowired
  private PetitionerService petitioners;
  @Autowired
  private CaseLinks links;
  @Autowired
  private Reviews reviews;
  @Autowired
  private Processes processes;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;

  @AfterEach
  void backToNow() {
    overdue.backToNow();
  }

  @ParameterizedTest
  @EnumSource
  void aReasonIsProposedByWhatHappens(Trigger trigger) {
    var id = happens(trigger);

    assertThat(reviews.of(id, reviewed.actor("office.leader"))).singleElement()
        .satisfies(review -> assertThat(review.trigger()).isEqualTo(trigger));
    if (trigger != Trigger.LEADER) {
      assertThat(audit.of(id)).filteredOn(entry -> entry.act().equals("review.proposed"))
          .anySatisfy(entry -> assertThat(entry.details()).containsEntry("trigger", trigger.name()));
    }
  }

  @Test
  void theUnitThatHasAnsweredIsReviewedNotTheOneThatFirstGotIt() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept("housing").urgency(Urgency.EMERGENCY));
    petitions.sendBack(id, "不属于本单位职责");
    petitions.reassign(id, Petitions.LEAD);
    assertThat(reviews.latest(id)).isEmpty();

    petitions.accept(id);
    petitions.reply(id, Outcome.SUPPORTED);

    assertThat(reviews.latest(id)).get().extracting(Review::unit).isEqualTo(Petitions.LEAD);
  }

  @Test
  void onlyWhatAUnitHasAnsweredIsReviewedWhenItComesAgainAndOnlyWhenTheOfficeSaysSo() {
    var withdrawn = petitions.accepted();
    petitioners.withdraw(withdrawn, "家里有事", petitions.officer());
    links.link(petitions.registered(), withdrawn, LinkKind.REPEAT, "同一餐馆", petitions.officer());
    assertThat(reviews.latest(withdrawn)).isEmpty();

    var answered = petitions.delivered();
    petitions.rate(answered, Solved.PARTLY);
    links.link(petitions.accepted(), answered, LinkKind.REPEAT, "同一餐馆", petitions.handler(answered));
    assertThat(reviews.latest(answered)).isEmpty();
  }

  private CaseId happens(Trigger trigger) {
    return switch (trigger) {
      case OVERDUE -> overdue();
      case UNSATISFIED -> calledBack(petitions.unhappy());
      case REPEAT -> repeated();
      case GROUP -> petitions.delivered(Petitions.byMail().representatives(5), Outcome.SUPPORTED);
      case MAJOR -> major();
      case FALSE_CLOSING -> disputed();
      case RETURN_VISIT_FAILED -> visited();
      case SUPERVISION_SPENT -> supervised();
      case LEADER -> reviewed.opened().caseId();
    };
  }

  /** A simple step once over time opens nothing; here the urgent matter is over time. */
  private CaseId overdue() {
    overdue.backToNow();
    var id = overdue.accepted(Urgency.URGENT);
    overdue.liveUntil(id, "2026-05-21", "12:00");
    return id;
  }

  private CaseId repeated() {
    var earlier = petitions.delivered();
    petitions.rate(earlier, Solved.PARTLY);
    links.link(petitions.registered(), earlier, LinkKind.REPEAT, "同一餐馆又在排烟", petitions.officer());
    return earlier;
  }

  private CaseId major() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).urgency(Urgency.EMERGENCY));
    petitions.accept(id);
    petitions.reply(id, Outcome.SUPPORTED);
    return id;
  }

  private CaseId disputed() {
    var id = petitions.delivered();
    petitions.rate(id, Solved.YES);
    dissatisfaction.dispute(
        new RaiseDissatisfaction(id, Solved.NO, Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED, "夜里还在排烟"));
    return calledBack(id);
  }

  private CaseId calledBack(CaseId id) {
    dissatisfaction.callBack(new CallBack(id, petitions.item(id, PetitionDissatisfaction.USER_CALL_BACK), Solved.NO,
        Satisfaction.SATISFIED, Satisfaction.NOT_SATISFIED, CallBackDecision.REVIEW, "现场没有改变"), petitions.officer());
    return id;
  }

  private CaseId visited() {
    var id = supervised.led(SupervisedCases.UNIT);
    var item = rectified.visit(id).id();
    clock.forward(Duration.ofDays(40));
    visits.record(item, false, Way.PHONE, "信访人", "又占道了", rectified.today(), List.of(),
        petitions.officer());
    return id;
  }

  /** The unit's leader and the leader of the office have both let their day pass. */
  private CaseId supervised() {
    var id = supervised.led(SupervisedCases.UNIT);
    supervised.open(id, SupervisionKind.WRITTEN);
    supervised.fire(id, EscalationSupervision.TIMER_ANSWER_OVERDUE);
    while (processes.openTasks(id).stream().anyMatch(task -> task.key().equals(EscalationSupervision.USER_INSTRUCT))) {
      supervised.fire(id, EscalationSupervision.TIMER_INSTRUCTION_OVERDUE);
    }
    return id;
  }
}
