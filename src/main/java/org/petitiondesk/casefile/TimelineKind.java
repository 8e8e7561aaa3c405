package org.petitiondesk.casefile;

import java.util.List;
import java.util.stream.Stream;

/** What a reader of the timeline looks for: acts by the beginnings of their names. */
public enum TimelineKind {
  /** Everything that moved the case; who has looked at it stands apart. */
  ALL(List.of(), Acts.VIEWS), //
  DECISION(List.of(), Acts.NO_DECISIONS), //
  LETTER(Acts.LETTERS, Acts.VIEWS), //
  MATERIAL(Acts.MATERIAL, Acts.VIEWS), //
  CLOCK(Acts.CLOCKS, List.of()), //
  WORK(Acts.WORK, List.of()), //
  VIEW(Acts.VIEWS, List.of());

  private final List<String> only;
  private final List<String> without;

  TimelineKind(List<String> only, List<String> without) {
    this.only = only;
    this.without = without;
  }

  /** Whether an act is of this kind. */
  public boolean holds(String act) {
    return (only.isEmpty() || only.stream().anyMatch(act::startsWith)) && without.stream().noneMatch(act::startsWith);
  }

  List<String> only() {
    return only;
  }

  List<String> without() {
    return without;
  }

  private static final class Acts {

    private static final List<String> VIEWS = List.of("parties.", "report.", "follow.viewed", "document.viewed",
        "letter.viewed", "file.", "recusal.kept-out", "review.papers-viewed");
    private static final List<String> LETTERS = List.of("letter.", "notice.");
    private static final List<String> MATERIAL = List.of("document.");
    private static final List<String> CLOCKS = List.of("clock.", "alarm.");
    private static final List<String> WORK = List.of("item.", "incident.", "word.", "loose-end.",
        "petition.restarted");

    private static final List<String> NO_DECISIONS = Stream.of(VIEWS, LETTERS, MATERIAL, CLOCKS, WORK)
        .flatMap(List::stream).toList();
  }
}
