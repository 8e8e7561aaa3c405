package org.petitiondesk.dispute.web;

import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.kernel.Refused;

/** A side as it is told at the counter; nothing but the name has to be known. */
record PartyForm(PartyKind kind, String name, String phone, String email, String address) {

  PartyForm {
    kind = kind == null ? PartyKind.PERSON : kind;
    name = Text.plain(name);
    phone = Text.plain(phone);
    email = Text.plain(email);
    address = Text.plain(address);
  }

  static PartyForm empty() {
    return new PartyForm(null, "", "", "", "");
  }

  NewParty toParty(String field, PartyRole role) {
    if (name.isEmpty()) {
      throw Refused.at(field, "dispute.refused.required");
    }
    return new NewParty(role, kind, name, "", phone, email, address, true, false);
  }
}
