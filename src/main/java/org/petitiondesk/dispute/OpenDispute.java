package org.petitiondesk.dispute;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.casefile.NewParty;

/**
 * A dispute comes to the committee.
 *
 * @param reference the paper of the police or the court, where they entrust it
 * @param parties the applicants as petitioners, the other side as respondents
 */
public record OpenDispute(DisputeSource source, String reference, DisputeKind kind, LocalDate receivedOn,
    String territory, String title, String text, List<NewParty> parties) {

  public OpenDispute {
    parties = List.copyOf(parties);
  }
}
