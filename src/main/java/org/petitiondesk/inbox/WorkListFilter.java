package org.petitiondesk.inbox;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the reader wants to see of a list; everything empty is all of it.
 *
 * @param kind of step, the element id of the task
 * @param category with the categories below it
 * @param unit whose work it is, with the units below it
 * @param territory with the places below it
 * @param sinceFrom first day on which the step was opened
 * @param text part of a title or of a case code
 */
public record WorkListFilter(Optional<Severity> severity, Optional<String> kind, Optional<String> category,
    Optional<String> unit, Optional<String> territory, Optional<LocalDate> dueFrom, Optional<LocalDate> dueTo,
    Optional<LocalDate> sinceFrom, Optional<LocalDate> sinceTo, String text) {

  public static final WorkListFilter NONE = new WorkListFilter(Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

  public WorkListFilter {
    text = text.strip();
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public WorkListFilter with(Severity chosen) {
    return new WorkListFilter(Optional.of(chosen), kind, category, unit, territory, dueFrom, dueTo, sinceFrom, sinceTo,
        text);
  }

  public WorkListFilter with(String sought) {
    return new WorkListFilter(severity, kind, category, unit, territory, dueFrom, dueTo, sinceFrom, sinceTo, sought);
  }
}
