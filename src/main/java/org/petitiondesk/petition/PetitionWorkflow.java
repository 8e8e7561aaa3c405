package org.petitiondesk.petition;

import java.util.List;
import java.util.Set;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/** Moves the process of a petition. Services call it last, after their own rows are written. */
public interface PetitionWorkflow {

  void begin(CaseId id, String registeringUnit);

  /** Hands what waits for nobody in person to an account. */
  void give(CaseId id, String account, Actor actor);

  /** Somebody else handles it or answers for it: what is open for the one before goes to the one after. */
  void inHands(CaseId id, String before, String after, String officer, String leader, String reason, Actor actor);

  /** Units whose contribution is waited for. */
  List<String> contributing(CaseId id);

  /**
   * One more unit is asked; whoever is at work stays at work. False when its run follows a model that does not
   * know of units that are asked later.
   *
   * @param coUnits all of them from now on
   */
  boolean helped(CaseId id, String unit, List<String> coUnits, Actor actor);

  boolean isRunning(CaseId id);

  /** Begins once more at this step of the spine; a run that was left of it is ended. */
  void restart(CaseId id, String step, Facts facts);

  /** Fails when the item is not open or not the actor's, before anything is written. */
  default void requireItem(CaseId id, String item, String key, Actor actor) {
    requireItem(id, item, Set.of(key), actor);
  }

  void requireItem(CaseId id, String item, Set<String> keys, Actor actor);

  void screened(String item, ScreeningVerdict verdict, String leadUnit, Actor actor);

  void supplementRecorded(String item, Actor actor);

  /** From the petitioner's page; false when nobody waits for it. */
  boolean supplementReceived(CaseId id, Actor actor);

  void accepted(String item, String officer, String leader, Actor actor);

  void reassigned(String item, String leadUnit, Actor actor);

  void done(String item, Actor actor);

  void approved(String item, boolean approved, Actor actor);

  boolean replyDelivered(CaseId id);

  boolean replyUndeliverable(CaseId id);

  boolean rated(CaseId id, Actor actor);

  boolean withdrawn(CaseId id, Actor actor);
}
