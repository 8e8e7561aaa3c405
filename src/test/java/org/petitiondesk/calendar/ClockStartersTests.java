package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DecisionExamples;

/**
 * Which class starts each clock of {@code clock_terms}, and what stops it; the README shows it. A clock that a row of the
 * table names and nothing starts fails here.
 */
class ClockStartersTests {

  private static final String BEGIN = "<!-- clocks: generated, checked by ClockStartersTests -->\n";
  private static final String END = "<!-- end of clocks -->";

  /** A process without code starts its clocks itself. */
  private static final String CERTIFICATION = "matter/certification_campaign.bpmn";

  /**
   * @param starter the class or the model that starts it, or that waits for its last day
   * @param by what its source must say: the key, or the constant for it
   * @param stop what ends it
   */
  private record Start(String starter, String by, String stop) {}

  private static final Map<String, Start> STARTS = new TreeMap<>(Map.ofEntries(
      start("routing", "petition/PetitionListener", "Terms.ROUTING", "first routing decision"),
      start("notice", "petition/PetitionSteps", "Terms.NOTICE", "notice delivered"),
      start("objection", "petition/ObjectionClocks", "Terms.OBJECTION, ", "objection filed, or its last day"),
      start("objection_decision", "petition/ObjectionClocks", "Terms.OBJECTION_DECISION, ", "ruling"),
      start("handling", "petition/PetitionSteps", "Terms.HANDLING", "opinion delivered"),
      start("simple_forward", "petition/PetitionSteps", "Terms.SIMPLE_FORWARD, terms", "passed on"),
      start("simple_acceptance", "petition/PetitionSteps", "Terms.SIMPLE_ACCEPTANCE", "accepted"),
      start("simple_reply", "petition/PetitionSteps", "Terms.SIMPLE_REPLY", "reply delivered"),
      start("assigned", "petition/PetitionSteps", "Terms.ASSIGNED", "closing report"),
      start("supplement", "petition/PetitionSteps", "Terms.SUPPLEMENT", "material received, or its last day"),
      start("rating", "petition/PetitionSteps", "Terms.RATING", "rating, or its last day"),
      start("dissatisfaction", "petition/DissatisfactionService", "Terms.DISSATISFACTION", "answer"),
      start("reconsideration_request", "petition/ReconsiderationRights", "level.requestClock()",
          "request, or its last day"),
      start("reconsideration", "petition/ReconsiderationService", "right.level().clock()", "opinion delivered"),
      start("final_review_request", "petition/ReconsiderationRights", "level.requestClock()",
          "request, or its last day"),
      start("final_review", "petition/ReconsiderationService", "right.level().clock()", "opinion delivered"),
      start("hotline_emergency", "petition/PetitionSteps", "Terms.hotline(petition)", "reply delivered"),
      start("hotline_urgent", "petition/PetitionSteps", "Terms.hotline(petition)", "reply delivered"),
      start("hotline_simple", "petition/PetitionSteps", "Terms.hotline(petition)", "reply delivered"),
      start("hotline_complex", "petition/PetitionSteps", "Terms.hotline(petition)", "reply delivered"),
      start("improvement_feedback", "escalation/SupervisionTimes", "\"improvement_feedback\"", "feedback"),
      start("review_claim", "accountability/ReviewTimes", "\"review_claim\"", "claim"),
      start("responsibility_statement", "accountability/ReviewClocks", "\"responsibility_statement\"",
          "statement heard"),
      start("rectification", "accountability/RectificationClocks", "\"rectification\"", "measures completed"),
      start("rectification_inspection", "accountability/RectificationClocks", "\"rectification_inspection\"",
          "inspection"),
      start("return_visit", "accountability/ReturnVisits", "\"return_visit\"", "visit recorded"),
      start("certification_examination", CERTIFICATION, ">certification_examination<", "three examinations"),
      start("certification_recheck", CERTIFICATION, ">certification_recheck<", "re-check"),
      start("lesson_reading", "accountability/ReviewClocks", "\"lesson_reading\"", "read by all"),
      start("mediation_consent", "dispute/DisputeSteps", "DisputeTimes.CONSENT, ",
          "both sides have said, or one refuses"),
      start("mediation", "dispute/MediationService", "DisputeTimes.MEDIATION, ", "agreement or failure"),
      start("mediation_performance", "dispute/DisputeTimes", "PERFORMANCE, ", "last part performed"),
      start("judicial_confirmation", "dispute/DisputeSteps", "startConfirmation", "joint request, or its last day"),
      start("mediation_follow_up", "dispute/AgreementService", "DisputeTimes.FOLLOW_UP, ", "visit"),
      start("mediation_danger", "dispute/MediationService", "DisputeTimes.DANGER, ", "preventive measures")));

  @Test
  void everyClockOfTheTableHasSomethingThatStartsIt() {
    var named = List.copyOf(DecisionExamples.words("clock_terms", "kind"));
    assertThat(named).hasSizeGreaterThan(20);

    assertThat(named).allSatisfy(kind -> assertThat(STARTS).as("something starts " + kind).containsKey(kind));
    assertThat(STARTS.keySet()).as("rows of the table").isSubsetOf(named);
    STARTS.forEach((kind, start) -> assertThat(source(start.starter())).as("start of " + kind).contains(start.by()));
  }

  @Test
  void theReadmeSaysWhatStartsAndStopsThem() throws IOException {
    var readme = Files.readString(Path.of("README.md"));

    assertThat(readme).contains(BEGIN).contains(END);
    assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END))).isEqualTo(table());
  }

  private static String table() {
    return "| clock | started by | stops with |\n|---|---|---|\n" + STARTS.entrySet().stream()
        .map(entry -> "| `%s` | `%s` | %s |%n".formatted(entry.getKey(), entry.getValue().starter(),
            entry.getValue().stop()))
        .collect(Collectors.joining());
  }

  private static Map.Entry<String, Start> start(String kind, String starter, String by, String stop) {
    return Map.entry(kind, new Start(starter, by, stop));
  }

  private static String source(String starter) {
    try {
      return Files.readString(starter.endsWith(".bpmn")
          ? Path.of("processes", starter)
          : Path.of("src/main/java/org/petitiondesk", starter + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
