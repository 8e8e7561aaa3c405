package org.petitiondesk.casefile;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Refused;

/** A reply must hold: each demand point answered, with facts, basis and outcome, and nothing answered that was not asked. */
final class AnswerRules {

  private AnswerRules() {}

  static void check(List<DemandPoint> points, List<PointAnswer> answers) {
    var asked = points.stream().map(DemandPoint::number).collect(Collectors.toSet());
    var answered = new HashSet<Integer>();
    for (var answer : answers) {
      if (!asked.contains(answer.number()) || !answered.add(answer.number())) {
        throw Refused.at("answers", "casefile.refused.answer-unknown", answer.number());
      }
      filled(answer.facts(), "casefile.refused.answer-facts", answer.number());
      filled(answer.basis(), "casefile.refused.answer-basis", answer.number());
    }
    points.stream().filter(point -> !answered.contains(point.number())).findFirst().ifPresent(point -> {
      throw Refused.at("answers", "casefile.refused.answer-missing", point.number());
    });
  }

  private static void filled(String text, String key, int number) {
    if (text.isBlank()) {
      throw Refused.at("answers", key, number);
    }
    Texts.check("answers", text, RegistrationRules.LONGEST_TEXT);
  }
}
