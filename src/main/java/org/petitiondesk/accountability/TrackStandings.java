package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is claimed and what is missing in each track; each track knows it of itself. */
@Component
public class TrackStandings {

  private final Map<Track, TrackEvidence> evidence;

  TrackStandings(List<TrackEvidence> evidence) {
    this.evidence = evidence.stream().collect(Collectors.toMap(TrackEvidence::track, Function.identity()));
    if (this.evidence.size() != Track.values().length) {
      throw new IllegalStateException("Some track does not say what it needs: " + this.evidence.keySet());
    }
  }

  @Transactional(readOnly = true)
  public List<Sentence> claimed(ReviewId review, Track track) {
    return evidence.get(track).claimed(review);
  }

  @Transactional(readOnly = true)
  public List<Sentence> missing(ReviewId review, Track track) {
    return evidence.get(track).missing(review);
  }

  static void refuse(Sentence missing) {
    throw Refused.because(missing.key(), missing.arguments().toArray());
  }
}
