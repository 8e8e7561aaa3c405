package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.springframework.stereotype.Component;

/** Which of the four a review may leave out: the table {@code accountability_limitation}. */
@Component
class Scope {

  private final Decisions decisions;

  Scope(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Those that no limitation takes away. */
  List<Track> required(Trigger trigger, CaseFile file) {
    return ReviewTable
        .tracks(decisions.evaluate("accountability_limitation", inputs(trigger, file)).rows().get(0).text("required"));
  }

  static Map<String, Object> inputs(Trigger trigger, CaseFile file) {
    return Map.of("trigger", trigger.name(), "demandClass", file.demandClass().name(), "urgency",
        file.urgency().name(), "simple", file.simpleTrack());
  }
}
