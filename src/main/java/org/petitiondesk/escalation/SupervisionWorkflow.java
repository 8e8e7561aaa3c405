package org.petitiondesk.escalation;

import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.kernel.Actor;

/** The way of a supervision through its process. Whoever calls has written the records first. */
public interface SupervisionWorkflow {

  /** Says under which id the process runs. */
  String begin(Supervision supervision, CasePost answering);

  /** The supervision that an item of this step is about, for the one who may work on it. */
  SupervisionId about(String item, String step, Actor actor);

  void answered(String item, CasePost deciding, Actor actor);

  void sentBack(String item, Supervision supervision, CasePost answering, Actor actor);

  void closed(String item, Actor actor);

  void instructed(String item, Actor actor);

  /** False when its process waits for nothing that this could end. */
  boolean ended(Supervision supervision, Actor actor);
}
