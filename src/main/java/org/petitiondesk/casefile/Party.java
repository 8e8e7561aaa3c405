package org.petitiondesk.casefile;

import java.util.UUID;
import org.petitiondesk.kernel.Masks;

/** One party of a case, in full or masked: who reads it decides which of the two the register hands out. */
public record Party(UUID id, PartyRole role, PartyKind kind, String name, String identityNumber, String phone,
    String email, String address, boolean representative, boolean electronicConsent) {

  /** What somebody may read who may see the case and does not work on it. */
  public Party masked() {
    return new Party(id, role, kind, kind == PartyKind.PERSON ? Masks.name(name) : name, Masks.middle(identityNumber),
        Masks.middle(phone), Masks.email(email), Masks.tail(address), representative, electronicConsent);
  }
}
