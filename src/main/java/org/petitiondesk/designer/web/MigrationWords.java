package org.petitiondesk.designer.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.web.Show;
import org.springframework.stereotype.Component;

/** For templates, as {@code @migrationWords}: what keeps a case in its version, in a sentence. */
@Component
public class MigrationWords {

  private final Show show;

  MigrationWords(Show show) {
    this.show = show;
  }

  public String say(Obstacle obstacle) {
    return show.sentence("engine.migration." + obstacle.reason(),
        Stream.concat(Stream.of(obstacle.step()), obstacle.details().stream().map(this::moment)).toArray());
  }

  /** Moments are kept as the computer writes them. */
  private String moment(String detail) {
    try {
      return show.moment(Instant.parse(detail));
    } catch (DateTimeParseException noMoment) {
      return detail;
    }
  }
}
