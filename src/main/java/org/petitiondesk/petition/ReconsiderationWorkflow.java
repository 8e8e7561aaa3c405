package org.petitiondesk.petition;

import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/** Moves the process of a reconsideration. Services call it last, after their own rows are written. */
public interface ReconsiderationWorkflow {

  /**
   * The petition is no longer waiting for a rating but for the higher body; where its process has ended it begins again
   * at this step.
   *
   * @param known what the petition's process needs to know when it begins again
   */
  void begin(CaseId id, String body, Facts known, Actor actor);

  /** Fails when the item is not open or not the actor's, before anything is written. */
  void requireItem(CaseId id, String item, String key, Actor actor);

  void admitted(String item, boolean admitted, Actor actor);

  void examined(String item, boolean hearingWanted, Actor actor);

  void hearingDecided(String item, boolean approved, Actor actor);

  void approved(String item, boolean approved, Actor actor);

  void done(String item, Actor actor);

  /** False when nobody works on a request any more. */
  boolean withdrawn(CaseId id, Actor actor);

  /** Whether the model that the request runs by lets it be taken back. */
  boolean isWithdrawable(CaseId id);

  boolean opinionDelivered(CaseId id);

  boolean opinionUndeliverable(CaseId id);
}
