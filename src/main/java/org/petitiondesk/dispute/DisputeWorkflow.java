package org.petitiondesk.dispute;

import java.time.Instant;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/** Moves a dispute's process on. Callers write first and call this last. */
public interface DisputeWorkflow {

  /** How an attempt to sign ended. */
  enum Signing {
    SIGNED, AGAIN, FAILED
  }

  /** @param otherNamed whether both sides can be asked at once */
  void begin(CaseId id, String committee, boolean otherNamed);

  /** Refuses an item that is not open, not this actor's, of another case or of another step. */
  void require(CaseId id, String item, String step, Actor actor);

  /** With the item at the office. */
  void consentSettled(String item, boolean consented, Actor actor);

  /** On a public page. */
  void consentSettled(CaseId id, boolean consented, Actor actor);

  void assigned(String item, String mediator, Actor actor);

  /** Whoever mediates from now on also gets what is open; empty for anybody of the committee. */
  void replaced(CaseId id, String mediator, Actor actor);

  void named(String item, Actor actor);

  /** Nobody will meet again. */
  void givenUp(String item, Actor actor);

  void arranged(String item, Instant startsAt, Actor actor);

  void held(String item, Session.Result result, Actor actor);

  void written(String item, AgreementForm form, Actor actor);

  void signing(String item, Signing result, Actor actor);

  /** The mediator states that it is not performed. */
  void breached(String item, Actor actor);

  void performed(CaseId id, Instant followUpBy, Actor actor);

  void followedUp(String item, Actor actor);

  void withdrawn(CaseId id, Actor actor);

  void inDanger(CaseId id, String committee, Instant answerBy);

  void dangerAnswered(String item, Actor actor);

  /** From the day of the agreement on. */
  void confirmable(CaseId id, String committee, String mediator, String remindAt, String lapsesAt);

  void confirmationAsked(CaseId id, Actor actor);

  void confirmationRecorded(String item, Actor actor);
}
