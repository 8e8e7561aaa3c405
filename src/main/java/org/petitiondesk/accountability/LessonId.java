package org.petitiondesk.accountability;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one lesson. */
public record LessonId(UUID value) {

  static LessonId next() {
    return new LessonId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static LessonId of(String text) {
    return new LessonId(UUID.fromString(text));
  }

  /** Readers may not know the case: their items, and what they do with them, are kept under the lesson itself. */
  public CaseId chain() {
    return new CaseId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
