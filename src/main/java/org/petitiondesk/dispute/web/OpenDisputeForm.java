package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.dispute.DisputeKind;
import org.petitiondesk.dispute.DisputeSource;
import org.petitiondesk.dispute.OpenDispute;
import org.petitiondesk.kernel.Refused;

/** A dispute comes to the committee: who, with whom, about what. */
record OpenDisputeForm(DisputeSource source, String reference, DisputeKind kind, LocalDate receivedOn,
    String territory, String title, String text, PartyForm applicant, PartyForm other) {

  static final List<DisputeSource> SOURCES = List.of(DisputeSource.COUNTER, DisputeSource.POLICE, DisputeSource.COURT,
      DisputeSource.COMMITTEE);

  OpenDisputeForm {
    reference = Text.plain(reference);
    territory = Text.plain(territory);
    title = Text.plain(title);
    text = Text.plain(text);
    applicant = applicant == null ? PartyForm.empty() : applicant;
    other = other == null ? PartyForm.empty() : other;
  }

  static OpenDisputeForm empty(LocalDate today) {
    return new OpenDisputeForm(DisputeSource.COUNTER, "", null, today, "", "", "", null, null);
  }

  OpenDispute toCommand() {
    if (receivedOn == null) {
      throw Refused.at("receivedOn", "dispute.refused.required");
    }
    return new OpenDispute(source, reference, kind, receivedOn, territory, title, text,
        List.of(applicant.toParty("applicant.name", PartyRole.PETITIONER),
            other.toParty("other.name", PartyRole.RESPONDENT)));
  }
}
