package org.petitiondesk.petition;

import java.time.Clock;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseRegistered;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.LetterDelivered;
import org.petitiondesk.documents.LetterUndeliverable;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.StepTakenUpAgain;
import org.petitiondesk.escalation.ExtensionGranted;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules tell a petition, in their transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PetitionListener {

  private final CaseFiles cases;
  private final Clocks clocks;
  private final Terms terms;
  private final Letters letters;
  private final PetitionLetters petitionLetters;
  private final PetitionWorkflow workflow;
  private final ReconsiderationWorkflow reconsiderations;
  private final Clock clock;

  PetitionListener(CaseFiles cases, Clocks clocks, Terms terms, Letters letters, PetitionLetters petitionLetters,
      PetitionWorkflow workflow, ReconsiderationWorkflow reconsiderations, Clock clock) {
    this.cases = cases;
    this.clocks = clocks;
    this.terms = terms;
    this.letters = letters;
    this.petitionLetters = petitionLetters;
    this.workflow = workflow;
    this.reconsiderations = reconsiderations;
    this.clock = clock;
  }

  /** Registration starts the routing clock and the spine; who gave an e-mail address gets a receipt there. */
  @EventListener
  void on(CaseRegistered registered) {
    if (registered.kind() != CaseKind.PETITION) {
      return;
    }
    clocks.start(registered.id(), Terms.ROUTING, terms.of(Terms.ROUTING), Dates.today(clock),
        registered.registeringUnit(), Actor.SYSTEM);
    if (cases.preferredMethod(registered.id()) == DeliveryMethod.EMAIL) {
      letters.issue(petitionLetters.receipt(registered.id()), Actor.SYSTEM);
    }
    workflow.begin(registered.id(), registered.registeringUnit());
    giveToTheNamed(registered);
  }

  /** The office that a report is about can not take it up: the leader above, who is named on it, gets it in person. */
  private void giveToTheNamed(CaseRegistered registered) {
    if (cases.get(registered.id()).isReport() && cases.isAbout(registered.id(), registered.registeringUnit())) {
      cases.named(registered.id()).stream().findFirst()
          .ifPresent(account -> workflow.give(registered.id(), account, Actor.SYSTEM));
    }
  }

  /**
   * Status and clocks go back with the token; no date moves, for the petitioner waits no longer because the house thinks
   * twice. A clock that a first decision has stopped stays stopped: that decision was in time.
   */
  @EventListener
  void on(StepTakenUpAgain step) {
    switch (step.key()) {
      case PetitionHandling.USER_SCREEN -> {
        if (cases.get(step.caseId()).status() != CaseStatus.REGISTERED) {
          cases.move(step.caseId(), CaseStatus.REGISTERED, step.by());
        }
        handToOffice(step);
      }
      case PetitionAssignment.USER_REASSIGN -> handToOffice(step);
      case PetitionHandling.USER_HANDLE, PetitionHandling.USER_CONTRIBUTE -> {
        if (cases.get(step.caseId()).status() == CaseStatus.REPLYING) {
          cases.move(step.caseId(), CaseStatus.HANDLING, step.by());
        }
      }
      default -> {
        // Within the assignment and within the reply the case stands where it stood.
      }
    }
  }

  private void handToOffice(StepTakenUpAgain step) {
    clocks.handOver(step.caseId(), cases.get(step.caseId()).registeringUnit(), Dates.today(clock), step.by());
  }

  @EventListener
  void on(LetterDelivered delivered) {
    if (delivered.template().equals(PetitionLetters.ACCEPTANCE)) {
      clocks.stop(delivered.caseId(), Terms.NOTICE, delivered.on(), Actor.SYSTEM);
    } else if (delivered.template().equals(PetitionLetters.REPLY)) {
      workflow.replyDelivered(delivered.caseId());
    } else if (delivered.template().equals(ReconsiderationLetters.OPINION)) {
      reconsiderations.opinionDelivered(delivered.caseId());
    }
  }

  /** The petitioner is told why it takes longer. */
  @EventListener
  void on(ExtensionGranted granted) {
    letters.issue(petitionLetters.extension(granted), Actor.SYSTEM);
  }

  @EventListener
  void on(LetterUndeliverable undeliverable) {
    if (undeliverable.template().equals(PetitionLetters.REPLY)) {
      workflow.replyUndeliverable(undeliverable.caseId());
    } else if (undeliverable.template().equals(ReconsiderationLetters.OPINION)) {
      reconsiderations.opinionUndeliverable(undeliverable.caseId());
    }
  }
}
