package org.petitiondesk.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What to look for in the register; everything empty finds every case that the actor may see.
 *
 * @param text words of the title, the code, or name, telephone or identity number of a petitioner
 * @param category with the categories below it
 * @param unit lead, co-handling or registering
 * @param territory with the places below it
 */
public record CaseQuery(Optional<String> text, Optional<CaseStatus> status, Optional<String> category,
    Optional<String> unit, Optional<String> territory, Optional<CaseKind> kind, Optional<LocalDate> receivedFrom,
    Optional<LocalDate> receivedTo) {

  public static CaseQuery everything() {
    return text(Optional.empty());
  }

  public static CaseQuery text(String text) {
    return text(Optional.of(text));
  }

  private static CaseQuery text(Optional<String> text) {
    return new CaseQuery(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }
}
