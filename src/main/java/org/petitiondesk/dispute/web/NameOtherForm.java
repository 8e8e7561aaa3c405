package org.petitiondesk.dispute.web;

import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;

/** The other side of a dispute that was referred without it. */
record NameOtherForm(String item, String name, String phone, String address) {

  NameOtherForm {
    item = Text.plain(item);
    name = Text.plain(name);
    phone = Text.plain(phone);
    address = Text.plain(address);
  }

  static NameOtherForm empty(String item) {
    return new NameOtherForm(item, "", "", "");
  }

  NewParty toParty() {
    return new NewParty(PartyRole.RESPONDENT, PartyKind.PERSON, name, "", phone, "", address, true, false);
  }
}
