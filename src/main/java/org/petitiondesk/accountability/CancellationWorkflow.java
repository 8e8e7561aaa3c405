package org.petitiondesk.accountability;

import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.kernel.Actor;

/** The second signature under the cancelling of a rectification. Whoever calls has written the records first. */
public interface CancellationWorkflow {

  /** Says under which id it runs. */
  String begin(Rectification rectification, CasePost signer);

  /** The rectification that an item is about, for the one who may work on it. */
  RectificationId about(String item, Actor actor);

  void decided(String item, Actor actor);

  /** There is nothing left to sign. */
  void end(String run);

  /** Nothing of the rectification goes on. */
  void stop(Rectification cancelled);
}
