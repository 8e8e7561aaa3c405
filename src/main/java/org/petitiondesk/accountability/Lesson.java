package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * What is to be learned from a case (教训). It is written for readers who do not know the case.
 *
 * @param cause in a few words, by which it is found again
 * @param question short; every reader answers it
 * @param unit where it happened
 */
public record Lesson(LessonId id, CaseId caseId, String title, String text, String cause, String question, String unit,
    Optional<String> category, String territory, String writtenBy, Instant writtenAt, Optional<Instant> circulatedAt,
    List<Place> places, List<Reader> readers) {

  /**
   * Where the same cause could be at work too.
   *
   * @param cases so many cases of the category in the last year
   */
  public record Place(int number, String unit, String territory, int cases, Optional<Check> check) {}

  /** Somebody has looked there. */
  public record Check(Result result, String words, String by, Instant at) {}

  /** What was found at a place. */
  public enum Result {
    NOT_THERE, MENDED, THERE
  }

  /** Who has to read it, and what they answered. */
  public record Reader(String account, LocalDate dueOn, Optional<Instant> readAt, String answer) {}

  public Lesson {
    places = List.copyOf(places);
    readers = List.copyOf(readers);
  }

  public long unchecked() {
    return places.stream().filter(place -> place.check().isEmpty()).count();
  }

  public long unread() {
    return readers.stream().filter(reader -> reader.readAt().isEmpty()).count();
  }

  /** Whether the account is named and has not answered yet. */
  public boolean waitsFor(String account) {
    return readers.stream().anyMatch(reader -> reader.account().equals(account) && reader.readAt().isEmpty());
  }
}
