package org.petitiondesk.accountability;

import java.util.List;

/** What a track needs before it can be claimed and before it can pass; one for each track. */
interface TrackEvidence {

  Track track();

  /** What the unit shows, in a line each; nothing that only the panel may know. */
  List<Sentence> claimed(ReviewId review);

  /** What is still missing; the track neither can be claimed nor passes before it is empty. */
  List<Sentence> missing(ReviewId review);
}
