package org.petitiondesk.accountability;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;

/** The way of a review through its process. Whoever calls has written the records first; the model reads them. */
public interface ReviewWorkflow {

  /** What an item is about. */
  record Subject(ReviewId review, Optional<Track> track) {}

  /** Says under which id the process runs. */
  String begin(Review review);

  /** What an item of this step is about, for the one who may work on it. */
  Subject about(String item, String step, Actor actor);

  /** The item is done; where it goes from there the record says. */
  void done(String item, Actor actor);

  /** The chair has the report, and a track is open again; false when the chair has not. */
  boolean reopened(Review review, Actor actor);

  /**
   * The open item of a track's verdict goes to somebody else, or without one back to whoever names the panel.
   *
   * @param track empty for the items of the chair
   */
  void hand(Review review, Optional<Track> track, Optional<String> account, Actor actor);
}
