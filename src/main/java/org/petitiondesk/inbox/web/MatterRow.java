package org.petitiondesk.inbox.web;

import java.util.List;
import org.petitiondesk.casefile.CaseRow;

/**
 * One case of the list "started by me", in the reader's language.
 *
 * @param turns which steps are open and who has them; empty when nothing is to be done by anybody
 */
public record MatterRow(CaseRow row, String href, List<Turn> turns, String category, String territory) {

  public record Turn(String task, String holder) {}
}
