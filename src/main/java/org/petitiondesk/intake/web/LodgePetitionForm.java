package org.petitiondesk.intake.web;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.documents.Upload;

/**
 * What somebody writes at home.
 *
 * @param website nobody sees this field; programs that fill in everything do
 */
record LodgePetitionForm(String token, @NotBlank(message = "{intake.refused.demand-class}") String demandClass,
    @NotBlank(message = "{casefile.refused.territory}") String territory,
    @NotBlank(message = "{casefile.refused.required.title}") String title,
    @NotBlank(message = "{casefile.refused.required.text}") String text, String demand, String anonymous, String name,
    String phone, String email, String electronicConsent, String address, String identityNumber, String respondentKind,
    String respondent, String website) {

  LodgePetitionForm {
    token = Typed.text(token);
    demandClass = Typed.text(demandClass);
    territory = Typed.text(territory);
    title = Typed.text(title);
    text = Typed.text(text);
    demand = Typed.text(demand);
    anonymous = Typed.text(anonymous);
    name = Typed.text(name);
    phone = Typed.text(phone);
    email = Typed.text(email);
    electronicConsent = Typed.text(electronicConsent);
    address = Typed.text(address);
    identityNumber = Typed.text(identityNumber);
    respondentKind = Typed.text(respondentKind);
    respondent = Typed.text(respondent);
    website = Typed.text(website);
  }

  static LodgePetitionForm empty() {
    return new LodgePetitionForm(UUID.randomUUID().toString(), "", "", "", "", "", "", "", "", "", "", "", "", "", "",
        "");
  }

  boolean isAnonymous() {
    return anonymous.equals("true");
  }

  RegisterCase toCommand(LocalDate today, String office, List<Upload> attachments) {
    var parties = new ArrayList<NewParty>();
    if (!isAnonymous()) {
      parties.add(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, name, identityNumber, phone, email, address,
          true, electronicConsent.equals("true")));
    }
    if (!respondent.isEmpty()) {
      parties.add(NewParty.named(PartyRole.RESPONDENT,
          Typed.choice("respondentKind", PartyKind.class, respondentKind, PartyKind.ORGANISATION), respondent));
    }
    return new RegisterCase(CaseKind.PETITION, Channel.WEB,
        Typed.choice("demandClass", DemandClass.class, demandClass), today, office, territory, title, text,
        isAnonymous(), parties, demand.isBlank() ? List.of() : List.of(demand), attachments);
  }
}
