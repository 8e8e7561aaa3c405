package org.petitiondesk.intake.web;

import java.util.stream.Stream;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;

/** One petitioner as typed; every field is text, so that whatever is sent can be shown again. */
record PetitionerRow(String kind, String name, String identityNumber, String phone, String email, String address,
    String representative, String electronicConsent) {

  PetitionerRow {
    kind = Typed.text(kind);
    name = Typed.text(name);
    identityNumber = Typed.text(identityNumber);
    phone = Typed.text(phone);
    email = Typed.text(email);
    address = Typed.text(address);
    representative = Typed.text(representative);
    electronicConsent = Typed.text(electronicConsent);
  }

  static PetitionerRow empty() {
    return new PetitionerRow("", "", "", "", "", "", "", "");
  }

  boolean isEmpty() {
    return Stream.of(name, identityNumber, phone, email, address).allMatch(String::isEmpty);
  }

  NewParty toParty() {
    return new NewParty(PartyRole.PETITIONER, Typed.choice("petitioners", PartyKind.class, kind, PartyKind.PERSON),
        name,
        identityNumber, phone, email, address, representative.equals("true"), electronicConsent.equals("true"));
  }
}
