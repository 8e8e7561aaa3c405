package org.petitiondesk.casefile.web;

import java.util.List;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyRole;
import org.springframework.stereotype.Component;

/** For templates, as {@code @caseWords}: what a case is, in few words. */
@Component("caseWords")
class CaseWords {

  /** Names of those who ask, the representatives first; masked or not, as they were handed out. */
  public List<String> petitioners(List<Party> parties) {
    return parties.stream().filter(party -> party.role() == PartyRole.PETITIONER)
        .sorted((one, other) -> Boolean.compare(other.representative(), one.representative())).map(Party::name)
        .toList();
  }
}
