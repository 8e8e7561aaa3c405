package org.petitiondesk.people;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;

/** What a person holds, and how it passes into other hands when the person leaves. */
public interface HeldWork {

  /** How much the account holds that is not finished. */
  long heldBy(String account);

  /**
   * Gives all of it to a colleague, or back to the groups it came from, in the transaction of the caller.
   *
   * @param to refused when the colleague can not take all of it
   */
  void handOn(String account, Optional<String> to, Actor by);
}
