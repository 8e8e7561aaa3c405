package org.petitiondesk.casefile;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;

/**
 * The wish to put a case on the register. Texts are kept as they are given, to the last space.
 *
 * @param registeringUnit the office whose officers screen it
 * @param territory the place that it is about
 * @param demandPoints what is asked for, one by one; the title stands in when nobody told them apart
 */
public record RegisterCase(CaseKind kind, Channel channel, DemandClass demandClass, LocalDate receivedOn,
    String registeringUnit, String territory, String title, String text, boolean anonymous, List<NewParty> parties,
    List<String> demandPoints, List<Upload> attachments) {

  public RegisterCase {
    parties = List.copyOf(parties);
    demandPoints = List.copyOf(demandPoints);
    attachments = List.copyOf(attachments);
  }
}
