package org.petitiondesk.accountability;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tracks that have no papers of their own. */
@Configuration(proxyBeanMethods = false)
class TrackConfiguration {

  @Bean
  TrackEvidence lessonEvidence(ReviewTable reviews) {
    return new WrittenEvidence(Track.LESSON, reviews);
  }
}
